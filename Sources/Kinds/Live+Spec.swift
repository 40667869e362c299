import Model

extension KindSchema {
    /// What AWS's `reply` says of the spec: cut down to the shape, without the name and what only AWS sets.
    func liveSpec(_ reply: Value) -> Value {
        let known = shape.projecting(reply)
        let names = (known.object ?? [:]).keys.filter { $0 == nameMember || isReadOnly(FieldPath([$0])) }
        return names.reduce(known) { spec, name in spec.setting(nil, at: [name]) }
    }
}

extension Normal {
    /// A whole number where AWS carries floating-point ones.
    static let number: @Sendable (Value) -> Value = { value in
        value.integer.map { Value(.number(Double($0)), at: value.place, key: value.keyPlace) } ?? value
    }
}

extension FieldRule {
    /// Members that only AWS sets: known, so that a describe call's output is taken as it is, and dropped.
    static func readOnly(_ names: [String]) -> [FieldRule] {
        names.map { FieldRule(FieldPath([$0]), readOnly: true) }
    }
}

extension Shape {
    /// The members of these names, none demanded.
    func picking(_ names: [String]) -> [Member] { names.compactMap { members?[$0]?.optional } }
}
