extension KindSchema {
    /// The text that tells an element of the list at `path` apart by `members`, normalised like the member that holds it; members
    /// that are nowhere stated are left out.
    public func elementName(_ item: Value, keyedBy members: [String], at path: FieldPath) -> String {
        members.compactMap { member in
            let value = item[member] ?? rule(at: path.appending("*").appending(member))?.absent
            return value.map(Self.text)
        }.joined(separator: "/")
    }

    private static func text(_ value: Value) -> String {
        value.scalarText ?? value.reference.map { "${\($0.resource).\($0.output)}" } ?? ""
    }
}
