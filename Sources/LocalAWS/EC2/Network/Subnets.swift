import Model
import Simulation

/// Subnets, one zone each.
enum Subnets {
    static let operations: [LocalOperation] = [
        .write("CreateSubnet", create), .write("DeleteSubnet", delete), .read("DescribeSubnets", describe),
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let vpcID = request.text("vpcId") ?? ""
        let vpc = try EC2Kind.vpc.row(vpcID, in: world)
        let block = try CIDR.requested(request.text("cidrBlock"), code: "InvalidSubnet.Range")
        guard let whole = CIDR(vpc["cidrBlock"]?.string ?? ""), whole.holds(block) else {
            throw Refusal("InvalidSubnet.Range", "The CIDR '\(block.text)' is invalid.")
        }
        let others = world.registry["ec2/subnet"].values.filter { $0["vpcId"]?.string == vpcID }
        let taken = others.compactMap { CIDR($0["cidrBlock"]?.string ?? "") }
        guard !taken.contains(where: block.overlaps) else {
            throw Refusal("InvalidSubnet.Conflict", "The CIDR '\(block.text)' conflicts with another subnet")
        }
        let zone = try zone(request, world, count: others.count)
        let id = NetworkRows.makeSubnet(
            &world, block, zone: zone, vpc: vpcID, isDefault: false, tags: request.tags(for: "subnet"))
        return ["subnet": try EC2Kind.subnet.row(id, in: world)]
    }

    /// The zone that is asked for; AWS picks one for those who do not.
    private static func zone(_ request: LocalRequest, _ world: World, count: Int) throws(Refusal) -> String {
        let zones = world.place.zones
        guard let asked = request.text("availabilityZone") ?? request.text("availabilityZoneId") else {
            return zones.isEmpty ? world.place.region + "a" : zones[count % zones.count]
        }
        guard let zone = zones.first(where: { $0 == asked || Zones.id($0) == asked }) else {
            throw Refusal(
                "InvalidParameterValue",
                "Value (\(asked)) for parameter availabilityZone is invalid. "
                    + "Subnets can currently only be created in the following availability zones: "
                    + zones.joined(separator: ", ") + ".")
        }
        return zone
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = request.text("subnetId") ?? ""
        _ = try EC2Kind.subnet.row(id, in: world)
        let balancers = world.balancing.loadBalancers.handles.compactMap { world.balancing.loadBalancers[$0]?.shown }
        let held =
            world.liveInstances.contains { $0.subnet == id }
            || balancers.contains { $0.scalars(at: "availabilityZones.subnetId").contains(id) }
        if held { throw EC2Kind.subnet.inUse(id) }
        world.registry["ec2/subnet"][id] = nil
        return .emptyObject
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        var used: [String: Int] = [:]
        for instance in world.liveInstances { used[instance.subnet, default: 0] += 1 }
        let rows = EC2Kind.subnet.rows(world).map { row in
            var row = row
            let free = row["availableIpAddressCount"]?.integer ?? 0
            row["availableIpAddressCount"] = .integer(free - (used[row["subnetId"]?.string ?? ""] ?? 0))
            return row
        }
        return try EC2Kind.subnet.describe(world, request, rows: rows)
    }
}
