import AWSWire
public import Kinds
public import Model
import Planning

/// The last lines of the container that failed; for the command line alone.
public struct LastWords: Sendable {
    private static let limit = 20
    /// How many containers that run are asked, where none has failed.
    private static let tries = 3

    /// Oldest first.
    public private(set) var lines: [ContainerLogs.Line] = []
    /// Why there are none; nil when there are, or none are expected.
    public private(set) var problem: String?

    /// Reads them for a service in trouble; of every other resource there are none.
    public init(of state: ResourceState, through aws: any AWSSender) async {
        guard state.id.kind == "Service", let detail = state.plan.observation.live?.detail,
            FailedContainer.isExpected(in: detail)
        else { return }
        do {
            lines = try await Self.read(detail, aws)
        } catch let error as AWSError {
            problem = "its log can not be read: \(error.operation): \(error.code)"
        } catch {
            problem = "\(error)"
        }
    }

    private static func read(_ detail: Value, _ aws: any AWSSender) async throws -> [ContainerLogs.Line] {
        var choice = ServiceLogs.Choice()
        if let failed = FailedContainer.newest(in: detail) {
            choice.task = failed.task
            choice.container = failed.container
        }
        var definitions: [String: Value] = [:]
        let sources = try await ServiceLogs(detail, choice, through: aws).sources(knowing: &definitions)
        for source in sources.filter({ $0.region == nil }).prefix(tries) {
            let lines = try await ContainerLogs.last(limit, of: source, through: aws)
            if !lines.isEmpty { return lines }
        }
        return []
    }
}
