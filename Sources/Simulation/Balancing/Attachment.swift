import Model

// Which target groups are reached through which load balancers.
extension World {
    /// True when a target group is reached through a listener or a rule.
    public func isAttached(targetGroup arn: String) -> Bool {
        guard let id = balancing.targetGroupArns[arn] else { return false }
        return balancing.targetGroups[id]?.uses.isEmpty == false
    }

    /// The listener or rule `holder` forwards by `new` actions from now on, by `old` ones before.
    mutating func moveUses(of holder: String, at balancer: LoadBalancerID, from old: [Value], to new: [Value]) {
        let before = ActionShape.targetGroups(of: old)
        let after = ActionShape.targetGroups(of: new)
        for arn in before where !after.contains(arn) { detach(arn, from: holder) }
        for arn in after where !before.contains(arn) { attach(arn, to: holder, balancer) }
    }

    private mutating func attach(_ arn: String, to holder: String, _ balancer: LoadBalancerID) {
        guard let id = balancing.targetGroupArns[arn] else { return }
        balancing.targetGroups[id]?.uses.append(TargetGroup.Use(holder: holder, loadBalancer: balancer))
        guard usesChanged(id) == 1 else { return }
        for target in balancing.targetGroups[id]?.targets ?? [] where balancing.targets[target]?.state == .unused {
            beginTarget(target)
        }
    }

    private mutating func detach(_ arn: String, from holder: String) {
        guard let id = balancing.targetGroupArns[arn] else { return }
        balancing.targetGroups[id]?.uses.removeAll { $0.holder == holder }
        guard usesChanged(id) == 0 else { return }
        for target in balancing.targetGroups[id]?.targets ?? [] where balancing.targets[target]?.state != .draining {
            beginTarget(target)
        }
    }

    /// Brings a group's load balancers up to date; how many uses it has.
    private mutating func usesChanged(_ id: TargetGroupID) -> Int {
        let uses = balancing.targetGroups[id]?.uses ?? []
        var balancers: [LoadBalancerID] = []
        for use in uses where !balancers.contains(use.loadBalancer) { balancers.append(use.loadBalancer) }
        balancing.targetGroups[id]?.loadBalancers = balancers
        return uses.count
    }
}
