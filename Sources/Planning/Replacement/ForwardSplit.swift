import Model

/// Forwarding actions with an old target group beside the new one that a manifest names.
struct ForwardSplit {
    /// The target group that is replaced.
    let subject: ResourceID
    /// ARNs of the old ones that stay in the actions, with their weights as they are live.
    let old: [(arn: String, weight: Int)]
    /// True when requests go to the new one.
    let isMoved: Bool

    /// `actions` as a manifest has them, split.
    func applied(to actions: Value) -> Value {
        guard !old.isEmpty, let items = actions.list else { return actions }
        return Value(.list(items.map(split)), at: actions.place, key: actions.keyPlace)
    }

    private func split(_ action: Value) -> Value {
        let several = action["forwardConfig"]?["targetGroups"]?.list ?? []
        let one = action["targetGroupArn"].map { [Value.object(["targetGroupArn": $0])] } ?? []
        let groups = several.isEmpty ? one : several
        guard groups.contains(where: names) else { return action }
        var action = action
        var config = action["forwardConfig"] ?? .emptyObject
        config["targetGroups"] = .list(groups.flatMap { names($0) ? shares(of: $0) : [$0] })
        action["targetGroupArn"] = nil
        action["forwardConfig"] = config
        return action
    }

    private func names(_ item: Value) -> Bool { item["targetGroupArn"]?.reference?.resource == subject }

    private func shares(of item: Value) -> [Value] {
        let weight = item["weight"]?.integer ?? 1
        let staying = old.map { group -> Value in
            let share = isMoved ? 0 : old.count == 1 ? weight : group.weight
            return ["targetGroupArn": .string(group.arn), "weight": .integer(share)]
        }
        var new = item
        new["weight"] = .integer(isMoved ? weight : 0)
        return staying + [new]
    }
}

/// The target groups that live actions forward to.
enum ForwardShares {
    /// Weights by ARN.
    static func of(_ actions: Value?) -> [String: Int] {
        (actions?.list ?? []).reduce(into: [:]) { shares, action in
            if let arn = action["targetGroupArn"]?.string { shares[arn] = 1 }
            for group in action["forwardConfig"]?["targetGroups"]?.list ?? [] {
                if let arn = group["targetGroupArn"]?.string { shares[arn] = group["weight"]?.integer ?? 1 }
            }
        }
    }
}
