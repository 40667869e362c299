import Model
import Testing

@testable import Simulation

/// A world with one cluster whose instances were registered by hand.
struct ECSRig {
    var world: World
    let cluster: ClusterID
    private(set) var instances: [ContainerInstanceID] = []

    /// `count` instances of 4 vCPU and 16 GiB, over three zones in turn.
    init(seed: UInt64 = 1, instances count: Int = 3, cpu: Int = 4096, memory: Int = 16384) throws {
        let place = AWSPlace(account: "123456789012", region: "eu-west-1")
        world = World(place: place, seed: seed, start: Instant(milliseconds: 1_700_000_000_000))
        cluster = world.ecs.clusters.insert(Cluster(name: "main", written: .emptyObject, tags: .list([])))
        world.ecs.clusterNames["main"] = cluster
        for _ in 0..<count { try addInstance(cpu: cpu, memory: memory) }
    }

    /// One more instance, in the next zone unless one is named.
    @discardableResult
    mutating func addInstance(
        cpu: Int = 4096, memory: Int = 16384, zone: String? = nil, attributes: [(name: String, value: String?)] = [],
        provider: CapacityProviderID? = nil
    ) throws -> ContainerInstanceID {
        let number = instances.count
        let stated = zone ?? world.place.zones[number % 3]
        let id = try world.registerContainerInstance(
            in: cluster, instanceName: "i-\(number)", cpu: cpu, memory: memory,
            attributes: attributes + [("ecs.availability-zone", stated)], tags: .list([]))
        world.ecs.containerInstances[id]?.capacityProvider = provider
        world.refreshRoom(id)
        instances.append(id)
        return id
    }

    /// A plan of one container.
    static func plan(
        cpu: Int = 256, memory: Int = 512, image: String = "app:1", check: TaskPlan.HealthCheck? = nil,
        hostPort: Int = 0
    ) -> TaskPlan {
        let container = TaskPlan.Container(
            name: "app", image: image, essential: true, healthCheck: check, stopTimeout: nil,
            ports: [TaskPlan.Port(container: 8080, host: hostPort, networkProtocol: "tcp")])
        return TaskPlan(cpu: cpu, memory: memory, networkMode: .bridge, containers: [container])
    }

    /// A check every five seconds, three failures in a row, no start period.
    static let check = TaskPlan.HealthCheck(interval: .seconds(5), retries: 3, startPeriod: .zero)

    /// A new revision of `family`.
    mutating func define(_ family: String = "app", _ plan: TaskPlan = ECSRig.plan()) -> String {
        let revision = (world.ecs.revisions[family] ?? 0) + 1
        world.ecs.revisions[family] = revision
        let definition = TaskDefinition(
            family: family, revision: revision, shown: .emptyObject, tags: .list([]), registeredAt: world.now,
            plan: plan)
        world.ecs.taskDefinitions[definition.name] = definition
        return definition.name
    }

    /// A capacity provider of the cluster; instances are put into it by `addInstance(provider:)`.
    mutating func addProvider(_ name: String, managedScaling: Bool = true) -> CapacityProviderID {
        var provider = CapacityProvider(name: name, groupArn: "arn:\(name)", groupName: name, tags: .list([]))
        provider.managedScaling.enabled = managedScaling
        provider.cluster = cluster
        let id = world.ecs.capacityProviders.insert(provider)
        world.ecs.capacityProviderNames[name] = id
        world.ecs.clusters[cluster]?.capacityProviders.append(name)
        return id
    }

    /// A REPLICA service of a new definition of its own name.
    mutating func service(
        _ name: String = "api", count: Int, _ minimum: Int = 100, _ maximum: Int = 200, plan: TaskPlan = ECSRig.plan(),
        _ change: (inout ServiceSettings) -> Void = { _ in }
    ) throws -> ServiceID {
        var settings = ServiceSettings(taskDefinition: define(name, plan))
        settings.desiredCount = count
        settings.deployment.minimumHealthyPercent = minimum
        settings.deployment.maximumPercent = maximum
        change(&settings)
        return try world.createService(in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "test")
    }

    /// Rolls a new revision of a service's definition out.
    mutating func roll(
        _ id: ServiceID, _ plan: TaskPlan = ECSRig.plan(image: "app:2"),
        _ change: (inout ServiceSettings) -> Void = { _ in }
    ) throws {
        let service = try #require(world.ecs.services[id])
        var settings = service.settings
        settings.taskDefinition = define(service.name, plan)
        change(&settings)
        try world.updateService(id, to: settings, force: false)
    }

    /// Lets time pass event by event and looks at the world after each.
    mutating func watch(_ span: Span, _ look: (inout ECSRig) throws -> Void) rethrows {
        let end = world.now + span
        while let next = world.nextEvent, next <= end {
            world.advance(to: next)
            try look(&self)
        }
        world.advance(to: end)
    }

    /// How many of a service's tasks stand so.
    func count(_ id: ServiceID, _ standing: SeenTask.Standing...) -> Int {
        world.census(of: id).count { standing.contains($0.standing) }
    }

    /// A service's events that say `text`.
    func events(_ id: ServiceID, _ text: String) -> Int {
        (world.ecs.services[id]?.events ?? []).count { $0.message.contains(text) }
    }

    /// The PRIMARY deployment.
    func primary(_ id: ServiceID) throws -> Deployment { try #require(world.ecs.services[id]?.deployments.first) }
    /// The newest service deployment.
    func newest(_ id: ServiceID) throws -> ServiceDeployment { try #require(world.ecs.services[id]?.history.first) }
    /// The service's tasks that are not STOPPED.
    func tasks(_ id: ServiceID) -> [ECSTask] {
        (world.ecs.services[id]?.tasks ?? []).compactMap { world.ecs.tasks[$0] }
    }
    /// The service's tasks that are STOPPED.
    func stopped(_ id: ServiceID) -> [ECSTask] {
        (world.ecs.services[id]?.stoppedTasks ?? []).compactMap { world.ecs.tasks[$0] }
    }
    /// How many of the service's tasks each zone has.
    func zones(_ id: ServiceID) -> [Int] {
        world.place.zones.map { zone in tasks(id).count { $0.zone == zone && $0.isWanted } }
    }
}
