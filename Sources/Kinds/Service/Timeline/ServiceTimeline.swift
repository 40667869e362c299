import AWSECS
import AWSWire
public import Model

/// Everything that AWS remembers of a service's recent past, oldest first: its own events, its deployments, tasks that
/// stopped, and what its groups of instances did.
public struct ServiceTimeline: Sendable {
    /// One thing that happened.
    public struct Entry: Sendable, Hashable {
        /// Seconds since 1970, by AWS's clock.
        public var at: Double
        /// `service`, `deployment`, `task`, `target`, `instance` or `refresh`.
        public var kind: String
        /// Whom it is about: `api`, `api/3f2a1b`, a group's or an instance's name.
        public var subject: String
        /// One line, as AWS says it.
        public var text: String

        init(_ at: Double, _ kind: String, _ subject: String, _ text: String) {
            self.at = at
            self.kind = kind
            self.subject = subject
            self.text = text
        }
    }

    /// Oldest first.
    public private(set) var entries: [Entry]
    /// What could not be read, and why; the rest is told nevertheless.
    public private(set) var unknown: [String] = []

    /// Reads the past of the service whose `detail` DescribeServices gave, from `since` on (seconds since 1970): one call for
    /// deployments, two for tasks, one for providers and two a group.
    public static func read(_ detail: Value, since: Double, through aws: any AWSSender) async -> ServiceTimeline {
        let service = ECS.Service(detail)
        var timeline = ServiceTimeline(entries: ServiceEvents.entries(of: service))
        await timeline.add { try await DeploymentEvents.read(service, aws) }
        await timeline.add { try await TaskEvents.read(service, aws) }
        await timeline.add { try await GroupEvents.read(service, since: since, aws) }
        let kept = timeline.entries.filter { $0.at >= since }
        timeline.entries = kept.sorted { ($0.at, $0.kind, $0.subject, $0.text) < ($1.at, $1.kind, $1.subject, $1.text) }
        return timeline
    }

    private init(entries: [Entry]) { self.entries = entries }

    private mutating func add(_ read: () async throws -> [Entry]) async {
        do {
            entries += try await read()
        } catch let error as AWSError {
            unknown.append("\(error)")
        } catch {
            unknown.append("\(error)")
        }
    }
}
