import Model
import Simulation

/// A large account: services of ten tasks behind load balancers, as many instances in ten groups, a capacity provider
/// each, and target tracking for every third service.
struct LargeAccount {
    private(set) var world: World
    private let cluster: ClusterID
    private(set) var services: [ServiceID] = []
    private let count: Int
    private static let groups = 10

    /// `count` services; everything is asked for and nothing is up yet.
    init(services count: Int, seed: UInt64) throws {
        self.count = count
        world = World(
            place: AWSPlace(account: "123456789012", region: "eu-west-1"), seed: seed,
            start: Instant(milliseconds: 1_790_000_000_000))
        cluster = world.createCluster(name: "web", written: .emptyObject, tags: .list([]))
        writeNetwork()
        for number in 0..<Self.groups { try addGroup(number) }
        let strategy = [CapacityProviderStrategyItem(capacityProvider: "cp-0", weight: 1)]
        try world.putClusterCapacityProviders(
            cluster, providers: (0..<Self.groups).map { "cp-\($0)" }, strategy: strategy)
        world.advance(by: .minutes(4))
        let listeners = try (0..<Self.groups).map { try addListener($0) }
        for number in 0..<count { try addService(number, listeners[number % Self.groups]) }
    }

    /// Lets the account come up.
    mutating func settle() { world.advance(by: .minutes(16)) }

    /// An hour in which every service is rolled once and Spot takes a twentieth of the instances.
    mutating func hour() throws {
        for part in 1...5 {
            world.inject(.reclaim(SpotPool(), count: max(1, count / 100)), after: .minutes(part * 10))
        }
        let waves = 40
        for wave in 0..<waves {
            for number in (count * wave / waves)..<(count * (wave + 1) / waves) { try roll(number) }
            world.advance(by: .minutes(1))
        }
        world.advance(by: .minutes(60 - waves))
    }

    private mutating func writeNetwork() {
        for (number, zone) in world.place.zones.enumerated() {
            world.registry["ec2/subnet"]["subnet-\(number)"] = [
                "subnetId": .string("subnet-\(number)"), "availabilityZone": .string(zone), "vpcId": "vpc-1",
                "cidrBlock": .string("10.0.\(number * 64).0/18"), "defaultForAz": true,
            ]
        }
        let script = "#!/bin/bash\necho ECS_CLUSTER=web >> /etc/ecs/ecs.config"
        let data: Value = ["imageId": "ami-1", "instanceType": "m5.2xlarge", "userData": .string(script)]
        world.registry["ec2/launch-template"]["lt-1"] = [
            "launchTemplateId": "lt-1", "launchTemplateName": "web", "defaultVersionNumber": 1,
            "latestVersionNumber": 1, "versions": [["versionNumber": 1, "launchTemplateData": data]],
        ]
    }

    private mutating func addGroup(_ number: Int) throws {
        let size = max(1, count / Self.groups)
        var settings = GroupSettings(
            minSize: size, maxSize: size * 2, desiredCapacity: size, source: .template(id: "lt-1", version: "1"),
            subnets: (0..<3).map { "subnet-\($0)" }, zones: [])
        var mixed = MixedInstances()
        mixed.onDemandPercentageAboveBaseCapacity = 20
        mixed.spotAllocationStrategy = "price-capacity-optimized"
        mixed.overrides = ["m5.2xlarge", "m5a.2xlarge", "m6i.2xlarge"].map { .init(instanceType: $0) }
        settings.mixed = mixed
        settings.newInstancesProtected = true
        _ = try world.createGroup(name: "g\(number)", settings: settings, tags: [], hooks: [])
        _ = try world.createCapacityProvider(
            name: "cp-\(number)", group: "g\(number)", scaling: CapacityProvider.ManagedScaling(), protection: true,
            draining: true, tags: .list([]))
    }

    private mutating func addListener(_ number: Int) throws -> ListenerID {
        let balancer = try world.createLoadBalancer("alb-\(number)", settings: ["type": "application"])
        let fixed: Value = ["type": "fixed-response", "fixedResponseConfig": ["statusCode": "404"]]
        return try world.createListener(on: balancer, settings: ["port": 80, "protocol": "HTTP"], actions: [fixed])
    }

    private mutating func addService(_ number: Int, _ listener: ListenerID) throws {
        let name = "s\(number)"
        let group = try world.createTargetGroup(
            name,
            settings: [
                "protocol": "HTTP", "port": 80, "targetType": "instance", "healthCheckEnabled": true,
                "healthCheckProtocol": "HTTP", "healthCheckIntervalSeconds": 10, "healthyThresholdCount": 2,
            ])
        let arn = world.balancing.targetGroups[group]?.arn ?? ""
        world.changeAttributes(of: arn, ["deregistration_delay.timeout_seconds": "30"])
        _ = try world.createRule(
            on: listener, priority: number + 1, settings: .emptyObject,
            actions: [["type": "forward", "targetGroupArn": .string(arn)]])
        var settings = ServiceSettings(taskDefinition: define(name, "app:1"))
        settings.desiredCount = 10
        settings.strategy = [.init(capacityProvider: "cp-\(number % Self.groups)", weight: 1)]
        settings.deployment.minimumHealthyPercent = 50
        settings.deployment.maximumPercent = 150
        settings.loadBalancers = [.init(targetGroupArn: arn, containerName: "app", containerPort: 8080)]
        let id = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "benchmark")
        services.append(id)
        if number % 3 == 0 { try track(name) }
    }

    private mutating func define(_ family: String, _ image: String) -> String {
        let shown: Value = [
            "networkMode": "bridge",
            "containerDefinitions": [
                [
                    "name": "app", "image": .string(image), "cpu": 512, "memory": 1024, "essential": true,
                    "portMappings": [["containerPort": 8080, "hostPort": 0, "protocol": "tcp"]],
                ]
            ],
        ]
        return world.registerTaskDefinition(
            family: family, shown: shown, tags: .list([]), plan: TaskPlan(shown: shown))
    }

    private mutating func track(_ name: String) throws {
        let target = ScalableTarget.Identity(
            namespace: "ecs", resourceID: "service/web/\(name)", dimension: "ecs:service:DesiredCount")
        var change = ScalableTargetChange()
        change.minCapacity = 8
        change.maxCapacity = 12
        _ = try world.registerScalableTarget(target, change)
        _ = try world.putScalingPolicy(
            "cpu", on: target, type: "TargetTrackingScaling",
            configuration: [
                "targetValue": 60,
                "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPUUtilization"],
            ])
        let start = world.now
        let corners = [150, 150, 190, 120, 150].enumerated().map { place, rate in
            LoadModel.Point(at: start + .minutes(20 * place), requestsPerSecond: rate)
        }
        world.physics.load.set(name, curve: corners)
    }

    private mutating func roll(_ number: Int) throws {
        let id = services[number]
        guard var settings = world.ecs.services[id]?.settings else { return }
        settings.taskDefinition = define("s\(number)", "app:2")
        try world.updateService(id, to: settings, force: false)
    }
}
