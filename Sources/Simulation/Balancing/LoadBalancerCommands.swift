public import Model

// Load balancers are made, changed and deleted (aws-facts 4.7).
extension World {
    /// CreateLoadBalancer; the same one again when the settings are equal.
    ///
    /// `settings` are DescribeLoadBalancers' members with all defaults, without what AWS makes up.
    public mutating func createLoadBalancer(
        _ name: String, settings: Value, tags: Value = .list([])
    ) throws(Refusal) -> LoadBalancerID {
        if let known = balancing.loadBalancerNames[name], let balancer = balancing.loadBalancers[known] {
            guard balancer.settings == settings else {
                throw Refusal(
                    "DuplicateLoadBalancerName",
                    "A load balancer with the same name '\(name)' exists, but with different settings")
            }
            return known
        }
        let ordinal = nextOrdinal()
        let id = balancing.loadBalancers.insert(newLoadBalancer(name, settings, tags, ordinal))
        balancing.loadBalancerNames[name] = id
        balancing.loadBalancerArns[balancing.loadBalancers[id]?.arn ?? ""] = id
        schedule(.loadBalancer(id), after: physics.loadBalancerProvisioning.draw(dice, .balancer, ordinal))
        note(.world, name, "load balancer provisioning")
        return id
    }

    /// SetSubnets, SetSecurityGroups, SetIpAddressType: members of DescribeLoadBalancers that are others now.
    public mutating func changeLoadBalancer(_ id: LoadBalancerID, _ members: Value) {
        for (name, value) in members.sortedMembers { balancing.loadBalancers[id]?.shown[name] = value }
    }

    /// DeleteLoadBalancer; listeners and rules go with it. One that is not there is no matter (aws-facts 4.1).
    public mutating func deleteLoadBalancer(_ arn: String) throws(Refusal) {
        guard let id = balancing.loadBalancerArns[arn], let balancer = balancing.loadBalancers[id] else { return }
        guard balancer.attributes["deletion_protection.enabled"] != "true" else {
            throw Refusal(
                "OperationNotPermitted",
                "Load balancer '\(arn)' cannot be deleted because deletion protection is enabled")
        }
        for listener in balancer.listeners { removeListener(listener) }
        balancing.loadBalancers.remove(id)
        balancing.loadBalancerArns[arn] = nil
        balancing.loadBalancerNames[balancer.name] = nil
        note(.world, balancer.name, "load balancer deleted")
    }

    mutating func loadBalancerDue(_ id: LoadBalancerID) {
        guard let balancer = balancing.loadBalancers[id], balancer.state == "provisioning" else { return }
        balancing.loadBalancers[id]?.state = "active"
        note(.world, balancer.name, "load balancer active")
    }

    private func newLoadBalancer(_ name: String, _ settings: Value, _ tags: Value, _ ordinal: UInt64) -> LoadBalancer {
        let type = settings["type"]?.string ?? "application"
        let arn = loadBalancerArn(name, type, ordinal)
        var shown = settings
        shown["loadBalancerArn"] = .string(arn)
        shown["dnsName"] = .string(hostName(name, type: type, scheme: settings["scheme"]?.string, ordinal))
        shown["canonicalHostedZoneId"] = .string(balancerZone)
        shown["createdTime"] = Value(.number(now.seconds))
        return LoadBalancer(
            name: name, arn: arn, shown: shown, attributes: BalancingDefaults.loadBalancer(type), tags: tags,
            createdAt: now)
    }
}
