import AWSWire
import Model
import Reconciler
import Synchronization
import Testing
import Tracing

@testable import Controller

@Suite("Traces of passes")
struct TraceTests {
    private final class Kept: Sendable {
        private let state = Mutex<[SpanRecord]>([])
        var spans: [SpanRecord] { state.withLock { $0 } }
        func add(_ span: SpanRecord) { state.withLock { $0.append(span) } }
    }

    private struct Secret: Error { let text = "hunter2" }

    private let kept = Kept()
    private var tracer: PassTracer { PassTracer { [kept] in kept.add($0) } }

    private static let pass = String(repeating: "ab", count: 16)

    private func context(_ pass: String?) -> ServiceContext {
        var context = ServiceContext.topLevel
        context[PassTraceKey.self] = pass
        return context
    }

    @Test("spans of a pass have its id as their trace, and their parents")
    func tree() throws {
        let (tracer, context) = (tracer, context(Self.pass))
        tracer.withSpan("pass", context: context) { _ in
            tracer.withSpan("ecs.UpdateService", ofKind: .client) { $0.attributes["rpc.method"] = "UpdateService" }
        }
        let (call, whole) = (try #require(kept.spans.first), try #require(kept.spans.last))
        #expect(kept.spans.map(\.traceID) == [Self.pass, Self.pass])
        #expect(call.parentID == whole.spanID)
        #expect(whole.parentID == nil)
        #expect(call.spanID.utf8.count == 16)
        #expect(whole.start <= call.start && call.end <= whole.end)
    }

    @Test("what runs outside of a pass is no trace")
    func outside() {
        let span = tracer.startSpan("dynamodb.Scan", context: .topLevel)
        #expect(!span.isRecording)
        tracer.withSpan("sqs.ReceiveMessage", context: context(nil)) { _ in }
        span.end()
        #expect(kept.spans.isEmpty)
    }

    @Test("an error is told by its kind, never by its words")
    func errors() throws {
        let (tracer, context) = (tracer, context(Self.pass))
        #expect(throws: Secret.self) { try tracer.withSpan("pass", context: context) { _ in throw Secret() } }
        let body = String(decoding: OTLPRequest(spans: kept.spans, version: "1").body, as: UTF8.self)
        #expect(body.contains("\"Secret\""))
        #expect(!body.contains("hunter2"))
    }

    @Test("a request is OTLP's: ids in hexadecimal, times as texts, numbers as texts")
    func request() throws {
        var span = SpanRecord(
            name: "ecs.UpdateService", kind: .client, traceID: Self.pass, spanID: "0123456789abcdef", start: 5, end: 7)
        span.attributes["b"] = 2
        span.attributes["a"] = "x"
        let value = try JSON.parse(OTLPRequest(spans: [span], version: "1.2.3").body)
        let scope = try #require(value["resourceSpans"]?.list?.first?["scopeSpans"]?.list?.first)
        #expect(
            scope["spans"]?.list == [
                [
                    "traceId": .string(Self.pass), "spanId": "0123456789abcdef", "name": "ecs.UpdateService", "kind": 3,
                    "startTimeUnixNano": "5", "endTimeUnixNano": "7",
                    "attributes": [
                        ["key": "a", "value": ["stringValue": "x"]], ["key": "b", "value": ["intValue": "2"]],
                    ],
                ]
            ])
    }

    @Test("what is too much for the collector is dropped and counted, the oldest first to be sent")
    func buffer() {
        let buffer = SpanBuffer()
        for number in 0..<5_000 {
            buffer.add(
                SpanRecord(name: "\(number)", kind: .internal, traceID: "", spanID: "", start: 0, end: 0))
        }
        let (first, rest) = (buffer.take(2), buffer.take(10_000))
        #expect(first.spans.map(\.name) == ["0", "1"])
        #expect(first.dropped == 5_000 - 4_096)
        #expect(rest.spans.count == 4_094)
        #expect(rest.dropped == 0)
    }

    @Test(
        "a collector is named by its URL, with or without the path",
        arguments: [
            ("http://127.0.0.1:4318", "http://127.0.0.1:4318/v1/traces"),
            ("https://otel.example.org/", "https://otel.example.org/v1/traces"),
            ("https://otel.example.org/a/v1/traces", "https://otel.example.org/a/v1/traces"),
        ])
    func endpoint(given: String, url: String) throws {
        let settings = try TraceSettings(endpoint: given, headers: "authorization = Bearer%20abc\n,x=1=2")
        #expect(settings.url == url)
        #expect(settings.headers.map(\.name) == ["authorization", "x"])
        #expect(settings.headers.map(\.value) == ["Bearer abc", "1=2"])
    }

    @Test(
        "what is no URL of HTTP, or holds a user or a query, is none",
        arguments: ["otel:4318", "ftp://a", "http://", "http://u@a", "http://a?b=c"])
    func refused(text: String) {
        #expect(throws: TraceSettings.Problem.endpoint) { try TraceSettings(endpoint: text, headers: "") }
    }

    @Test(
        "headers that no request could carry are refused, whatever stands in them",
        arguments: ["abc", "a b=c", "a=x%0Ay", "Authorization: Bearer a=="])
    func headers(text: String) {
        #expect(throws: TraceSettings.Problem.headers) { try TraceSettings(endpoint: "http://a", headers: text) }
    }
}
