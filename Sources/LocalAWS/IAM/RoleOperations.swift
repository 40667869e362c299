import Model
import Simulation

// Roles and the policies attached to them.
extension LocalIAM {
    static func createRole(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("roleName") ?? ""
        guard world.registry[roles][name] == nil else { throw exists("Role with name \(name) already exists.") }
        let path = request.text("path") ?? "/"
        var row = request.input.picking(["assumeRolePolicyDocument", "description", "tags"])
        row["maxSessionDuration"] = request["maxSessionDuration"] ?? 3600
        add(&row, name, path, &world)
        return ["role": shown(row)]
    }

    static func getRole(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["role": shown(try role(world, request))]
    }

    static func listRoles(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let prefix = request.text("pathPrefix") ?? "/"
        let rows = world.registry[roles].values.filter { ($0["path"]?.string ?? "/").hasPrefix(prefix) }
        let sorted = rows.sorted { ($0["roleName"]?.string ?? "") < ($1["roleName"]?.string ?? "") }
        return try paged(request, "roles", sorted.map(shown))
    }

    static func deleteRole(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try role(world, request)["roleName"]?.string ?? ""
        guard world.registry[attachments][name]?.list?.isEmpty ?? true else {
            throw conflict("Cannot delete entity, must detach all policies first.")
        }
        let isHeld = world.registry[profiles].values.contains { profile in
            profile["roles"]?.list?.contains { $0["roleName"]?.string == name } ?? false
        }
        guard !isHeld else {
            throw conflict("Cannot delete entity, must remove roles from instance profile first.")
        }
        world.registry[roles][name] = nil
        world.registry[attachments][name] = nil
        return .emptyObject
    }

    static func attachRolePolicy(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try role(world, request)["roleName"]?.string ?? ""
        var attached = world.registry[attachments][name]?.list ?? []
        let policy = request["policyArn"] ?? ""
        if !attached.contains(policy) { attached.append(policy) }
        world.registry[attachments][name] = .list(attached)
        return .emptyObject
    }

    static func detachRolePolicy(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try role(world, request)["roleName"]?.string ?? ""
        let attached = world.registry[attachments][name]?.list ?? []
        guard let policy = request["policyArn"], attached.contains(policy) else {
            throw missing("Policy \(request.text("policyArn") ?? "") was not found.")
        }
        world.registry[attachments][name] = .list(attached.filter { $0 != policy })
        return .emptyObject
    }

    static func listAttachedRolePolicies(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try role(world, request)["roleName"]?.string ?? ""
        let rows = (world.registry[attachments][name]?.list ?? []).compactMap(\.string).map { arn -> Value in
            ["policyArn": .string(arn), "policyName": .string(String(arn.split(separator: "/").last ?? ""))]
        }
        return try paged(request, "attachedPolicies", rows)
    }

    static func createServiceLinkedRole(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let service = request.text("awsServiceName") ?? ""
        let suffix = request.text("customSuffix").map { "_" + $0 } ?? ""
        let name = "AWSServiceRoleFor" + (linkedNames[service] ?? service) + suffix
        guard world.registry[roles][name] == nil else {
            throw Refusal(
                "InvalidInput",
                "Service role name \(name) has been taken in this account, please try a different suffix.")
        }
        var row = request.input.picking(["description"])
        row["assumeRolePolicyDocument"] = .string(
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":""# + service
                + #""},"Action":"sts:AssumeRole"}]}"#)
        row["maxSessionDuration"] = 3600
        add(&row, name, "/aws-service-role/\(service)/", &world)
        return ["role": shown(row)]
    }

    static func role(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("roleName") ?? ""
        guard let row = world.registry[roles][name] else {
            throw missing("The role with name \(name) cannot be found.")
        }
        return row
    }

    /// DescribeX's view of a role: the document comes percent-encoded, as RFC 3986 says.
    static func shown(_ row: Value) -> Value {
        var shown = row
        shown["assumeRolePolicyDocument"] = row["assumeRolePolicyDocument"]?.string.map { .string(encoded($0)) }
        return shown
    }

    /// A page of IAM's: 100 unless the request says otherwise, and whether there is more.
    static func paged(_ request: LocalRequest, _ member: String, _ rows: [Value]) throws(Refusal) -> Value {
        let size = request["maxItems"]?.integer ?? 100
        let page = try request.page(rows, token: "marker", limit: "maxItems", size: size, invalidToken: "InvalidInput")
        var reply: Value = [member: .list(page.items), "isTruncated": .bool(page.next != nil)]
        reply["marker"] = page.next.map { .string($0) }
        return reply
    }

    private static func add(_ row: inout Value, _ name: String, _ path: String, _ world: inout World) {
        row["roleName"] = .string(name)
        row["roleId"] = .string(id("AROA", &world))
        row["path"] = .string(path)
        row["arn"] = .string(arn(world, "role", path, name))
        row["createDate"] = world.now.shown
        world.registry[roles][name] = row
    }

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let plain = Character(UnicodeScalar(byte))
            if byte < 128, plain.isLetter || plain.isNumber || "-._~".contains(plain) { return String(plain) }
            return "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }.joined()
    }

    /// How AWS spells the services of service-linked roles.
    private static let linkedNames = [
        "ecs.amazonaws.com": "ECS", "autoscaling.amazonaws.com": "AutoScaling",
        "elasticloadbalancing.amazonaws.com": "ElasticLoadBalancing", "spot.amazonaws.com": "EC2Spot",
        "ecs.application-autoscaling.amazonaws.com": "ApplicationAutoScaling_ECSService",
    ]
}
