import Model
import Simulation

/// Virtual networks.
enum Vpcs {
    static let operations: [LocalOperation] = [
        .write("CreateVpc", create), .write("DeleteVpc", delete), .write("ModifyVpcAttribute", modify),
        .read("DescribeVpcs") { world, request throws(Refusal) in try EC2Kind.vpc.describe(world, request) },
        .read("DescribeRouteTables") { world, request throws(Refusal) in
            try EC2Kind.routeTable.describe(world, request)
        },
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let block = try CIDR.requested(request.text("cidrBlock"), code: "InvalidVpc.Range")
        let id = NetworkRows.makeVpc(&world, block, isDefault: false, tags: request.tags(for: "vpc"))
        guard let tenancy = request["instanceTenancy"] else { return try reply(id, world) }
        world.registry["ec2/vpc"][id]?["instanceTenancy"] = tenancy
        return try reply(id, world)
    }

    private static func reply(_ id: String, _ world: World) throws(Refusal) -> Value {
        ["vpc": try EC2Kind.vpc.row(id, in: world)]
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = request.text("vpcId") ?? ""
        _ = try EC2Kind.vpc.row(id, in: world)
        let groups = world.registry["ec2/security-group"].all.filter { $0.value["vpcId"]?.string == id }
        let held =
            world.registry["ec2/subnet"].values.contains { $0["vpcId"]?.string == id }
            || groups.contains { $0.value["groupName"]?.string != "default" }
            || world.registry["ec2/internet-gateway"].values.contains { $0.scalars(at: "attachments.vpcId") == [id] }
        if held { throw EC2Kind.vpc.inUse(id) }
        for group in groups { world.registry["ec2/security-group"][group.key] = nil }
        for table in world.registry["ec2/route-table"].all where table.value["vpcId"]?.string == id {
            world.registry["ec2/route-table"][table.key] = nil
        }
        world.registry["ec2/vpc"][id] = nil
        return .emptyObject
    }

    private static func modify(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = request.text("vpcId") ?? ""
        _ = try EC2Kind.vpc.row(id, in: world)
        for name in ["enableDnsSupport", "enableDnsHostnames", "enableNetworkAddressUsageMetrics"] {
            guard let value = request[name]?["value"] else { continue }
            world.registry["ec2/vpc"][id]?[name] = value
        }
        return .emptyObject
    }
}
