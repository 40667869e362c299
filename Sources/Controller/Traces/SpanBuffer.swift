import Synchronization

/// Spans that have ended and wait to be sent. A collector that does not answer never makes a pass wait: what is too much is
/// dropped and counted.
public final class SpanBuffer: Sendable {
    private let state = Mutex<(spans: [SpanRecord], dropped: Int)>(([], 0))
    private static let most = 4_096

    /// Nothing waits.
    public init() {}

    /// Takes in a span.
    public func add(_ span: SpanRecord) {
        state.withLock { state in
            if state.spans.count < Self.most { state.spans.append(span) } else { state.dropped += 1 }
        }
    }

    /// At most `count` of the spans that wait, the oldest; and how many were dropped since this was asked last.
    func take(_ count: Int) -> (spans: [SpanRecord], dropped: Int) {
        state.withLock { state in
            let taken = Array(state.spans.prefix(count))
            state.spans.removeFirst(taken.count)
            defer { state.dropped = 0 }
            return (taken, state.dropped)
        }
    }
}
