import Model
import Simulation

/// Security groups and their rules.
enum SecurityGroups {
    static let operations: [LocalOperation] = [
        .write("CreateSecurityGroup", create), .write("DeleteSecurityGroup", delete),
        .read("DescribeSecurityGroups", describe),
        .write("AuthorizeSecurityGroupIngress") { world, request throws(Refusal) in
            try authorize(&world, request, "ipPermissions", isEgress: false)
        },
        .write("AuthorizeSecurityGroupEgress") { world, request throws(Refusal) in
            try authorize(&world, request, "ipPermissionsEgress", isEgress: true)
        },
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("groupName") ?? ""
        guard name != "default" else {
            throw Refusal("InvalidParameterValue", "Cannot use reserved security group name: default")
        }
        let vpcs = world.registry["ec2/vpc"].values
        let standard = vpcs.first { $0["isDefault"]?.bool == true }?["vpcId"]?.string
        guard let vpc = request.text("vpcId") ?? standard else {
            throw Refusal("VPCIdNotSpecified", "No default VPC for this user")
        }
        _ = try EC2Kind.vpc.row(vpc, in: world)
        if named(name, vpc: vpc, world) != nil {
            throw Refusal("InvalidGroup.Duplicate", "The security group '\(name)' already exists for VPC '\(vpc)'")
        }
        let tags = request.tags(for: "security-group")
        let id = NetworkRows.makeGroup(&world, name, request.text("description") ?? "", vpc: vpc, tags: tags)
        let arn = world.place.arn("ec2", "security-group/\(id)")
        return ["groupId": .string(id), "tags": tags, "securityGroupArn": .string(arn)]
    }

    /// The id of a group by name; in the default VPC when none is said.
    static func named(_ name: String, vpc: String?, _ world: World) -> String? {
        let standard = world.registry["ec2/vpc"].values.first { $0["isDefault"]?.bool == true }?["vpcId"]?.string
        let place = vpc ?? standard
        let rows = world.registry["ec2/security-group"].values
        return rows.first { $0["groupName"]?.string == name && $0["vpcId"]?.string == place }?["groupId"]?.string
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("groupNames")
        var rows = EC2Kind.securityGroup.rows(world)
        for name in names where !rows.contains(where: { $0["groupName"]?.string == name }) {
            throw EC2Kind.securityGroup.notFound(name)
        }
        if !names.isEmpty { rows.removeAll { !names.contains($0["groupName"]?.string ?? "") } }
        return try EC2Kind.securityGroup.describe(world, request, rows: rows)
    }

    private static func target(_ request: LocalRequest, _ world: World) throws(Refusal) -> String {
        if let id = request.text("groupId") { return id }
        guard let name = request.text("groupName") else {
            throw Refusal("MissingParameter", "The request must contain the parameter groupName or groupId")
        }
        guard let id = named(name, vpc: nil, world) else { throw EC2Kind.securityGroup.notFound(name) }
        return id
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try target(request, world)
        let row = try EC2Kind.securityGroup.row(id, in: world)
        guard row["groupName"]?.string != "default" else {
            let text = "the specified group: \"\(id)\" name: \"default\" cannot be deleted by a user"
            throw Refusal("CannotDelete", text)
        }
        if isUsed(id, world) {
            throw Refusal("DependencyViolation", "resource \(id) has a dependent object")
        }
        world.registry["ec2/security-group"][id] = nil
        return ["return": true, "groupId": .string(id)]
    }

    private static func isUsed(_ id: String, _ world: World) -> Bool {
        let balancers = world.balancing.loadBalancers.handles.compactMap { world.balancing.loadBalancers[$0]?.shown }
        let rules = ["ipPermissions", "ipPermissionsEgress"].map { $0 + ".userIdGroupPairs.groupId" }
        let others = world.registry["ec2/security-group"].values.filter { $0["groupId"]?.string != id }
        return others.contains { other in rules.contains { other.scalars(at: $0).contains(id) } }
            || balancers.contains { $0.scalars(at: "securityGroups").contains(id) }
            || world.liveInstances.contains { InstanceView($0, world).groupIDs.contains(id) }
    }

    private static func authorize(
        _ world: inout World, _ request: LocalRequest, _ member: String, isEgress: Bool
    ) throws(Refusal) -> Value {
        let id = try target(request, world)
        var rules = SecurityRules(try EC2Kind.securityGroup.row(id, in: world)[member]?.list ?? [])
        let added = SecurityRules.requested(request, account: world.place.account)
        guard !added.isEmpty else {
            throw Refusal("MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.")
        }
        var shown: [Value] = []
        for permission in added {
            for peer in SecurityRules.peers(permission) {
                try rules.add(peer, to: permission)
                shown.append(SecurityRules.row(peer, permission, group: id, isEgress: isEgress, &world))
            }
        }
        world.registry["ec2/security-group"][id]?[member] = .list(rules.permissions)
        return ["return": true, "securityGroupRules": .list(shown)]
    }
}
