public import Model

extension ResourceChange {
    /// The whole wanted value for an operation that replaces what it is sent: live, with what Git withdrew taken out or back
    /// at AWS's default, and what Git states laid over it. What Git never stated stays.
    public var merged: Value {
        guard let live else { return spec }
        let withdrawn = changes.filter { resource.spec[$0.path] == nil }
        let kept = withdrawn.reduce(live.spec) { $0.setting($1.desired, at: $1.path.parts[...]) }
        return spec.laid(over: kept)
    }

    /// `merged`, only the members of these names.
    public func merged(_ names: some Sequence<String>) -> [String: Value] {
        let whole = merged
        return names.reduce(into: [:]) { members, name in members[name] = whole[name] }
    }
}

extension Value {
    /// This value over `lower`: objects member by member, everything else whole.
    public func laid(over lower: Value?) -> Value {
        guard let members = object, var result = lower?.object else { return self }
        for (name, value) in members { result[name] = value.laid(over: result[name]) }
        return Value(.object(result), at: place, key: keyPlace)
    }

    /// This value with `value` at a path of object members; a path through a list leaves the list as it is.
    func setting(_ value: Value?, at parts: ArraySlice<String>) -> Value {
        guard let first = parts.first, object != nil else { return self }
        var copy = self
        copy[first] = parts.count == 1 ? value : self[first]?.setting(value, at: parts.dropFirst())
        return copy
    }
}
