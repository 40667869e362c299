import Model
import Simulation

/// Where load balancers stand: subnets, their zones, security groups.
enum BalancerNetwork {
    /// The zones of the request's `subnets` or `subnetMappings`, as DescribeLoadBalancers shows them.
    static func zones(_ request: LocalRequest, _ type: String, _ world: World) throws(Refusal) -> [Value] {
        let mappings = request.list("subnetMappings")
        guard mappings.isEmpty || request.texts("subnets").isEmpty else {
            throw .validation("You must specify either subnets or subnet mappings, but not both")
        }
        let asked = mappings.isEmpty ? request.texts("subnets").map { ["subnetId": .string($0)] } : mappings
        var rows: [Value] = []
        for mapping in asked {
            let id = mapping["subnetId"]?.string ?? ""
            guard let row = world.row("ec2/subnet", "subnetId", id) else {
                throw Refusal("SubnetNotFound", "The subnet ID '\(id)' does not exist")
            }
            rows.append(row)
        }
        try check(rows, type)
        return zip(rows, asked).map(zone)
    }

    /// The security groups of the request; the VPC's default one where an application load balancer names none.
    static func securityGroups(
        _ request: LocalRequest, _ type: String, _ vpc: String, _ world: World
    ) throws(Refusal) -> Value? {
        let asked = request.texts("securityGroups")
        for id in asked where world.row("ec2/security-group", "groupId", id) == nil {
            throw Refusal("InvalidSecurityGroup", "Security group '\(id)' does not exist")
        }
        if !asked.isEmpty { return .list(asked.map { .string($0) }) }
        guard type == "application" else { return nil }
        let preset = world.registry["ec2/security-group"].values.first { row in
            row["vpcId"]?.string == vpc && row["groupName"]?.string == "default"
        }
        return .list(preset?["groupId"].map { [$0] } ?? [])
    }

    private static func check(_ rows: [Value], _ type: String) throws(Refusal) {
        let zones = rows.compactMap { $0["availabilityZone"]?.string }
        guard Set(zones).count == zones.count else {
            throw .configuration("A load balancer cannot be attached to multiple subnets in the same Availability Zone")
        }
        guard Set(rows.compactMap { $0["vpcId"]?.string }).count <= 1 else {
            throw .configuration("All subnets must belong to the same VPC")
        }
        guard rows.count >= (type == "application" ? 2 : 1) else {
            throw .validation(
                type == "application"
                    ? "At least two subnets in two different Availability Zones must be specified"
                    : "At least one subnet must be specified")
        }
    }

    private static func zone(_ row: Value, _ mapping: Value) -> Value {
        var zone: Value = .emptyObject
        zone["zoneName"] = row["availabilityZone"]
        zone["subnetId"] = row["subnetId"]
        let address = mapping.picking(["allocationId", "privateIPv4Address", "iPv6Address"])
        if address != .emptyObject { zone["loadBalancerAddresses"] = .list([address]) }
        return zone
    }
}

// SetSubnets, SetSecurityGroups, SetIpAddressType, ModifyIpPools.
extension LocalELBv2 {
    static func setSubnets(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, balancer) = try world.loadBalancer(request)
        var changes = request.input.picking(["ipAddressType", "enablePrefixForIpv6SourceNat"])
        changes["availabilityZones"] = .list(try BalancerNetwork.zones(request, balancer.type, world))
        world.changeLoadBalancer(id, changes)
        let shown = world.balancing.loadBalancers[id]?.shown ?? .emptyObject
        return shown.picking(["availabilityZones", "ipAddressType", "enablePrefixForIpv6SourceNat"])
    }

    static func setSecurityGroups(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, balancer) = try world.loadBalancer(request)
        guard balancer.type != "gateway" else {
            throw .configuration("Security groups are not supported on load balancers with type 'gateway'")
        }
        let vpc = balancer.shown["vpcId"]?.string ?? ""
        let groups = try BalancerNetwork.securityGroups(request, balancer.type, vpc, world) ?? .list([])
        world.changeLoadBalancer(id, ["securityGroups": groups])
        return ["securityGroupIds": groups]
    }

    static func setIpAddressType(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, _) = try world.loadBalancer(request)
        let type = request["ipAddressType"] ?? "ipv4"
        world.changeLoadBalancer(id, ["ipAddressType": type])
        return ["ipAddressType": type]
    }

    static func modifyIpPools(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, _) = try world.loadBalancer(request)
        let isRemoved = request.texts("removeIpamPools").contains("ipv4")
        let pools = isRemoved ? Value.emptyObject : request["ipamPools"] ?? .emptyObject
        world.changeLoadBalancer(id, ["ipamPools": pools])
        return ["ipamPools": pools]
    }
}
