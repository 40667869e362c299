import Model
import Simulation

/// The permissions of a security group in one direction: one row for each protocol and range of ports.
struct SecurityRules {
    /// Where a rule's other side stands in a permission.
    private static let lists = ["ipRanges", "ipv6Ranges", "prefixListIds", "userIdGroupPairs"]

    /// AWS's `IpPermission` rows.
    private(set) var permissions: [Value]

    init(_ permissions: [Value]) { self.permissions = permissions }

    /// The permissions that a request adds; the older flat members make one of them.
    static func requested(_ request: LocalRequest, account: String) -> [Value] {
        let given = request.list("ipPermissions").map { permission in
            var permission = permission
            let pairs = (permission["userIdGroupPairs"]?.list ?? []).map { pair in
                (["userId": .string(account)] as Value).overlaid(with: pair)
            }
            permission["userIdGroupPairs"] = .list(pairs)
            return permission
        }
        guard given.isEmpty, let cidr = request["cidrIp"] else { return given }
        return [
            .known([
                "ipProtocol": request["ipProtocol"] ?? "-1", "fromPort": request["fromPort"],
                "toPort": request["toPort"], "ipRanges": [["cidrIp": cidr]],
            ])
        ]
    }

    /// The other sides of a permission: the list that each stands in, and itself.
    static func peers(_ permission: Value) -> [(list: String, peer: Value)] {
        lists.flatMap { list in (permission[list]?.list ?? []).map { (list, $0) } }
    }

    /// Adds one rule; AWS does not take one that is there.
    mutating func add(_ rule: (list: String, peer: Value), to permission: Value) throws(Refusal) {
        let place = permissions.firstIndex { Self.ports($0) == Self.ports(permission) }
        var row = place.map { permissions[$0] } ?? Self.bare(permission)
        let there = row[rule.list]?.list ?? []
        guard !there.contains(where: { Self.name($0) == Self.name(rule.peer) }) else {
            let text = "the specified rule \"peer: \(Self.name(rule.peer)), \(Self.ports(permission)), ALLOW\""
            throw Refusal("InvalidPermission.Duplicate", text + " already exists")
        }
        row[rule.list] = .list(there + [rule.peer])
        if let place { permissions[place] = row } else { permissions.append(row) }
    }

    /// AWS's `SecurityGroupRule` row.
    static func row(
        _ rule: (list: String, peer: Value), _ permission: Value, group: String, isEgress: Bool, _ world: inout World
    ) -> Value {
        let reference = rule.peer["groupId"].map { ["groupId": $0, "userId": rule.peer["userId"] ?? ""] as Value }
        let id = world.mintID("sgr-")
        return .known([
            "securityGroupRuleId": .string(id), "groupId": .string(group),
            "groupOwnerId": .string(world.place.account), "isEgress": .bool(isEgress),
            "ipProtocol": permission["ipProtocol"], "fromPort": permission["fromPort"] ?? -1,
            "toPort": permission["toPort"] ?? -1, "cidrIpv4": rule.peer["cidrIp"], "cidrIpv6": rule.peer["cidrIpv6"],
            "prefixListId": rule.peer["prefixListId"], "referencedGroupInfo": reference,
            "description": rule.peer["description"], "tags": [],
            "securityGroupRuleArn": .string(world.place.arn("ec2", "security-group-rule/\(id)")),
        ])
    }

    private static func bare(_ permission: Value) -> Value {
        .known([
            "ipProtocol": permission["ipProtocol"], "fromPort": permission["fromPort"],
            "toPort": permission["toPort"], "ipRanges": [], "ipv6Ranges": [], "prefixListIds": [],
            "userIdGroupPairs": [],
        ])
    }

    private static func name(_ peer: Value) -> String {
        ["cidrIp", "cidrIpv6", "prefixListId", "groupId", "groupName"].compactMap { peer[$0]?.string }.first ?? ""
    }

    private static func ports(_ permission: Value) -> String {
        let wire = permission["ipProtocol"]?.string ?? "-1"
        guard wire != "-1" else { return "ALL" }
        let (from, to) = (permission["fromPort"]?.integer ?? -1, permission["toPort"]?.integer ?? -1)
        return "\(wire.uppercased()), from port: \(from), to port: \(to)"
    }
}
