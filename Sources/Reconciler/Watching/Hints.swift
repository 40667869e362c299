public import Model

/// What somebody says may have changed. It carries no content: what is there is read from Git and AWS.
public enum Hint: Sendable, Hashable {
    /// The branch may have moved.
    case source
    /// These resources, or what stands on them, may have changed in AWS.
    case resources(Set<ResourceID>)
    /// These may have changed in AWS; those that the environment does not have are nobody's business here.
    case things(Set<AWSThing>)
}

/// Hints for one environment's watch, joined until it takes them.
public actor Hints {
    /// Joined hints.
    public struct Taken: Sendable, Equatable {
        /// True when the branch may have moved.
        public var source = false
        /// What may have changed in AWS.
        public var resources: Set<ResourceID> = []
        /// What may have changed in AWS, by the names that it has there.
        public var things: Set<AWSThing> = []

        /// True when nothing was said.
        public var isEmpty: Bool { !source && resources.isEmpty && things.isEmpty }
    }

    private var waiting = Taken()
    private let bell = Bell()
    /// More things than any fleet has touched at a time are not kept apart: a full pass finds them all.
    private static let limit = 10_000

    /// No hints yet.
    public init() {}

    /// Joins a hint to those that wait.
    public func post(_ hint: Hint) {
        switch hint {
        case .source: waiting.source = true
        case .resources(let ids): waiting.resources.formUnion(ids)
        case .things(let things) where waiting.things.count < Self.limit: waiting.things.formUnion(things)
        case .things: break
        }
        if !waiting.isEmpty { bell.ring() }
    }

    /// What waits; nothing waits after that.
    public func take() -> Taken {
        defer { waiting = Taken() }
        return waiting
    }

    /// What waits of AWS, which does not wait any longer; a hint of Git goes on waiting.
    func takeOfAWS() -> Taken {
        defer { (waiting.resources, waiting.things) = ([], []) }
        return Taken(resources: waiting.resources, things: waiting.things)
    }

    /// Returns once a hint was posted since this was asked last, `duration` has passed on `clock`, or the task is cancelled.
    nonisolated func arrive(within duration: Duration, on clock: any Clock<Duration>) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.bell.wait() }
            group.addTask {
                // Being cancelled ends the wait like anything else.
                do { try await clock.sleep(for: duration) } catch { return }
            }
            _ = await group.next()
            group.cancelAll()
        }
    }
}
