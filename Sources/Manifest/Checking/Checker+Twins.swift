import Model

extension Checker {
    /// Says that two elements of a list are one by what tells its elements apart: AWS refuses them or takes one, and no
    /// difference could ever be told.
    mutating func refuseTwins(_ items: [Value], _ node: SpecNode) {
        guard items.count > 1, case .keyed(let members)? = node.rule?.elements, !isUnchecked else { return }
        var first: [[Value?]: Place?] = [:]
        for item in items {
            let key = members.map { item[$0] ?? node.child("*")?.child($0)?.rule?.absent }
            // What a default alone tells apart (a range of ports) is told apart by another member.
            guard members.contains(where: { item[$0] != nil }) else { continue }
            guard let there = first[key] else {
                first[key] = item.place
                continue
            }
            let name = zip(members, key).compactMap { member, value in value?.scalarText.map { "\(member) \($0)" } }
            let other = there.map { "; it stands at \($0.line):\($0.column) already" } ?? ""
            report("\(name.joined(separator: ", ")) is a duplicate\(other)", hint: "remove one of them", item.place)
        }
    }
}
