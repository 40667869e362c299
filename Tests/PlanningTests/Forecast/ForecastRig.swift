import Model
import Simulation

@testable import Planning

/// A small region at rest and plans for it: services on instances that a person registered, with or without a load balancer.
struct ForecastRig {
    static let place = AWSPlace(account: "123456789012", region: "eu-west-1")
    private(set) var world: World
    let cluster: ClusterID
    private(set) var services: [String: ServiceID] = [:]
    private var listeners = 0

    /// So many instances of 2 vCPU and 8 GiB in cluster `web`.
    init(instances: Int = 3, seed: UInt64 = 7) throws {
        world = World(place: Self.place, seed: seed, start: Instant(milliseconds: 1_790_000_000_000))
        cluster = world.createCluster(name: "web", written: .emptyObject, tags: .list([]))
        for number in 0..<instances {
            _ = try world.registerContainerInstance(
                in: cluster, instanceName: "i-\(number)", cpu: 2048, memory: 7800,
                attributes: [("ecs.availability-zone", Self.place.zones[number % 3])], tags: .list([]))
        }
    }

    /// A service of `desired` tasks under these percentages that has come to rest.
    mutating func add(
        _ name: String, desired: Int, _ least: Int, _ most: Int, cpu: Int = 256, balanced: Bool = true,
        _ edit: (inout ServiceSettings) -> Void = { _ in }
    ) throws {
        var settings = ServiceSettings(taskDefinition: define(name, "app:1", cpu: cpu))
        settings.desiredCount = desired
        settings.deployment.minimumHealthyPercent = least
        settings.deployment.maximumPercent = most
        settings.launchType = "EC2"
        if balanced { try balance(&settings, name) }
        edit(&settings)
        services[name] = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "test")
        world.advance(by: .minutes(5))
    }

    private mutating func balance(_ settings: inout ServiceSettings, _ name: String) throws {
        let group = try world.createTargetGroup(
            name, settings: ["healthCheckEnabled": true, "healthCheckIntervalSeconds": 10, "healthyThresholdCount": 2])
        let arn = world.balancing.targetGroups[group]?.arn ?? ""
        world.changeAttributes(of: arn, ["deregistration_delay.timeout_seconds": "30"])
        let balancer = try world.createLoadBalancer("alb", settings: ["type": "application"])
        listeners += 1
        _ = try world.createListener(
            on: balancer, settings: ["port": .integer(79 + listeners), "protocol": "HTTP"],
            actions: [["type": "forward", "targetGroupArn": .string(arn)]])
        settings.loadBalancers = [.init(targetGroupArn: arn, containerName: "app", containerPort: 8080)]
    }

    private mutating func define(_ family: String, _ image: String, cpu: Int) -> String {
        let shown = Self.definition(family, image, cpu: cpu)
        return world.registerTaskDefinition(
            family: family, shown: shown, tags: .list([]), plan: TaskPlan(shown: shown))
    }

    /// RegisterTaskDefinition's input.
    static func definition(_ family: String, _ image: String, cpu: Int = 256) -> Value {
        [
            "family": .string(family), "networkMode": "bridge",
            "containerDefinitions": [
                [
                    "name": "app", "image": .string(image), "cpu": .integer(cpu), "memory": 512, "essential": true,
                    "stopTimeout": 10, "portMappings": [["containerPort": 8080, "hostPort": 0, "protocol": "tcp"]],
                ]
            ],
        ]
    }

    /// The forecast of `calls` from this moment, over `seeds` worlds.
    func forecast(_ calls: [(ResourceID, PlannedCall)], seeds: Int = 12) async -> Forecast? {
        var options = ForecastOptions()
        options.seeds = seeds
        let world = world
        let forecaster = Forecaster(Self.plan(calls), options: options) { world.future(seed: $0, physics: $1) }
        return await forecaster.forecast()
    }

    /// A plan of these calls, one behind the other.
    static func plan(_ calls: [(ResourceID, PlannedCall)]) -> Plan {
        let steps = calls.enumerated().map { number, call in
            Step(
                id: "\(call.0)#\(number)", resource: call.0, planned: call.1,
                after: number == 0 ? [] : ["\(calls[number - 1].0)#\(number - 1)"])
        }
        return Plan(resources: [], steps: steps, diagnostics: [])
    }

    /// The calls that give a service a new image.
    static func roll(_ name: String, image: String = "app:2", cpu: Int = 256, _ more: Value = .emptyObject) -> [(
        ResourceID, PlannedCall
    )] {
        let definition = ResourceID("TaskDefinition", name)
        let register = PlannedCall(
            AWSCall("ecs", "RegisterTaskDefinition", Self.definition(name, image, cpu: cpu)), .rollsTasks,
            summary: "image", captures: ["arn": "/taskDefinition/taskDefinitionArn"])
        var input = more
        input["cluster"] = "web"
        input["service"] = .string(name)
        input["taskDefinition"] = .reference(definition, "arn")
        let update = PlannedCall(AWSCall("ecs", "UpdateService", input), .rollsTasks, summary: "taskDefinition")
        return [(definition, register), (ResourceID("Service", name), update)]
    }
}
