import Synchronization

/// The environments' loops of one repository that run now.
final class RunningLoops: Sendable {
    private struct State {
        var loops: [String: StopFlag] = [:]
    }

    private let state = Mutex(State())

    var isEmpty: Bool { state.withLock { $0.loops.isEmpty } }
    /// Those that were not asked to end, sorted.
    var names: [String] { state.withLock { $0.loops.filter { !$0.value.isSet }.keys.sorted() } }

    /// The flag that ends the loop `name`, which is set with `parent` too; nil when it runs, or still ends.
    func start(_ name: String, below parent: StopFlag) -> StopFlag? {
        state.withLock { state in
            guard state.loops[name] == nil else { return nil }
            let flag = StopFlag(below: parent)
            state.loops[name] = flag
            return flag
        }
    }

    func stop(_ name: String) { state.withLock { $0.loops[name] }?.set() }
    func stopAll() { for flag in state.withLock({ Array($0.loops.values) }) { flag.set() } }
    func end(_ name: String) { _ = state.withLock { $0.loops.removeValue(forKey: name) } }
}
