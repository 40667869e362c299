import Model
import Simulation

// Instance profiles: a name under which an instance gets a role.
extension LocalIAM {
    static func createInstanceProfile(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("instanceProfileName") ?? ""
        guard world.registry[profiles][name] == nil else { throw exists("Instance Profile \(name) already exists.") }
        let path = request.text("path") ?? "/"
        var row = request.input.picking(["tags"])
        row["instanceProfileName"] = .string(name)
        row["instanceProfileId"] = .string(id("AIPA", &world))
        row["path"] = .string(path)
        row["arn"] = .string(arn(world, "instance-profile", path, name))
        row["createDate"] = world.now.shown
        row["roles"] = .list([])
        world.registry[profiles][name] = row
        return ["instanceProfile": row]
    }

    static func getInstanceProfile(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["instanceProfile": profile(try row(world, request))]
    }

    static func listInstanceProfiles(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let prefix = request.text("pathPrefix") ?? "/"
        let rows = world.registry[profiles].values.filter { ($0["path"]?.string ?? "/").hasPrefix(prefix) }
        let sorted = rows.sorted {
            ($0["instanceProfileName"]?.string ?? "") < ($1["instanceProfileName"]?.string ?? "")
        }
        return try paged(request, "instanceProfiles", sorted.map(profile))
    }

    static func deleteInstanceProfile(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let row = try row(world, request)
        guard row["roles"]?.list?.isEmpty ?? true else {
            throw conflict("Cannot delete entity, must remove roles from instance profile first.")
        }
        world.registry[profiles][row["instanceProfileName"]?.string ?? ""] = nil
        return .emptyObject
    }

    static func addRoleToInstanceProfile(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let row = try row(world, request)
        let role = try role(world, request)
        guard row["roles"]?.list?.isEmpty ?? true else {
            throw Refusal("LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", status: 409)
        }
        world.registry[profiles][row["instanceProfileName"]?.string ?? ""]?["roles"] = .list([role])
        return .emptyObject
    }

    static func removeRoleFromInstanceProfile(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let row = try row(world, request)
        let name = request.text("roleName") ?? ""
        let held = row["roles"]?.list ?? []
        guard held.contains(where: { $0["roleName"]?.string == name }) else {
            throw missing("The role with name \(name) cannot be found.")
        }
        let kept = held.filter { $0["roleName"]?.string != name }
        world.registry[profiles][row["instanceProfileName"]?.string ?? ""]?["roles"] = .list(kept)
        return .emptyObject
    }

    private static func row(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("instanceProfileName") ?? ""
        guard let row = world.registry[profiles][name] else {
            throw missing("Instance Profile \(name) cannot be found.")
        }
        return row
    }

    private static func profile(_ row: Value) -> Value {
        var shown = row
        shown["roles"] = .list((row["roles"]?.list ?? []).map(LocalIAM.shown))
        return shown
    }
}
