public import Model

// Rules are made, changed, put in order and deleted (aws-facts 4.9).
extension World {
    /// CreateRule; never idempotent. `settings` are DescribeRules' `conditions` and `transforms`.
    public mutating func createRule(
        on listener: ListenerID, priority: Int, settings: Value, actions: [Value], tags: Value = .list([])
    ) throws(Refusal) -> RuleID {
        guard let owner = balancing.listeners[listener] else {
            throw Refusal("ListenerNotFound", "One or more listeners not found")
        }
        guard !owner.rules.contains(where: { balancing.rules[$0]?.priority == priority }) else { throw Self.inUse }
        let expanded = ActionShape.expanded(actions)
        try checkActions(expanded, at: owner.loadBalancer)
        let arn = ruleArn(below: owner.arn, nextOrdinal())
        var shown = settings
        shown["ruleArn"] = .string(arn)
        shown["isDefault"] = false
        let id = balancing.rules.insert(
            ListenerRule(arn: arn, listener: listener, priority: priority, shown: shown, actions: [], tags: tags))
        balancing.listeners[listener]?.rules.append(id)
        balancing.ruleArns[arn] = id
        replaceActions(of: id, with: expanded)
        return id
    }

    /// ModifyRule: `settings`' members and `actions` where they are given.
    public mutating func modifyRule(_ arn: String, settings: Value, actions: [Value]?) throws(Refusal) {
        let id = try changeableRule(arn, to: "modified")
        let expanded = actions.map(ActionShape.expanded)
        if let expanded, let rule = balancing.rules[id], let owner = balancing.listeners[rule.listener] {
            try checkActions(expanded, at: owner.loadBalancer)
        }
        for (name, value) in settings.sortedMembers {
            balancing.rules[id]?.shown[name] = value.isNull ? nil : value
        }
        if let expanded { replaceActions(of: id, with: expanded) }
    }

    /// SetRulePriorities: all of them or none.
    public mutating func setRulePriorities(_ pairs: [(arn: String, priority: Int)]) throws(Refusal) {
        var wanted: [(rule: RuleID, priority: Int)] = []
        for (arn, priority) in pairs { wanted.append((try changeableRule(arn, to: "reprioritized"), priority)) }
        for (rule, priority) in wanted {
            let siblings = balancing.rules[rule].flatMap { balancing.listeners[$0.listener]?.rules } ?? []
            let takers = siblings.filter { sibling in
                let aim = wanted.last { $0.rule == sibling }?.priority
                return (aim ?? balancing.rules[sibling]?.priority) == priority
            }
            guard takers.count == 1 else { throw Self.inUse }
        }
        for (rule, priority) in wanted { balancing.rules[rule]?.priority = priority }
    }

    /// DeleteRule.
    public mutating func deleteRule(_ arn: String) throws(Refusal) {
        removeRule(try changeableRule(arn, to: "deleted"))
    }

    mutating func removeRule(_ id: RuleID) {
        guard let rule = balancing.rules[id] else { return }
        replaceActions(of: id, with: [])
        balancing.rules.remove(id)
        balancing.ruleArns[rule.arn] = nil
        balancing.listeners[rule.listener]?.rules.removeAll { $0 == id }
    }

    private func changeableRule(_ arn: String, to participle: String) throws(Refusal) -> RuleID {
        guard balancing.defaultRules[arn] == nil else {
            throw Refusal("OperationNotPermitted", "Default rule '\(arn)' cannot be \(participle)")
        }
        guard let id = balancing.ruleArns[arn] else { throw Refusal("RuleNotFound", "One or more rules not found") }
        return id
    }

    private static let inUse = Refusal("PriorityInUse", "The specified priority is in use.")
}
