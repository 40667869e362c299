import Model

/// A manifest as one environment has it: `environments.<name>` laid over the rest.
enum CopilotOverrides {
    /// The manifest of `environment`; what it replaces, and what other environments have, is said to `ledger`.
    static func applied(
        _ top: ForeignNode, _ environment: String, _ ledger: inout CarryLedger
    ) -> ForeignNode {
        guard let environments = top["environments"] else { return top }
        for (name, node) in environments.members where name != environment {
            ledger.leave(node, "is of another environment: import it with --environment \(name)")
        }
        var rest = top.value
        rest["environments"] = nil
        guard let over = environments[environment] else { return ForeignNode(rest) }
        return ForeignNode(merged(ForeignNode(rest), over, &ledger))
    }

    /// Forms of one thing that go without each other.
    private static let exclusive: [(String, Set<String>)] = [
        ("build", ["location"]), ("location", ["build"]), ("spot", ["range"]), ("range", ["spot"]),
    ]

    private static func merged(_ base: ForeignNode, _ over: ForeignNode, _ ledger: inout CarryLedger) -> Value {
        guard base.isMapping, over.isMapping else {
            ledger.pass(base)
            return over.value
        }
        var members = base.value.object ?? [:]
        for (name, others) in exclusive where over[name] != nil {
            for other in others where over[other] == nil {
                ledger.pass(base[other])
                members[other] = nil
            }
        }
        for (name, node) in over.members {
            if let old = base[name], members[name] != nil {
                members[name] = merged(old, node, &ledger)
            } else {
                members[name] = node.value
            }
        }
        return Value(.object(members), at: base.value.place, key: base.value.keyPlace)
    }
}
