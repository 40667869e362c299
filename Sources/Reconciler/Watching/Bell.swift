import Synchronization

/// Wakes one waiter. Rung while nobody waits, it wakes the next one at once; rung often, it wakes once.
final class Bell: Sendable {
    private struct State {
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        let waiter = state.withLock { state in
            state.isRung = state.waiter == nil
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns once it rings, or the task is cancelled. A second waiter sends the first one home.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                enter(continuation)?.resume()
            }
        } onCancel: {
            leave()?.resume()
        }
    }

    /// Whoever need not wait: the new one when it has rung or its task is cancelled already, else the one before.
    private func enter(_ continuation: CheckedContinuation<Void, Never>) -> CheckedContinuation<Void, Never>? {
        state.withLock { state in
            if state.isRung || Task.isCancelled {
                if !Task.isCancelled { state.isRung = false }
                return continuation
            }
            defer { state.waiter = continuation }
            return state.waiter
        }
    }

    private func leave() -> CheckedContinuation<Void, Never>? {
        state.withLock { state in
            defer { state.waiter = nil }
            return state.waiter
        }
    }
}
