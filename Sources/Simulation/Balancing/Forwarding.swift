import Model

// Weights of forwards, as ECS's native strategies read and write them (aws-facts 1.8).
extension World {
    /// The shares of a listener's default action or a rule, by its ARN; nil when there is no such forward.
    public func forwards(of arn: String) -> [Forward]? {
        if let listener = forwardingListener(arn) {
            return balancing.listeners[listener].flatMap { ActionShape.forwards(in: $0.defaultActions) }
        }
        return balancing.ruleArns[arn].flatMap { balancing.rules[$0] }.flatMap { ActionShape.forwards(in: $0.actions) }
    }

    /// Changes the weights of a forward's target groups, as ECS's native strategies do.
    mutating func setForwards(of arn: String, _ forwards: [Forward]) {
        if let id = forwardingListener(arn), let listener = balancing.listeners[id] {
            replaceActions(of: id, with: ActionShape.reweighted(listener.defaultActions, forwards))
        } else if let id = balancing.ruleArns[arn], let rule = balancing.rules[id] {
            replaceActions(of: id, with: ActionShape.reweighted(rule.actions, forwards))
        }
    }

    /// Sets a listener's default actions; target groups learn of it.
    mutating func replaceActions(of id: ListenerID, with actions: [Value]) {
        guard let listener = balancing.listeners[id] else { return }
        balancing.listeners[id]?.defaultActions = actions
        moveUses(of: listener.arn, at: listener.loadBalancer, from: listener.defaultActions, to: actions)
    }

    /// Sets a rule's actions; target groups learn of it.
    mutating func replaceActions(of id: RuleID, with actions: [Value]) {
        guard let rule = balancing.rules[id], let listener = balancing.listeners[rule.listener] else { return }
        balancing.rules[id]?.actions = actions
        moveUses(of: rule.arn, at: listener.loadBalancer, from: rule.actions, to: actions)
    }

    /// The listener that is meant by its own or its default rule's ARN.
    private func forwardingListener(_ arn: String) -> ListenerID? {
        balancing.listenerArns[arn] ?? balancing.defaultRules[arn]
    }
}
