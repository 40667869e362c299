public import Reconciler
import Synchronization

/// Says once that something is to end.
public final class StopFlag: Sendable {
    private let flag = Mutex(false)
    private let parent: StopFlag?

    /// Not yet; it is set as well once `parent` is.
    public init(below parent: StopFlag? = nil) { self.parent = parent }

    /// True once it was asked to end.
    public var isSet: Bool { flag.withLock { $0 } || parent?.isSet == true }
    /// Asks it to end.
    public func set() { flag.withLock { $0 = true } }

    /// A gate that closes with it.
    public var gate: WriteGate { WriteGate { self.isSet ? "Neap is shutting down" : nil } }
}

extension WriteGate {
    /// This gate, closed as well while `other` is.
    func and(_ other: WriteGate) -> WriteGate {
        WriteGate {
            if let reason = await self.closedBecause() { return reason }
            return await other.closedBecause()
        }
    }
}
