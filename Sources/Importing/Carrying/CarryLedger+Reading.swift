import Model

/// Reads values that are carried over; what is of another form than it should be is left behind.
extension CarryLedger {
    /// A scalar as text.
    mutating func text(_ node: ForeignNode?) -> String? {
        read(node, "a text") { $0.text }
    }

    /// A whole number, also one in quotes.
    mutating func integer(_ node: ForeignNode?) -> Int? {
        read(node, "a whole number") { node in node.value.integer ?? node.value.string.flatMap { Int($0) } }
    }

    /// A number, also one in quotes.
    mutating func number(_ node: ForeignNode?) -> Double? {
        read(node, "a number") { node in node.value.number ?? node.value.string.flatMap { Double($0) } }
    }

    /// A truth value, also one in quotes.
    mutating func truth(_ node: ForeignNode?) -> Bool? {
        read(node, "true or false") { node in
            node.value.bool ?? (node.value.string == "true" ? true : node.value.string == "false" ? false : nil)
        }
    }

    /// A duration in whole seconds, rounded up.
    mutating func seconds(_ node: ForeignNode?) -> Int? {
        read(node, "a duration such as 30s") { node in
            node.text.flatMap(SpelledDuration.seconds).map { Int($0.rounded(.up)) }
        }
    }

    /// A duration within what AWS takes; one beyond is cut, which is noted.
    mutating func seconds(_ node: ForeignNode?, _ range: ClosedRange<Int>) -> Int? {
        guard let node, let seconds = seconds(node) else { return nil }
        if range.contains(seconds) { return seconds }
        let cut = min(max(seconds, range.lowerBound), range.upperBound)
        note(node, "AWS takes \(range.lowerBound) to \(range.upperBound) seconds here: \(cut) is written")
        return cut
    }

    /// A whole number within what AWS takes; one beyond is cut, which is noted.
    mutating func integer(_ node: ForeignNode?, _ range: ClosedRange<Int>) -> Int? {
        guard let node, let number = integer(node) else { return nil }
        if range.contains(number) { return number }
        let cut = min(max(number, range.lowerBound), range.upperBound)
        note(node, "AWS takes \(range.lowerBound) to \(range.upperBound) here: \(cut) is written")
        return cut
    }

    /// A list of texts, or one text.
    mutating func texts(_ node: ForeignNode?) -> [String] {
        guard let node else { return [] }
        if node.value.list == nil { return text(node).map { [$0] } ?? [] }
        return node.items.compactMap { text($0) }
    }

    /// The words of a command: a list's items, or a text split as a shell does.
    mutating func words(_ node: ForeignNode?) -> [String]? {
        guard let node else { return nil }
        if node.value.list != nil { return node.items.compactMap { text($0) } }
        return text(node).map { ShellWords($0).words }
    }

    /// The entries of a mapping, or of a list of `name=value`, in their order; a name without a value has none.
    mutating func pairs(_ node: ForeignNode?) -> [(name: String, node: ForeignNode, value: String?)] {
        guard let node else { return [] }
        if node.isMapping {
            return node.members.map { name, member in
                (name, member, member.value.isNull ? nil : text(member))
            }
        }
        return node.items.compactMap { item in
            guard let text = text(item) else { return nil }
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], item, parts.count == 2 ? parts[1] : nil)
        }
    }

    private mutating func read<Result>(
        _ node: ForeignNode?, _ form: String, _ body: (ForeignNode) -> Result?
    ) -> Result? {
        guard let node else { return nil }
        guard let result = body(node) else {
            leave(node, "is not \(form), which it should be")
            return nil
        }
        carry(node)
        return result
    }
}
