import Model

/// Values made up from what a schema says of them.
extension ValuesSchema {
    /// `values` with something in place of what is required and not given; where `isFull`, of everything that has an
    /// example, a word or a truth value too.
    func sample(over values: Value, isFull: Bool) -> Value {
        var result = values.object ?? [:]
        for (name, below) in properties.sorted(by: { $0.key < $1.key }) {
            if let given = result[name], !given.isNull {
                if given.object != nil { result[name] = below.sample(over: given, isFull: isFull) }
                if isFull, given.list?.isEmpty == true || given.object?.isEmpty == true,
                    let example = below.examples.first
                {
                    result[name] = example
                }
                if isFull, let truth = given.bool { result[name] = Value(.bool(!truth), at: given.place) }
            } else if required.contains(name) || (isFull && below.hasExample) {
                result[name] = below.stand(isFull)
            }
        }
        for name in required where properties[name] == nil && result[name]?.isNull != false {
            result[name] = additional?.stand(isFull)
        }
        return Value(.object(result), at: values.place, key: values.keyPlace)
    }

    /// Required texts of a form that nobody can guess, neither given nor shown by an example.
    func withoutExample(beside values: Value, at path: [String]) -> [Diagnostic] {
        properties.sorted { $0.key < $1.key }.flatMap { name, below -> [Diagnostic] in
            let given = values.set(name)
            if below.isObject, given != nil || required.contains(name) {
                return below.withoutExample(beside: given ?? .emptyObject, at: path + [name])
            }
            guard given == nil, required.contains(name), let pattern = below.pattern,
                let made = below.stand(false).string, !pattern.fits(made)
            else { return [] }
            let called = (path + [name]).joined(separator: ".")
            return [
                Diagnostic(
                    "\(called) is required and has a pattern, and nothing shows what fits it", hint: "give it examples",
                    at: below.place)
            ]
        }
    }

    private var hasExample: Bool { !examples.isEmpty || words != nil || properties.values.contains { $0.hasExample } }

    private func stand(_ isFull: Bool) -> Value {
        if let value = examples.first ?? words?.first ?? standard { return value }
        if isObject { return sample(over: Value(.object([:]), at: place), isFull: isFull) }
        if kinds.contains(.array) { return Value(.list([]), at: place) }
        if kinds.contains(.boolean) { return Value(.bool(true), at: place) }
        if kinds.contains(.integer) || kinds.contains(.number) { return Value(.integer(Int(minimum ?? 1)), at: place) }
        return Value(.string(String(repeating: "x", count: max(1, least ?? 1))), at: place)
    }
}
