import AWSWire
import Model
import Tracing

/// Spans as OpenTelemetry's protocol (OTLP 1.x, JSON encoding of `ExportTraceServiceRequest`) has them.
struct OTLPRequest {
    let spans: [SpanRecord]
    let version: String

    var body: [UInt8] {
        let resource: Value = [
            "attributes": .list([
                Self.attribute("service.name", ["stringValue": "neap"]),
                Self.attribute("service.version", ["stringValue": .string(version)]),
            ])
        ]
        let scope: Value = [
            "scope": ["name": "neap", "version": .string(version)], "spans": .list(spans.map(Self.span)),
        ]
        return JSON.write(["resourceSpans": [["resource": resource, "scopeSpans": [scope]]]])
    }

    private static func span(_ span: SpanRecord) -> Value {
        var value: Value = [
            "traceId": .string(span.traceID), "spanId": .string(span.spanID), "name": .string(span.name),
            "kind": .integer(kind(span.kind)), "startTimeUnixNano": .string("\(span.start)"),
            "endTimeUnixNano": .string("\(span.end)"), "attributes": .list(attributes(span.attributes)),
        ]
        if let parent = span.parentID { value["parentSpanId"] = .string(parent) }
        if let status = span.status {
            value["status"] = ["code": .integer(status.code == .ok ? 1 : 2)]
            if let message = status.message { value["status"]?["message"] = .string(message) }
        }
        return value
    }

    private static func kind(_ kind: SpanKind) -> Int {
        switch kind {
        case .internal: 1
        case .server: 2
        case .client: 3
        case .producer: 4
        case .consumer: 5
        }
    }

    private static func attributes(_ all: SpanAttributes) -> [Value] {
        var found: [(name: String, value: Value)] = []
        all.forEach { name, attribute in
            guard let value = value(attribute) else { return }
            found.append((name, value))
        }
        return found.sorted { $0.name < $1.name }.map { attribute($0.name, $0.value) }
    }

    private static func attribute(_ name: String, _ value: Value) -> Value { ["key": .string(name), "value": value] }

    /// Neap's own are texts and whole numbers.
    private static func value(_ attribute: SpanAttribute) -> Value? {
        switch attribute {
        case .string(let text): ["stringValue": .string(text)]
        case .int32(let number): ["intValue": .string("\(number)")]
        case .int64(let number): ["intValue": .string("\(number)")]
        case .bool(let truth): ["boolValue": .bool(truth)]
        default: nil
        }
    }
}
