import Model
import Simulation

@testable import LocalAWS

/// The reference stack: a mostly-Spot group behind a capacity provider, an API behind a load balancer, a worker, a daemon.
struct ReferenceStack {
    var world: World
    let cluster: ClusterID
    private(set) var group: GroupID
    private(set) var services: [String: ServiceID] = [:]

    /// The stack at rest; `protects` says that managed termination protection is on.
    init(seed: UInt64, protects: Bool = true) throws {
        world = NewRegion.world(
            account: "123456789012", region: "eu-west-1", seed: seed,
            start: Simulation.Instant(milliseconds: 1_790_000_000_000))
        cluster = world.createCluster(name: "main", written: .emptyObject, tags: .list([]))
        group = try Self.addGroup(&world, protects: protects)
        _ = try world.createCapacityProvider(
            name: "spot", group: "main", scaling: CapacityProvider.ManagedScaling(), protection: protects,
            draining: true, tags: .list([]))
        let strategy = [CapacityProviderStrategyItem(capacityProvider: "spot", weight: 1)]
        try world.putClusterCapacityProviders(cluster, providers: ["spot"], strategy: strategy)
        world.advance(by: .minutes(3))
        try addServices()
        world.advance(by: .minutes(30))
    }

    private static func addGroup(_ world: inout World, protects: Bool) throws -> GroupID {
        let script = "#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config"
        world.registry["ec2/launch-template"]["lt-1"] = [
            "launchTemplateId": "lt-1", "launchTemplateName": "main", "defaultVersionNumber": 1,
            "latestVersionNumber": 2,
            "versions": .list(
                (1...2).map { number in
                    [
                        "versionNumber": .integer(number), "defaultVersion": .bool(number == 1),
                        "launchTemplateData": [
                            "imageId": .string("ami-\(number)"), "instanceType": "m5.large",
                            "userData": .string(script),
                        ],
                    ]
                }),
        ]
        let subnets = world.registry["ec2/subnet"].all.map(\.key)
        var settings = GroupSettings(
            minSize: 2, maxSize: 12, desiredCapacity: 3, source: .template(id: "lt-1", version: "$Default"),
            subnets: subnets, zones: [])
        var mixed = MixedInstances()
        mixed.onDemandBaseCapacity = 1
        mixed.onDemandPercentageAboveBaseCapacity = 0
        mixed.spotAllocationStrategy = "price-capacity-optimized"
        mixed.overrides = ["m5.large", "m5a.large", "m6i.large"].map { MixedInstances.Override(instanceType: $0) }
        settings.mixed = mixed
        settings.newInstancesProtected = protects
        return try world.createGroup(name: "main", settings: settings, tags: [], hooks: [])
    }

    private mutating func addServices() throws {
        let balancer = try world.createLoadBalancer("alb", settings: ["type": "application"])
        let id = try world.createTargetGroup(
            "api",
            settings: [
                "targetGroupName": "api", "protocol": "HTTP", "port": 80, "targetType": "instance",
                "healthCheckEnabled": true, "healthCheckProtocol": "HTTP", "healthCheckIntervalSeconds": 10,
                "healthCheckTimeoutSeconds": 5, "healthyThresholdCount": 3, "unhealthyThresholdCount": 2,
            ])
        let arn = world.balancing.targetGroups[id]?.arn ?? ""
        world.changeAttributes(of: arn, ["deregistration_delay.timeout_seconds": "30"])
        _ = try world.createListener(
            on: balancer, settings: ["port": 80, "protocol": "HTTP"],
            actions: [["type": "forward", "targetGroupArn": .string(arn)]])
        try add("api", count: 6, cpu: 512) { settings in
            settings.loadBalancers = [.init(targetGroupArn: arn, containerName: "app", containerPort: 8080)]
            settings.healthCheckGracePeriod = .seconds(60)
        }
        try add("worker", count: 3, cpu: 256) { $0.deployment.minimumHealthyPercent = 50 }
        try add("agent", count: 0, cpu: 64) { settings in
            settings.scheduling = .daemon
            settings.strategy = []
            settings.launchType = "EC2"
            settings.deployment.minimumHealthyPercent = 0
            settings.deployment.maximumPercent = 100
        }
    }

    private mutating func add(
        _ name: String, count: Int, cpu: Int, _ change: (inout ServiceSettings) -> Void
    ) throws {
        var settings = ServiceSettings(taskDefinition: define(name, "\(name):1", cpu: cpu))
        settings.desiredCount = count
        settings.strategy = [CapacityProviderStrategyItem(capacityProvider: "spot", weight: 1)]
        change(&settings)
        services[name] = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "test")
    }

    /// A new revision of a family.
    mutating func define(_ family: String, _ image: String, cpu: Int) -> String {
        var container: Value = [
            "name": "app", "image": .string(image), "cpu": .integer(cpu), "memory": 512, "essential": true,
        ]
        if family == "api" { container["portMappings"] = [["containerPort": 8080, "hostPort": 0, "protocol": "tcp"]] }
        let shown: Value = [
            "family": .string(family), "networkMode": "bridge", "containerDefinitions": [container],
        ]
        return world.registerTaskDefinition(
            family: family, shown: shown, tags: .list([]), plan: TaskPlan(shown: shown))
    }

    /// Rolls a new revision out.
    mutating func roll(_ name: String, cpu: Int = 512) throws {
        guard let id = services[name], var settings = world.ecs.services[id]?.settings else { return }
        settings.taskDefinition = define(name, "\(name):2", cpu: cpu)
        try world.updateService(id, to: settings, force: false)
    }

    /// Moves a service's count.
    mutating func scale(_ name: String, to count: Int) {
        if let id = services[name] { world.setDesiredCount(id, count) }
    }

    /// The group lets its oldest instance go and starts another one.
    mutating func replaceInstance() throws {
        guard let oldest = world.fleet.groups[group]?.instances.first else { return }
        _ = try world.terminateInGroup(oldest, decrement: false)
    }
}
