import Synchronization
public import Tracing

/// A span of a pass's trace, told to whoever collects spans once it ends.
public final class PassSpan: Span {
    private struct State {
        var record: SpanRecord
        /// Nil once it has ended, and of a span that nobody wants.
        var tell: (@Sendable (SpanRecord) -> Void)?
    }

    private let state: Mutex<State>
    public let context: ServiceContext

    /// A span that `tell` gets at its end; nil for one that nobody wants.
    init(_ record: SpanRecord, context: ServiceContext, tell: (@Sendable (SpanRecord) -> Void)?) {
        state = Mutex(State(record: record, tell: tell))
        var own = context
        if tell != nil { own[SpanKey.self] = SpanKey.Parent(traceID: record.traceID, spanID: record.spanID) }
        self.context = own
    }

    public var isRecording: Bool { state.withLock { $0.tell != nil } }

    public var operationName: String {
        get { state.withLock { $0.record.name } }
        set { state.withLock { $0.record.name = newValue } }
    }

    public var attributes: SpanAttributes {
        get { state.withLock { $0.record.attributes } }
        set { state.withLock { $0.record.attributes = newValue } }
    }

    public func setStatus(_ status: SpanStatus) {
        state.withLock { state in
            // Whoever ends a span that failed says only that it did.
            let message = status.message ?? state.record.status?.message
            state.record.status = SpanStatus(code: status.code, message: message)
        }
    }

    public func addEvent(_ event: SpanEvent) {}
    public func addLink(_ link: SpanLink) {}

    /// The kind of an error alone: its words may hold what a manifest says.
    public func recordError<Instant: TracerInstant>(
        _ error: any Error, attributes: SpanAttributes, at instant: @autoclosure () -> Instant
    ) {
        state.withLock { $0.record.status = SpanStatus(code: .error, message: "\(type(of: error))") }
    }

    public func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) {
        let end = instant().nanosecondsSinceEpoch
        let ended = state.withLock { state in
            state.record.end = end
            defer { state.tell = nil }
            return state
        }
        ended.tell?(ended.record)
    }
}

/// A span that has ended.
public struct SpanRecord: Sendable {
    var name: String
    var kind: SpanKind
    /// 32 hex digits.
    var traceID: String
    /// 16 hex digits.
    var spanID: String
    /// The span that it is a part of; nil for the first of a pass.
    var parentID: String?
    /// Nanoseconds since 1970.
    var start: UInt64
    var end: UInt64
    var attributes: SpanAttributes = [:]
    var status: SpanStatus?
}

/// Where the span that a task runs in stands in its context.
enum SpanKey: ServiceContextKey {
    struct Parent: Sendable {
        let traceID: String
        let spanID: String
    }
    typealias Value = Parent
}
