import Model
import Reconciler
public import Tracing

/// Makes spans of passes and of what runs in them. What runs outside of a pass (leases, queues) is nobody's trace.
public struct PassTracer: Tracer {
    private let tell: @Sendable (SpanRecord) -> Void

    /// A tracer that gives spans to `tell` as they end.
    public init(_ tell: @escaping @Sendable (SpanRecord) -> Void) { self.tell = tell }

    public func startSpan<Instant: TracerInstant>(
        _ operationName: String, context: @autoclosure () -> ServiceContext, ofKind kind: SpanKind,
        at instant: @autoclosure () -> Instant, function: String, file fileID: String, line: UInt
    ) -> PassSpan {
        let context = context()
        let parent = context[SpanKey.self]
        let traceID = parent?.traceID ?? context[PassTraceKey.self]
        let start = instant().nanosecondsSinceEpoch
        let record = SpanRecord(
            name: operationName, kind: kind, traceID: traceID ?? "", spanID: RandomID.word(),
            parentID: parent?.spanID,
            start: start, end: start)
        return PassSpan(record, context: context, tell: traceID == nil ? nil : tell)
    }

    public func forceFlush() {}

    /// AWS takes no trace context that is not X-Ray's, and nothing calls Neap.
    public func inject<Carrier, Inject: Injector>(
        _ context: ServiceContext, into carrier: inout Carrier, using injector: Inject
    ) where Inject.Carrier == Carrier {}

    public func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier, into context: inout ServiceContext, using extractor: Extract
    ) where Extract.Carrier == Carrier {}
}
