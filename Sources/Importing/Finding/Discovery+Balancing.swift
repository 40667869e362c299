import Model

/// Target groups of the services, and the load balancers before them with their listeners and rules.
extension Discovery {
    mutating func findBalancing() async {
        let groups = stack.all("Service").flatMap { service in
            (service.live.spec["loadBalancers"]?.list ?? []).flatMap { item in
                [item["targetGroupArn"], item["advancedConfiguration"]?["alternateTargetGroupArn"]].compactMap {
                    $0?.string
                }
            }
        }
        await observe(Set(groups.compactMap(Self.targetGroupName)).sorted().map { stub("TargetGroup", $0) })
        let balancers = stack.all("TargetGroup").flatMap { group in
            (group.live.detail["loadBalancerArns"]?.list ?? []).compactMap { $0.string.flatMap(Self.balancerName) }
        }
        await observe(Set(balancers).sorted().map { stub("LoadBalancer", $0) })
        for balancer in stack.all("LoadBalancer") { await findListeners(of: balancer) }
    }

    private mutating func findListeners(of balancer: LiveThing) async {
        let arn = balancer.live.outputs["arn"] ?? .null
        let what = "listeners of load balancer \(balancer.awsName)"
        let reply = await ask("elbv2", "DescribeListeners", ["loadBalancerArn": arn], for: what)
        let stubs = (reply?["listeners"]?.list ?? []).compactMap { listener in
            listener["port"]?.scalarText.map { port in
                stub(
                    "Listener", port, ["loadBalancerArn": arn, "port": listener["port"] ?? .null],
                    key: "\(balancer.id.name)/\(port)")
            }
        }
        await observe(stubs) { $0.parent = balancer.id.name }
        for listener in stack.parts("Listener", of: balancer.id.name) { await findRules(of: listener) }
    }

    private mutating func findRules(of listener: LiveThing) async {
        let arn = listener.live.outputs["arn"] ?? .null
        let reply = await ask(
            "elbv2", "DescribeRules", ["listenerArn": arn], for: "rules of listener \(listener.id.name)")
        let stubs = (reply?["rules"]?.list ?? []).filter { $0["isDefault"]?.bool != true }.compactMap { rule in
            rule["priority"]?.scalarText.map { priority in
                stub(
                    "ListenerRule", priority,
                    ["listenerArn": arn, "priority": Int(priority).map { .integer($0) } ?? .string(priority)],
                    key: "\(listener.id.name)/\(priority)")
            }
        }
        await observe(stubs) { $0.parent = listener.id.name }
    }

    /// `api` of `…:targetgroup/api/0123456789abcdef`.
    static func targetGroupName(_ arn: String) -> String? { name(in: arn, after: "targetgroup", at: 1) }
    /// `demo` of `…:loadbalancer/app/demo/0123456789abcdef`.
    static func balancerName(_ arn: String) -> String? { name(in: arn, after: "loadbalancer", at: 2) }

    private static func name(in arn: String, after word: String, at index: Int) -> String? {
        let parts = (arn.split(separator: ":").last ?? "").split(separator: "/").map(String.init)
        return parts.first == word && parts.indices.contains(index) ? parts[index] : nil
    }
}
