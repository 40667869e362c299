import Model
import Simulation

/// Services of all sorts.
extension RandomStack {
    mutating func addService(_ number: Int, _ desired: Int) throws {
        let name = "s\(number)"
        let container = container()
        var settings = ServiceSettings(taskDefinition: define(name, container))
        settings.desiredCount = desired
        let bounds = bounds(desired)
        settings.deployment.minimumHealthyPercent = bounds.0
        settings.deployment.maximumPercent = bounds.1
        if !chance.oneIn(4) {
            settings.strategy = [.init(capacityProvider: "cp-\(chance.draw(0...(groups.count - 1)))", weight: 1)]
            if groups.count > 1, chance.oneIn(3) {
                settings.strategy = groups.indices.map { .init(capacityProvider: "cp-\($0)", weight: 1) }
            }
        } else {
            settings.launchType = "EC2"
        }
        place(&settings)
        if !chance.oneIn(4) { try balance(&settings, name, number) }
        settings.healthCheckGracePeriod = .seconds(chance.pick([0, 30, 120]))
        let id = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "benchmark")
        services.append(
            Member(
                name: name, id: id, container: container, desired: desired, least: bounds.0, most: bounds.1,
                strategy: settings.strategy))
    }

    /// Percentages that can roll so many tasks.
    private mutating func bounds(_ desired: Int) -> (Int, Int) {
        let all = [(100, 200), (50, 150), (50, 100), (0, 100), (75, 125), (66, 133), (100, 150), (25, 100), (90, 110)]
        let able = all.filter { least, most in
            let bounds = DeploymentBounds(desired: desired, minimumHealthyPercent: least, maximumPercent: most)
            return bounds.lower < desired || bounds.upper > desired
        }
        return chance.pick(able)
    }

    private mutating func place(_ settings: inout ServiceSettings) {
        let zone = PlacementStrategy(type: "spread", field: "attribute:ecs.availability-zone")
        settings.placementStrategy = chance.pick([
            [], [zone, .init(type: "spread", field: "instanceId")], [zone, .init(type: "binpack", field: "MEMORY")],
            [.init(type: "binpack", field: "CPU")],
        ])
    }

    mutating func balance(_ settings: inout ServiceSettings, _ name: String, _ number: Int) throws {
        let group = try world.createTargetGroup(
            name,
            settings: [
                "targetGroupName": .string(name), "protocol": "HTTP", "port": 80, "targetType": "instance",
                "vpcId": "vpc-1", "healthCheckEnabled": true, "healthCheckProtocol": "HTTP",
                "healthCheckPort": "traffic-port", "healthCheckPath": "/",
                "healthCheckIntervalSeconds": .integer(chance.pick([5, 10, 15, 30])),
                "healthCheckTimeoutSeconds": 4, "healthyThresholdCount": .integer(chance.draw(2...5)),
                "unhealthyThresholdCount": 2, "matcher": ["httpCode": "200"], "protocolVersion": "HTTP1",
                "ipAddressType": "ipv4",
            ])
        let arn = world.balancing.targetGroups[group]?.arn ?? ""
        world.changeAttributes(
            of: arn, ["deregistration_delay.timeout_seconds": "\(chance.pick([0, 5, 15, 30, 60, 120]))"])
        _ = try world.createRule(
            on: listener, priority: number + 1, settings: .emptyObject,
            actions: [["type": "forward", "targetGroupArn": .string(arn)]])
        settings.loadBalancers = [.init(targetGroupArn: arn, containerName: "app", containerPort: 8080)]
    }

    private mutating func container() -> Value {
        var row: Value = [
            "name": "app", "image": "registry.example.org/app:1", "essential": true,
            "cpu": .integer(chance.pick([128, 256, 512])), "memory": .integer(chance.pick([256, 512, 1024])),
            "portMappings": [["containerPort": 8080, "hostPort": 0, "protocol": "tcp"]],
        ]
        if chance.oneIn(2) { row["stopTimeout"] = .integer(chance.pick([5, 10, 30, 60])) }
        if chance.oneIn(4) {
            row["healthCheck"] = [
                "command": ["CMD-SHELL", "true"], "interval": .integer(chance.pick([5, 10, 30])), "retries": 3,
                "timeout": 5,
            ]
        }
        return row
    }

    mutating func define(_ family: String, _ container: Value) -> String {
        let shown: Value = [
            "family": .string(family), "networkMode": "bridge", "containerDefinitions": [container],
            "requiresCompatibilities": ["EC2"],
        ]
        return world.registerTaskDefinition(
            family: family, shown: shown, tags: .list([]), plan: TaskPlan(shown: shown))
    }
}
