import Synchronization

/// Requests whose bodies are being read: so many at a time, and the oldest gives way to a new one, so that slow senders keep
/// nobody out.
final class ReadingQueue: Sendable {
    private let tickets = Mutex<[Ticket]>([])
    private let limit: Int

    /// A queue of `limit` places.
    init(limit: Int) { self.limit = max(1, limit) }

    /// How many read at the moment.
    var count: Int { tickets.withLock { $0.count } }

    /// Takes a place; whoever has had one for longest loses his when there is none.
    func enter() -> Ticket {
        let ticket = Ticket()
        let loser = tickets.withLock { tickets -> Ticket? in
            tickets.append(ticket)
            return tickets.count > limit ? tickets.removeFirst() : nil
        }
        loser?.revoke()
        return ticket
    }

    /// Gives a place back.
    func leave(_ ticket: Ticket) { tickets.withLock { $0.removeAll { $0 === ticket } } }
}

/// A place among those that read.
final class Ticket: Sendable {
    private struct State {
        var isRevoked = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func revoke() {
        let waiter = state.withLock { state in
            state.isRevoked = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns once the place is lost, or the task is cancelled.
    func revoked() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isOver = state.withLock { state -> Bool in
                    if state.isRevoked || Task.isCancelled { return true }
                    state.waiter = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume()
        }
    }
}
