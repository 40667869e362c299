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
    /// `value` with the defaults of members that it does not have; null is one that it has. A mapping that need not be
    /// there does not come to be because of what would stand in it.
    func filling(_ value: Value) -> Value {
        var copy = value
        for (name, below) in properties where value[name] == nil {
            guard !below.isObject || below.standard != nil || required.contains(name) else { continue }
            copy[name] = below.defaults
        }
        return copy
    }
}
