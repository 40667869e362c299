import Model
import Planning

/// A quarantine as `status.yaml` holds it (look.md section 3).
extension Quarantine {
    /// Reads an entry; nil when it lacks a member, and then nothing is held by it.
    init?(_ value: Value) {
        guard let service = value["service"]?.string, let revision = value["revision"]?.string,
            let hash = value["specHash"]?.string, let since = value["since"]?.string.flatMap(UTC.seconds)
        else { return nil }
        self.init(
            ResourceID("Service", service), revision: revision, specHash: hash, reason: value["reason"]?.string ?? "",
            since: since, commit: value["commit"]?.string ?? "")
        serviceDeployment = value["serviceDeployment"]?.string
    }

    /// The entry.
    var node: YAMLNode {
        var members: [(String, Value)] = [
            ("service", .string(service.name)), ("specHash", .string(specHash)), ("revision", .string(revision)),
            ("reason", .string(reason)), ("since", .string(UTC.stamp(since))), ("commit", .string(commit)),
        ]
        if let serviceDeployment { members.append(("serviceDeployment", .string(serviceDeployment))) }
        return .block(members.map { ($0.0, .value($0.1)) })
    }
}

extension StatusBranch.Loaded {
    /// Something that is not tried again by itself: a service's revision, the task before its rollout, or a group's template
    /// version.
    public struct Held: Sendable, Equatable {
        /// The Service's or AutoScalingGroup's name.
        public let name: String
        /// `family:revision`, or the template version's number.
        public let version: String
        /// Seconds since 1970.
        public let since: Int
    }

    /// What is held of the Service or the AutoScalingGroup `name`, as the branch says; nil when nothing is.
    public func held(_ name: String) -> Held? {
        if let held = memory.quarantine[ResourceID("Service", name)] {
            return Held(name: name, version: held.revision, since: held.since)
        }
        if let run = failedRun(of: name) { return Held(name: name, version: run, since: 0) }
        return HeldRefreshes(memory)[name].map { Held(name: name, version: $0.version, since: $0.since) }
    }
}
