internal import Synchronization

/// Counts the calls that a client makes, so that a pass can say what it cost and tests can hold it to that.
///
/// A page of a list is a call of its own; a retry is an attempt of the same call.
public final class CallLog: Sendable {
    /// One call that has ended, well or not.
    public struct Entry: Sendable, Hashable {
        /// `AWSCall.service`.
        public let service: String
        /// AWS's operation name.
        public let operation: String
        /// True when it changes something in AWS.
        public let isWrite: Bool
        /// What AWS's support asks for; nil when no reply named one.
        public let requestID: String?
        /// HTTP requests that were made for it; 0 when it failed before the first.
        public let attempts: Int
        /// AWS's error code; nil when it succeeded.
        public let errorCode: String?
    }

    /// How many calls there were.
    public struct Counts: Sendable, Hashable {
        /// Calls that change nothing.
        public internal(set) var reads = 0
        /// Calls that change something.
        public internal(set) var writes = 0
        /// HTTP requests, retries included.
        public internal(set) var requests = 0
        /// Calls by `service:operation`.
        public internal(set) var byOperation: [String: Int] = [:]

        /// Reads and writes.
        public var calls: Int { reads + writes }

        /// What came between two readings.
        public static func - (a: Counts, b: Counts) -> Counts {
            var rest = Counts()
            rest.reads = a.reads - b.reads
            rest.writes = a.writes - b.writes
            rest.requests = a.requests - b.requests
            rest.byOperation = a.byOperation.merging(b.byOperation) { $0 - $1 }.filter { $0.value > 0 }
            return rest
        }
    }

    private struct State {
        var counts = Counts()
        var entries: [Entry] = []
        var listeners: [Int: AsyncStream<Entry>.Continuation] = [:]
        var nextListener = 0
    }

    private let kept: Int
    private let state = Mutex(State())

    /// An empty log that keeps at least the last `keeping` calls; counts go on for ever.
    public init(keeping: Int = 10_000) { kept = max(keeping, 1) }

    /// The counts since the beginning.
    public var counts: Counts { state.withLock { $0.counts } }
    /// The last calls, oldest first.
    public var calls: [Entry] { state.withLock { $0.entries.suffix(kept) } }
    /// The writes among the last calls, oldest first.
    public var writes: [Entry] { calls.filter(\.isWrite) }

    /// The calls that end from now on. A listener that falls behind by more than the log keeps loses the oldest.
    public func subscribe() -> AsyncStream<Entry> {
        let (stream, continuation) = AsyncStream.makeStream(of: Entry.self, bufferingPolicy: .bufferingNewest(kept))
        let number = state.withLock { state in
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    func record(_ entry: Entry) {
        let listeners = state.withLock { state in
            state.counts.add(entry)
            state.entries.append(entry)
            if state.entries.count >= 2 * kept { state.entries.removeFirst(state.entries.count - kept) }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield(entry) }
    }
}

extension CallLog.Counts {
    fileprivate mutating func add(_ entry: CallLog.Entry) {
        if entry.isWrite { writes += 1 } else { reads += 1 }
        requests += entry.attempts
        byOperation["\(entry.service):\(entry.operation)", default: 0] += 1
    }
}
