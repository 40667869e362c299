import Model
import Simulation

/// Internet gateways.
enum InternetGateways {
    static let operations: [LocalOperation] = [
        .write("CreateInternetGateway", create), .write("DeleteInternetGateway", delete),
        .write("AttachInternetGateway", attach), .write("DetachInternetGateway", detach),
        .read("DescribeInternetGateways") { world, request throws(Refusal) in
            try EC2Kind.internetGateway.describe(world, request)
        },
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = NetworkRows.makeGateway(&world, vpc: nil, tags: request.tags(for: "internet-gateway"))
        return ["internetGateway": try EC2Kind.internetGateway.row(id, in: world)]
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = request.text("internetGatewayId") ?? ""
        guard try attached(id, world).isEmpty else { throw EC2Kind.internetGateway.inUse(id) }
        world.registry["ec2/internet-gateway"][id] = nil
        return .emptyObject
    }

    private static func attach(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, vpc) = (request.text("internetGatewayId") ?? "", request.text("vpcId") ?? "")
        let others = try attached(id, world)
        _ = try EC2Kind.vpc.row(vpc, in: world)
        if let other = others.first {
            throw Refusal("Resource.AlreadyAssociated", "resource \(id) is already attached to network \(other)")
        }
        let gateways = EC2Kind.internetGateway.rows(world)
        if gateways.contains(where: { $0.scalars(at: "attachments.vpcId").contains(vpc) }) {
            throw Refusal("InvalidParameterValue", "Network \(vpc) already has an internet gateway attached")
        }
        let attachment: Value = ["vpcId": .string(vpc), "state": "available"]
        world.registry["ec2/internet-gateway"][id]?["attachments"] = [attachment]
        return .emptyObject
    }

    private static func detach(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, vpc) = (request.text("internetGatewayId") ?? "", request.text("vpcId") ?? "")
        guard try attached(id, world).contains(vpc) else {
            throw Refusal("Gateway.NotAttached", "resource \(id) is not attached to network \(vpc)")
        }
        world.registry["ec2/internet-gateway"][id]?["attachments"] = []
        return .emptyObject
    }

    private static func attached(_ id: String, _ world: World) throws(Refusal) -> [String] {
        try EC2Kind.internetGateway.row(id, in: world).scalars(at: "attachments.vpcId")
    }
}
