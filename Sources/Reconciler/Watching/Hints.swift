public import Model

/// What somebody says may have changed. It carries no content: what is there is read from Git and AWS.
public enum Hint: Sendable, Hashable {
    /// The branch may have moved.
    case source
    /// These resources, or what stands on them, may have changed in AWS.
    case resources(Set<ResourceID>)
}

/// Hints for one environment's watch, joined until it takes them.
public actor Hints {
    /// Joined hints.
    public struct Taken: Sendable, Equatable {
        /// True when the branch may have moved.
        public var source = false
        /// What may have changed in AWS.
        public var resources: Set<ResourceID> = []

        /// True when nothing was said.
        public var isEmpty: Bool { !source && resources.isEmpty }
    }

    private var waiting = Taken()

    /// No hints yet.
    public init() {}

    /// Joins a hint to those that wait.
    public func post(_ hint: Hint) {
        switch hint {
        case .source: waiting.source = true
        case .resources(let ids): waiting.resources.formUnion(ids)
        }
    }

    /// What waits; nothing waits after that.
    public func take() -> Taken {
        defer { waiting = Taken() }
        return waiting
    }
}
