import Model
import Simulation

extension World {
    /// Instances by age.
    var instancesByAge: [Simulation.Instance] {
        fleet.instances.handles.compactMap { fleet.instances[$0] }.sorted { $0.ordinal < $1.ordinal }
    }

    /// Instances that hold on to their network.
    var liveInstances: [Simulation.Instance] {
        fleet.instances.handles.compactMap { fleet.instances[$0] }.filter { $0.state != .terminated }
    }
}

/// What AWS derives from an instance and what it was started with.
struct InstanceView {
    let instance: Simulation.Instance
    let world: World

    init(_ instance: Simulation.Instance, _ world: World) {
        self.instance = instance
        self.world = world
    }

    var data: Value { instance.data }
    /// The image that it runs, parameters looked up.
    var imageID: String { Images.resolved(data["imageId"]?.string ?? "", in: world) }
    var image: Value? { Images.row(imageID, in: world) }
    var subnet: Value? { world.registry["ec2/subnet"][instance.subnet] }
    var vpc: String? { subnet?["vpcId"]?.string }
    /// The first of its network interfaces, as its template says it; launch configurations have none.
    var interface: Value? { data["networkInterfaces"]?.list?.first }

    /// Its security groups; the VPC's default one when nothing names others.
    var groupIDs: [String] {
        let named = (data["securityGroups"]?.list ?? []).compactMap(\.string)
        let given =
            (interface?["groups"]?.list ?? data["securityGroupIds"]?.list ?? []).compactMap(\.string)
            + named.compactMap { $0.hasPrefix("sg-") ? $0 : SecurityGroups.named($0, vpc: vpc, world) }
        guard given.isEmpty, let vpc else { return given }
        return SecurityGroups.named("default", vpc: vpc, world).map { [$0] } ?? []
    }

    var groups: Value {
        .list(
            groupIDs.map { id in
                let name = world.registry["ec2/security-group"][id]?["groupName"]
                return ["groupId": .string(id), "groupName": name ?? .string(id)]
            })
    }

    var arm: Bool { TypeRows.isArm(instance.instanceType) }

    /// EC2's number for a state.
    static func code(_ state: Simulation.Instance.State) -> Int {
        switch state {
        case .pending: 0
        case .running: 16
        case .shuttingDown: 32
        case .terminated: 48
        case .stopping: 64
        case .stopped: 80
        }
    }

    static func shown(_ state: Simulation.Instance.State) -> Value {
        ["code": .integer(code(state)), "name": .string(state.rawValue)]
    }

    var privateDNS: String {
        let host = "ip-" + instance.privateAddress.replacing(".", with: "-")
        let region = world.place.region
        return region == "us-east-1" ? "\(host).ec2.internal" : "\(host).\(region).compute.internal"
    }

    /// Its public address while it runs; nil when its interface or its subnet gives none.
    var publicAddress: String? {
        let said = interface?["associatePublicIpAddress"] ?? data["associatePublicIpAddress"]
        let wanted = said?.bool ?? subnet?["mapPublicIpOnLaunch"]?.bool ?? false
        guard wanted, instance.state == .pending || instance.state == .running else { return nil }
        let bits = world.dice.bits(.address, instance.ordinal, turn: 1)
        return "\(52 + bits % 3).\(bits >> 8 & 255).\(bits >> 16 & 255).\(1 + (bits >> 24) % 254)"
    }

    var publicDNS: String? {
        publicAddress.map { address in
            let region = world.place.region
            let domain = region == "us-east-1" ? "compute-1" : "\(region).compute"
            return "ec2-\(address.replacing(".", with: "-")).\(domain).amazonaws.com"
        }
    }

    /// An id of something that belongs to the instance, the same at every look.
    func id(_ prefix: String, part: Int) -> String {
        prefix + world.hex(17, instance.ordinal &+ UInt64(part + 1) << 40)
    }

    var reservation: String { data["reservationId"]?.string ?? id("r-", part: 200) }
}
