import AWSWire
import Model
import Simulation

extension LocalECS {
    static func registerContainerInstance(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        try TagRules.check(request.list("tags"))
        let name = try instanceName(request)
        let type = world.instance(named: name).flatMap { InstanceType.named($0.instanceType) }
        let id = try world.registerContainerInstance(
            in: cluster, instanceName: name, cpu: resource("CPU", request) ?? type.map { $0.cpus * 1024 } ?? 4096,
            memory: resource("MEMORY", request) ?? type?.ecsMemory ?? 7482,
            attributes: request.list("attributes").map { ($0["name"]?.string ?? "", $0["value"]?.string) },
            tags: request["tags"] ?? .list([]))
        return ["containerInstance": world.shown(id, include: ["TAGS"])]
    }

    /// The EC2 instance that an identity document names.
    private static func instanceName(_ request: LocalRequest) throws(Refusal) -> String {
        let document = Array((request.text("instanceIdentityDocument") ?? "").utf8)
        let said: Value
        do { said = try JSON.parse(document) } catch { throw .client("Instance identity document was invalid.") }
        guard let name = said["instanceId"]?.string, !name.isEmpty else {
            throw .client("Instance identity document was invalid.")
        }
        return name
    }

    private static func resource(_ name: String, _ request: LocalRequest) -> Int? {
        request.list("totalResources").first { $0["name"]?.string == name }?["integerValue"]?.integer
    }

    static func deregisterContainerInstance(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        guard let id = world.containerInstance(request.text("containerInstance") ?? "", in: cluster) else {
            throw .invalidParameter("The referenced container instance was not found.")
        }
        // What comes back is the instance as it was last.
        let before = world.shown(id, include: [])
        try world.deregisterContainerInstance(id, force: request["force"]?.bool ?? false)
        var after = world.ecs.containerInstances[id] == nil ? before : world.shown(id, include: [])
        after["status"] = "INACTIVE"
        return ["containerInstance": after]
    }
}

extension World {
    /// An EC2 instance by its id.
    fileprivate func instance(named name: String) -> Instance? {
        fleet.instanceNames[name].flatMap { fleet.instances[$0] }
    }
}
