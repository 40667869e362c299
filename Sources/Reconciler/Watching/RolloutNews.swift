public import Model

/// Something of a rollout that is worth a line.
public struct RolloutNews: Sendable, Equatable {
    /// What happened.
    public enum Event: String, Sendable {
        case began, moved
        /// Nothing moved for a minute.
        case still
        /// Why it is stuck or fails was found out.
        case cause
        /// Its deadline passed; ECS goes on.
        case overdue
        /// The deployment's own ends.
        case live, rolledBack, failed, superseded
    }

    /// The service.
    public var service: ResourceID
    public var event: Event
    /// One line for a person.
    public var text: String
    /// The same for programs: `deployment`, `revision`, `new`, `old`, `targets`, `wave`, … as far as they are known.
    public var members: [String: Value]

    /// True when the deployment that it tells of is over.
    public var isEnd: Bool { [.live, .rolledBack, .failed, .superseded].contains(event) }
}
