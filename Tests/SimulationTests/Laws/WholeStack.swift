import Model

@testable import Simulation

/// A random account: a cluster on one or two groups of mixed instances, services of every kind behind a load balancer.
struct WholeStack {
    var world: World
    var chance: Chance
    let cluster: ClusterID
    private(set) var groups: [GroupID] = []
    private(set) var providers: [String] = []
    private(set) var services: [ServiceID] = []
    private let balancer: LoadBalancerID
    private var ports = 80

    init(seed: UInt64) throws {
        chance = Chance(seed: seed)
        world = FleetWorld.make(seed: seed)
        cluster = world.createCluster(name: "web", written: .emptyObject, tags: .list([]))
        balancer = try world.createLoadBalancer("alb", settings: ["type": "application"])
        world.putAlarm(
            "ring",
            [
                "namespace": "App", "metricName": "Errors", "comparisonOperator": "GreaterThanThreshold",
                "threshold": 1, "evaluationPeriods": 1,
            ])
        for number in 0..<chance.draw(1...2) { try addGroup(number) }
        try attachProviders()
        world.advance(by: .minutes(chance.draw(0...4)))
        for number in 0..<chance.draw(2...5) { try addService("s\(number)") }
    }

    private mutating func addGroup(_ number: Int) throws {
        let types = chance.pick([["m5.large", "m5a.large"], ["c5.large"], ["m5.large", "m6i.large", "r5.large"]])
        var mixed = FleetWorld.mixed(
            base: chance.draw(0...2), percentage: chance.pick([0, 0, 30, 50, 100]), types: types,
            strategy: chance.pick(["lowest-price", "capacity-optimized", "price-capacity-optimized"]))
        mixed.onDemandAllocationStrategy = chance.pick(["prioritized", "lowest-price"])
        let least = chance.draw(0...2)
        var settings = FleetWorld.settings(
            least, chance.draw(4...10), least + chance.draw(0...2), mixed: chance.oneIn(6) ? nil : mixed)
        settings.newInstancesProtected = chance.oneIn(2)
        settings.capacityRebalance = chance.oneIn(2)
        settings.terminationPolicies = [chance.pick(["Default", "OldestInstance", "NewestInstance"])]
        settings.source = .template(id: "lt-1", version: chance.pick(["1", "$Default", "$Latest"]))
        let id = try world.createGroup(name: "g\(number)", settings: settings, tags: [], hooks: [])
        groups.append(id)
        guard !chance.oneIn(4) else { return }
        var scaling = CapacityProvider.ManagedScaling()
        scaling.enabled = !chance.oneIn(4)
        scaling.targetCapacity = chance.pick([100, 100, 80, 60])
        scaling.instanceWarmupPeriod = .seconds(chance.pick([0, 60, 300]))
        _ = try world.createCapacityProvider(
            name: "cp-\(number)", group: "g\(number)", scaling: scaling,
            protection: scaling.enabled && settings.newInstancesProtected && chance.oneIn(2),
            draining: !chance.oneIn(3), tags: .list([]))
        providers.append("cp-\(number)")
    }

    private mutating func attachProviders() throws {
        let strategy = chance.oneIn(2) ? [] : self.strategy()
        try world.putClusterCapacityProviders(cluster, providers: providers, strategy: strategy)
        world.advance(by: .seconds(20))
    }

    /// Shares over the providers, one of them with a base.
    private mutating func strategy() -> [CapacityProviderStrategyItem] {
        providers.enumerated().map { number, name in
            CapacityProviderStrategyItem(
                capacityProvider: name, weight: chance.draw(1...3), base: number == 0 ? chance.draw(0...1) : 0)
        }
    }

    mutating func addService(_ name: String) throws {
        var settings = ServiceSettings(taskDefinition: define(name, "app:1"))
        if chance.oneIn(6) { settings.scheduling = .daemon }
        settings.desiredCount = chance.draw(0...8)
        if settings.scheduling == .replica, chance.oneIn(2) { settings.strategy = strategy() }
        setDeployment(&settings)
        setPlacement(&settings)
        settings.healthCheckGracePeriod = .seconds(chance.pick([0, 0, 30, 120]))
        if chance.oneIn(2) { try balance(&settings, name) }
        let id = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "test")
        services.append(id)
        if settings.scheduling == .replica, chance.oneIn(3) { try scale(name) }
    }

    private mutating func setDeployment(_ settings: inout ServiceSettings) {
        let isDaemon = settings.scheduling == .daemon
        let bounds = [
            (100, 200), (50, 100), (50, 150), (0, 100), (75, 125), (100, 100), (66, 133), (34, 101), (99, 110),
        ]
        (settings.deployment.minimumHealthyPercent, settings.deployment.maximumPercent) = chance.pick(bounds)
        if isDaemon { settings.deployment.maximumPercent = 100 }
        settings.deployment.circuitBreaker.enable = chance.oneIn(2)
        settings.deployment.circuitBreaker.rollback = chance.oneIn(2)
        if chance.oneIn(4) { settings.deployment.bakeTime = .minutes(chance.draw(1...5)) }
        if chance.oneIn(4) {
            settings.deployment.alarms.names = ["ring"]
            settings.deployment.alarms.enable = true
            settings.deployment.alarms.rollback = chance.oneIn(2)
        }
        guard !isDaemon, chance.oneIn(4) else { return }
        settings.deployment.strategy = chance.pick([
            .blueGreen, .canary(permille: 100, bake: .minutes(2)), .linear(stepPermille: 300, bake: .minutes(1)),
        ])
    }

    private mutating func setPlacement(_ settings: inout ServiceSettings) {
        guard settings.scheduling == .replica else { return }
        let zone = PlacementStrategy(type: "spread", field: "attribute:ecs.availability-zone")
        let chains: [[PlacementStrategy]] = [
            [], [], [zone, .init(type: "binpack", field: "MEMORY")], [.init(type: "binpack", field: "CPU")],
            [.init(type: "random")], [.init(type: "spread", field: "attribute:ecs.instance-type"), zone],
        ]
        settings.placementStrategy = chance.pick(chains)
        settings.rebalancesZones = chance.oneIn(3)
        if chance.oneIn(6) { settings.placementConstraints = [PlacementConstraint(type: "distinctInstance")] }
        guard chance.oneIn(6) else { return }
        let place = chance.pick(world.place.zones)
        settings.placementConstraints.append(
            PlacementConstraint(type: "memberOf", expression: "attribute:ecs.availability-zone != \(place)"))
    }

    /// A listener of its own; with a native strategy a second target group behind it, too.
    private mutating func balance(_ settings: inout ServiceSettings, _ name: String) throws {
        let isNative = settings.deployment.strategy != .rolling
        let arns = try (isNative ? ["\(name)-blue", "\(name)-green"] : [name]).map { try addTargetGroup($0) }
        let shares = arns.enumerated().map { number, arn -> Value in
            ["targetGroupArn": .string(arn), "weight": .integer(number == 0 ? 100 : 0)]
        }
        ports += 1
        let listener = try world.createListener(
            on: balancer, settings: ["port": .integer(ports), "protocol": "HTTP"],
            actions: [["type": "forward", "forwardConfig": ["targetGroups": .list(shares)]]])
        var entry = ServiceLoadBalancer(targetGroupArn: arns[0], containerName: "app", containerPort: 8080)
        if isNative, let rule = world.balancing.listeners[listener]?.defaultRuleArn {
            entry.advanced = ServiceLoadBalancer.Advanced(
                shown: ["alternateTargetGroupArn": .string(arns[1]), "productionListenerRule": .string(rule)])
        }
        settings.loadBalancers = [entry]
    }

    private mutating func addTargetGroup(_ name: String) throws -> String {
        var settings = BalancingRig.settings
        settings["healthCheckIntervalSeconds"] = .integer(chance.pick([5, 10, 30]))
        settings["healthyThresholdCount"] = .integer(chance.draw(2...5))
        let id = try world.createTargetGroup(name, settings: settings)
        let arn = world.balancing.targetGroups[id]?.arn ?? ""
        let delay = chance.pick([0, 5, 30, 120])
        world.changeAttributes(of: arn, ["deregistration_delay.timeout_seconds": "\(delay)"])
        return arn
    }

    /// Target tracking on the CPU, under a load that goes up and down.
    private mutating func scale(_ name: String) throws {
        let target = ScalableTarget.Identity(
            namespace: "ecs", resourceID: "service/web/\(name)", dimension: "ecs:service:DesiredCount")
        var change = ScalableTargetChange()
        change.minCapacity = chance.draw(0...2)
        change.maxCapacity = chance.draw(4...8)
        _ = try world.registerScalableTarget(target, change)
        _ = try world.putScalingPolicy(
            "cpu", on: target, type: "TargetTrackingScaling",
            configuration: [
                "targetValue": 60, "scaleInCooldown": .integer(chance.pick([0, 60])),
                "scaleOutCooldown": .integer(chance.pick([0, 60])),
                "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPUUtilization"],
            ])
        let start = world.now
        let corners = (0..<8).map { number in
            LoadModel.Point(at: start + .minutes(20 * number), requestsPerSecond: chance.draw(0...60))
        }
        world.physics.load.set(name, curve: corners)
    }

    /// A new revision of a family on one image.
    mutating func define(_ family: String, _ image: String) -> String {
        let check = chance.oneIn(2) ? ECSRig.check : nil
        var plan = ECSRig.plan(
            cpu: chance.pick([128, 256, 512]), memory: chance.pick([256, 512, 1024]), image: image, check: check,
            hostPort: chance.oneIn(5) ? 8080 : 0)
        if chance.oneIn(5) { plan.networkMode = chance.pick([.awsvpc, .host]) }
        return world.registerTaskDefinition(family: family, shown: .emptyObject, tags: .list([]), plan: plan)
    }
}
