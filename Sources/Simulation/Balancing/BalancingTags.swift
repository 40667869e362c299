public import Model

// Tags and attributes of whatever Elastic Load Balancing knows by an ARN.
extension World {
    /// The tags of a load balancer, target group, listener or rule, by its ARN; nil when there is none. Default rules
    /// have none.
    public func balancingTags(of arn: String) -> Value? {
        if balancing.defaultRules[arn] != nil { return .list([]) }
        return balancing.loadBalancerArns[arn].flatMap { balancing.loadBalancers[$0]?.tags }
            ?? balancing.targetGroupArns[arn].flatMap { balancing.targetGroups[$0]?.tags }
            ?? balancing.listenerArns[arn].flatMap { balancing.listeners[$0]?.tags }
            ?? balancing.ruleArns[arn].flatMap { balancing.rules[$0]?.tags }
    }

    /// AddTags and RemoveTags, with the whole list that is there afterwards.
    public mutating func setBalancingTags(of arn: String, _ tags: Value) {
        if let id = balancing.loadBalancerArns[arn] { balancing.loadBalancers[id]?.tags = tags }
        if let id = balancing.targetGroupArns[arn] { balancing.targetGroups[id]?.tags = tags }
        if let id = balancing.listenerArns[arn] { balancing.listeners[id]?.tags = tags }
        if let id = balancing.ruleArns[arn] { balancing.rules[id]?.tags = tags }
    }

    /// ModifyLoadBalancerAttributes, ModifyTargetGroupAttributes, ModifyListenerAttributes: these keys, the others stay.
    public mutating func changeAttributes(of arn: String, _ changes: [String: String]) {
        if let id = balancing.loadBalancerArns[arn] { balancing.loadBalancers[id]?.attributes.merge(changes) { $1 } }
        if let id = balancing.targetGroupArns[arn] { balancing.targetGroups[id]?.attributes.merge(changes) { $1 } }
        if let id = balancing.listenerArns[arn] { balancing.listeners[id]?.attributes.merge(changes) { $1 } }
    }
}
