import Model
import Simulation

/// A stack of the size that forecasts are timed by.
extension RandomStack {
    /// A large stack: so many services of `tasks` tasks each behind a load balancer, on four groups of `instances` together.
    init(services count: Int, of tasks: Int, instances: Int) throws {
        try self.init(empty: Physics(), seed: 1, Chance(seed: 0))
        for number in 0..<4 { try addLargeGroup(number, size: instances / 4) }
        try world.putClusterCapacityProviders(
            cluster, providers: groups.indices.map { "cp-\($0)" },
            strategy: [CapacityProviderStrategyItem(capacityProvider: "cp-0", weight: 1)])
        world.advance(by: .minutes(6))
        for number in 0..<count { try addLargeService(number, tasks) }
        world.advance(by: .minutes(20))
    }

    private mutating func addLargeGroup(_ number: Int, size: Int) throws {
        let subnets = world.registry["ec2/subnet"].all.map(\.key)
        var settings = GroupSettings(
            minSize: size, maxSize: size * 2, desiredCapacity: size, source: .template(id: "lt-1", version: "1"),
            subnets: subnets, zones: [])
        let base = Base(
            name: "g\(number)", onDemandBase: 1, onDemandPercentage: 20, isMixed: true, isProtected: false)
        var mixed = mixed(base)
        mixed.overrides = ["m5.xlarge", "m5a.xlarge", "m6i.xlarge"].map { .init(instanceType: $0) }
        settings.mixed = mixed
        _ = try world.createGroup(name: base.name, settings: settings, tags: [], hooks: [])
        _ = try world.createCapacityProvider(
            name: "cp-\(number)", group: base.name, scaling: CapacityProvider.ManagedScaling(), protection: false,
            draining: true, tags: .list([]))
        groups.append(base)
    }

    private mutating func addLargeService(_ number: Int, _ tasks: Int) throws {
        let name = "s\(number)"
        let container: Value = [
            "name": "app", "image": "registry.example.org/app:1", "essential": true, "cpu": 256, "memory": 512,
            "portMappings": [["containerPort": 8080, "hostPort": 0, "protocol": "tcp"]],
        ]
        var settings = ServiceSettings(taskDefinition: define(name, container))
        settings.desiredCount = tasks
        settings.deployment.minimumHealthyPercent = 50
        settings.deployment.maximumPercent = 150
        settings.strategy = [.init(capacityProvider: "cp-\(number % groups.count)", weight: 1)]
        try balance(&settings, name, number)
        let id = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "benchmark")
        services.append(
            Member(
                name: name, id: id, container: container, desired: tasks, least: 50, most: 150,
                strategy: settings.strategy))
    }

    /// Tasks that run, and instances in service.
    var size: (tasks: Int, instances: Int) {
        let tasks = world.ecs.tasks.handles.count { world.ecs.tasks[$0]?.lastStatus == .running }
        let instances = world.fleet.instances.handles.count { world.fleet.instances[$0]?.lifecycle == .inService }
        return (tasks, instances)
    }
}
