import Model

extension Value {
    /// True when it holds more values, or goes deeper, than a file may: copies of copies grow fast. Ends as soon as it
    /// is known, so that asking is cheap whatever the size.
    var isTooLarge: Bool {
        var nodes = 0
        return passes(Limits.nodes, &nodes, depth: 0)
    }

    private func passes(_ limit: Int, _ nodes: inout Int, depth: Int) -> Bool {
        nodes += 1
        if nodes > limit || depth > Limits.depth { return true }
        switch content {
        case .list(let items):
            for item in items where item.passes(limit, &nodes, depth: depth + 1) { return true }
        case .object(let members):
            for member in members.values where member.passes(limit, &nodes, depth: depth + 1) { return true }
        default: break
        }
        return false
    }
}

extension Patch {
    /// What applying it to one manifest costs, in values that are looked at.
    var cost: Int {
        var (nodes, text) = (1, 0)
        merge?.weigh(&nodes, &text)
        return nodes + operations.reduce(0) { $0 + ($1.word == .copy ? 1_000 : 10) }
    }

    /// What the patches of one file may cost.
    static let limit = 2_000_000
}
