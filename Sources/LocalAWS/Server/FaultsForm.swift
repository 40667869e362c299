import Manifest
import Model
import Simulation

/// Faults as people write them.
enum FaultsForm {
    static func read(_ value: Value, services: [String]) throws(ControlSurface.Failure) -> Faults {
        var reader = FieldReader(value, at: FieldPath(), of: nil)
        var faults = Faults()
        faults.latency = latency(&reader)
        faults.errors = percent("errors", &reader)
        faults.lostReplies = percent("lostReplies", &reader)
        faults.throttled = percent("throttled", &reader)
        for (name, place) in reader.strings("services") ?? [] {
            if !services.contains(name) {
                let all = services.joined(separator: ", ")
                reader.report("\(name) is no service of this endpoint", hint: "one of \(all)", place, "services")
            }
            faults.services.append(name)
        }
        if faults.errors + faults.throttled + faults.lostReplies > 100 {
            reader.report("errors, throttled and lostReplies are more than 100 together", value.place)
        }
        let found = reader.finished()
        guard found.isEmpty else { throw .invalid(found) }
        return faults
    }

    private static func latency(_ reader: inout FieldReader) -> Span {
        guard let text = reader.string("latency") else { return .zero }
        if text.hasSuffix("ms"), let count = Int(text.dropLast(2)), 0...60_000 ~= count {
            return Span(milliseconds: Int64(count))
        }
        reader.report("latency is 0ms to 60000ms", nil, "latency")
        return .zero
    }

    private static func percent(_ name: String, _ reader: inout FieldReader) -> Int {
        guard let value = reader.take(name) else { return 0 }
        guard let percent = value.integer, 0...100 ~= percent else {
            reader.report("\(name) is a percentage, 0 to 100", value.place, name)
            return 0
        }
        return percent
    }

    static func value(_ faults: Faults) -> Value {
        [
            "latency": .string("\(faults.latency.milliseconds)ms"), "errors": .integer(faults.errors),
            "lostReplies": .integer(faults.lostReplies), "throttled": .integer(faults.throttled),
            "services": .list(faults.services.map { .string($0) }),
        ]
    }
}
