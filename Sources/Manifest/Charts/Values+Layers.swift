import Model

extension Value {
    /// The member of this name where it is set; null is not.
    func set(_ name: String) -> Value? { self[name].flatMap { $0.isNull ? nil : $0 } }

    /// The same with `over` laid over it: mappings are merged, everything else is replaced, and null takes away.
    func overlaid(by over: Value) -> Value {
        guard let members = object, let others = over.object else { return over }
        var result = members
        for (name, other) in others { result[name] = result[name].map { $0.overlaid(by: other) } ?? other }
        return Value(.object(result), at: over.place ?? place, key: over.keyPlace ?? keyPlace)
    }
}

extension ValuesSchema {
    /// The defaults that the schema itself states, as values.
    var defaults: Value? {
        var members: [String: Value] = [:]
        for (name, below) in properties { members[name] = below.defaults }
        if members.isEmpty { return standard }
        return (standard ?? Value(.object([:]), at: place)).overlaid(by: Value(.object(members)))
    }
}
