import Reconciler
import Synchronization
import UnixSignals

/// SIGTERM and SIGINT: the write gate closes, what is under way ends, status is written.
final class StopSignal: Sendable {
    private let isStopping = Mutex(false)

    /// True once the process was asked to end.
    var wasAsked: Bool { isStopping.withLock { $0 } }

    /// A gate that closes with the first signal.
    var gate: WriteGate {
        WriteGate { self.wasAsked ? "Neap is shutting down" : nil }
    }

    /// Runs `body` while listening; further signals change nothing, SIGKILL is safe at any time.
    func during<T: Sendable>(_ body: (WriteGate) async throws -> T) async throws -> T {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let listener = Task {
            for await _ in signals { isStopping.withLock { $0 = true } }
        }
        defer { listener.cancel() }
        return try await body(gate)
    }
}
