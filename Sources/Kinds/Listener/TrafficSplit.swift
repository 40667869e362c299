public import Model

/// The weights of forwarding actions where a service's deployments move them (aws-facts 1.8): how much goes where is theirs,
/// which target groups there are stays Git's.
public enum TrafficSplit {
    /// The `stated` actions with the weights that the `live` ones have for the same target groups.
    ///
    /// Both as `Actions.normal` spells them; a target group that is on one side only keeps its weight, and so is a difference.
    public static func kept(of live: Value?, in stated: Value) -> Value {
        guard let actions = stated.list, let there = live?.list else { return stated }
        let kept = actions.enumerated().map { index, action in
            index < there.count ? Self.kept(ofAction: there[index], in: action) : action
        }
        return Value(.list(kept), at: stated.place, key: stated.keyPlace)
    }

    private static func kept(ofAction live: Value, in stated: Value) -> Value {
        guard let groups = stated["forwardConfig"]?["targetGroups"]?.list else { return stated }
        let there = live["forwardConfig"]?["targetGroups"]?.list ?? []
        let weights = Dictionary(there.map { ($0["targetGroupArn"] ?? .null, $0["weight"] ?? 1) }) { first, _ in first }
        var action = stated
        action["forwardConfig"]?["targetGroups"] = .list(
            groups.map { group in
                var group = group
                if let weight = weights[group["targetGroupArn"] ?? .null] { group["weight"] = weight }
                return group
            })
        return action
    }
}

extension ResourceChange {
    /// `input` with the live weights in its `member` where somebody else moves them: to write anything else of the actions must
    /// not move traffic.
    func keepingSplit(_ input: [String: Value], of member: String) -> [String: Value] {
        let isMoved = claims.contains { $0.path == FieldPath([member]) && $0.reach == .split }
        guard isMoved, let actions = input[member] else { return input }
        return input.merging([member: TrafficSplit.kept(of: live?.spec[member], in: Actions.normal(actions))]) { $1 }
    }
}
