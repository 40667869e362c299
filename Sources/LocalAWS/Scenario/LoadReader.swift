import Manifest
import Simulation

/// Load: who gets it, and how it goes over time.
enum LoadReader {
    /// One line of `load`; nil when it is broken, which was said then.
    static func read(_ fields: inout FieldReader) -> Scenario.Load? {
        let name = name(&fields)
        guard fields.has("curve") else { return nil }
        let place = fields.place(of: "curve")
        var last: Span?
        let curve = fields.mappings("curve") { point(&$0, after: &last) }
        if let curve, curve.isEmpty, fields.found.isEmpty {
            fields.report("the curve has no points", hint: "such as {at: 0s, requestsPerSecond: 40}", place, "curve")
        }
        guard let name, let curve else { return nil }
        return Scenario.Load(name: name, curve: curve)
    }

    /// Who gets the load.
    static func name(_ fields: inout FieldReader) -> String? {
        let names = ["service", "targetGroup"]
        let isOne = fields.holdsOne(of: names, "load")
        let read = names.compactMap { fields.string($0) }
        if read.isEmpty, fields.found.isEmpty {
            fields.report("service is missing", hint: "or targetGroup", nil, "service")
        }
        return isOne ? read.first : nil
    }

    /// Requests a second.
    static func rate(_ fields: inout FieldReader) -> Int? {
        fields.has("requestsPerSecond") ? fields.count("requestsPerSecond", in: 0...10_000_000) : nil
    }

    private static func point(_ fields: inout FieldReader, after last: inout Span?) -> Scenario.Load.Point? {
        let place = fields.place(of: "at")
        let at = fields.has("at") ? fields.span("at") : nil
        let rate = rate(&fields)
        guard let at, let rate else { return nil }
        if let last, at <= last {
            fields.report("\(at) does not come after \(last)", hint: "points stand in order of time", place, "at")
        }
        last = at
        return Scenario.Load.Point(at: at, requestsPerSecond: rate)
    }
}

extension FieldReader {
    /// Says so when the member `name` is not there; true when it is, without taking it.
    mutating func has(_ name: String) -> Bool {
        if holds(name) { return true }
        let before = found.count
        _ = take(name)
        if found.count == before { report("\(name) is missing", nil, name) }
        return false
    }
}
