import Model
import Simulation

extension LocalECS {
    static let containerInstanceOperations: [LocalOperation] = [
        .write("RegisterContainerInstance", registerContainerInstance),
        .write("DeregisterContainerInstance", deregisterContainerInstance),
        .write("UpdateContainerInstancesState", updateContainerInstancesState),
        .read("DescribeContainerInstances", describeContainerInstances),
        .read("ListContainerInstances", listContainerInstances), .read("DiscoverPollEndpoint", discoverPollEndpoint),
    ]

    private static func updateContainerInstancesState(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        guard let status = request.text("status"), ["ACTIVE", "DRAINING"].contains(status) else {
            throw .invalidParameter("Container instance status should be one of [ACTIVE,DRAINING]")
        }
        let names = try instanceNames(request, atMost: 10)
        let (ids, failures) = resolve(names, in: cluster, world)
        for id in ids {
            if status == "ACTIVE" {
                world.undrain(id)
            } else {
                world.drain(id, reason: "UpdateContainerInstancesState")
            }
        }
        return [
            "containerInstances": .list(ids.map { world.shown($0, include: []) }), "failures": .list(failures),
        ]
    }

    private static func describeContainerInstances(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let (ids, failures) = resolve(try instanceNames(request, atMost: 100), in: cluster, world)
        let include = Set(request.texts("include"))
        return [
            "containerInstances": .list(ids.map { world.shown($0, include: include) }), "failures": .list(failures),
        ]
    }

    private static func instanceNames(_ request: LocalRequest, atMost limit: Int) throws(Refusal) -> [String] {
        let names = request.texts("containerInstances")
        if names.isEmpty { throw .client("Container Instances cannot be empty.") }
        if names.count > limit { throw .invalidParameter("Container Instances can have at most \(limit) items.") }
        return names
    }

    private static func resolve(
        _ names: [String], in cluster: ClusterID, _ world: World
    ) -> (ids: [ContainerInstanceID], failures: [Value]) {
        var ids: [ContainerInstanceID] = []
        var failures: [Value] = []
        for name in names {
            if let id = world.containerInstance(name, in: cluster) {
                ids.append(id)
            } else {
                let arn = name.hasPrefix("arn:") ? name : world.containerInstanceArn(name, in: cluster)
                failures.append(failure(arn))
            }
        }
        return (ids, failures)
    }

    private static func listContainerInstances(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let status = request.text("status")
        let names = try filtered(request.text("filter"), cluster, world).compactMap { id -> String? in
            guard let instance = world.ecs.containerInstances[id], instance.status != .inactive,
                (status ?? instance.status.rawValue) == instance.status.rawValue
            else { return nil }
            return instance.id
        }
        let page = try request.page(names, size: 100)
        let arns = page.items.map { world.containerInstanceArn($0, in: cluster) }
        return listing("containerInstanceArns", arns, next: page.next)
    }

    /// A cluster's instances, all of them or those of which an expression holds.
    private static func filtered(
        _ expression: String?, _ cluster: ClusterID, _ world: World
    ) throws(Refusal) -> [ContainerInstanceID] {
        guard let expression, !expression.isEmpty else { return world.ecs.clusters[cluster]?.containerInstances ?? [] }
        guard let found = world.containerInstances(of: cluster, matching: expression) else {
            throw .invalidParameter("The filter expression is not valid.")
        }
        return found
    }

    private static func discoverPollEndpoint(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let end = "\(world.place.region).amazonaws.com"
        return [
            "endpoint": .string("https://ecs-a-1.\(end)/"), "telemetryEndpoint": .string("https://ecs-t-1.\(end)/"),
            "serviceConnectEndpoint": .string("https://ecs-sc.\(end)/"),
        ]
    }
}
