import Model
import Simulation

// CreateLoadBalancer, DescribeLoadBalancers, DeleteLoadBalancer (aws-facts 4.7).
extension LocalELBv2 {
    static func createLoadBalancer(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("name") ?? ""
        try BalancingNameCheck.checkLoadBalancer(name)
        let type = request.text("type") ?? "application"
        let zones = try BalancerNetwork.zones(request, type, world)
        let vpc = zones.first.flatMap { world.row("ec2/subnet", "subnetId", $0["subnetId"]?.string ?? "") }?["vpcId"]
        var settings = request.input.picking(["customerOwnedIpv4Pool", "enablePrefixForIpv6SourceNat", "ipamPools"])
        settings["loadBalancerName"] = .string(name)
        settings["type"] = .string(type)
        settings["ipAddressType"] = request["ipAddressType"] ?? "ipv4"
        settings["availabilityZones"] = .list(zones)
        settings["vpcId"] = vpc
        if type != "gateway" { settings["scheme"] = request["scheme"] ?? "internet-facing" }
        settings["securityGroups"] = try BalancerNetwork.securityGroups(request, type, vpc?.string ?? "", world)
        try BalancingTagRules.check(request.list("tags"))
        let id = try world.createLoadBalancer(name, settings: settings, tags: request["tags"] ?? .list([]))
        return ["loadBalancers": .list(world.balancing.loadBalancers[id].map { [shown($0)] } ?? [])]
    }

    static func describeLoadBalancers(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("names")
        let arns = request.texts("loadBalancerArns")
        guard names.isEmpty || arns.isEmpty else {
            throw .validation("Load balancer names and load balancer ARNs cannot be specified at the same time")
        }
        let unknown = names.filter { world.balancing.loadBalancerNames[$0] == nil }
        guard unknown.isEmpty else {
            throw Refusal("LoadBalancerNotFound", "Load balancers '[\(unknown.joined(separator: ", "))]' not found")
        }
        guard arns.allSatisfy({ world.balancing.loadBalancerArns[$0] != nil }) else {
            throw Refusal("LoadBalancerNotFound", "One or more load balancers not found")
        }
        let wanted = Set(
            names.compactMap { world.balancing.loadBalancerNames[$0] }
                + arns.compactMap { world.balancing.loadBalancerArns[$0] })
        let ids = world.balancing.loadBalancers.handles.filter { wanted.isEmpty || wanted.contains($0) }
        let page = try page(request, ids)
        var reply: Value = [
            "loadBalancers": .list(page.items.compactMap { world.balancing.loadBalancers[$0].map(shown) })
        ]
        reply["nextMarker"] = page.next.map { .string($0) }
        return reply
    }

    static func deleteLoadBalancer(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try world.deleteLoadBalancer(request.text("loadBalancerArn") ?? "")
        return .emptyObject
    }

    /// DescribeLoadBalancers' view of it.
    private static func shown(_ balancer: LoadBalancer) -> Value {
        var shown = balancer.shown
        shown["state"] = ["code": .string(balancer.state)]
        return shown
    }
}
