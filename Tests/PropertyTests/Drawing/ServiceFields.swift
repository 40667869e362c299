import Model

/// Services behind a load balancer, alone, and on every instance.
enum ServiceFields {
    /// How a service is rolled.
    enum Strategy: String, CaseIterable {
        case rolling = "ROLLING", blueGreen = "BLUE_GREEN", linear = "LINEAR", canary = "CANARY"
    }

    static func replica(
        cluster: String, definition: String, provider: String, group: String, balancing: [Field], _ strategy: Strategy,
        alarm: String
    ) -> [Field] {
        base(cluster, definition)
            + [
                .number("/desiredCount", 70, 1...4), .fixed("/schedulingStrategy", "REPLICA", share: 30),
                .one("/availabilityZoneRebalancing", 20, of: ["ENABLED", "DISABLED"]).when { _, spec in
                    spec["placementStrategy"] == nil && spec["placement"] == nil && spec["placementConstraints"] == nil
                },
            ] + ClusterFields.strategy([provider], share: 70, at: "/capacityProviderStrategy") + placement
            + deployment(strategy, alarm) + balancing + Field.tags
    }

    /// A task on every instance.
    static func daemon(cluster: String, definition: String) -> [Field] {
        base(cluster, definition)
            + [
                .fixed("/schedulingStrategy", "DAEMON"),
                .number("/deploymentConfiguration/minimumHealthyPercent", 40, 0...90),
                .fixed("/deploymentConfiguration/maximumPercent", 100, share: 40),
            ] + Field.tags
    }

    private static func base(_ cluster: String, _ definition: String) -> [Field] {
        [
            .fixed("/cluster", .string(cluster)), .fixed("/taskDefinition", .string(definition)),
            .flag("/enableExecuteCommand", 30), .flag("/enableECSManagedTags", 30),
            .one("/propagateTags", 40, of: ["SERVICE", "TASK_DEFINITION", "NONE"]),
        ]
    }

    /// Behind a target group, whose traffic a deployment may move to another one.
    static func balanced(group: String, other: String?, rule: String) -> [Field] {
        let advanced: FieldPath = "/loadBalancers/0/advancedConfiguration"
        let moving: [Field] =
            other.map { other in
                [
                    .fixed(advanced.appending("alternateTargetGroup"), .string(other)),
                    .fixed(advanced.appending("productionListenerRule"), .string(rule)),
                    .fixed(advanced.appending("roleArn"), "arn:aws:iam::123456789012:role/ecsInfrastructureRole"),
                ]
            } ?? []
        return [
            .fixed("/loadBalancers/0/targetGroup", .string(group)), .fixed("/loadBalancers/0/containerName", "app"),
            .fixed("/loadBalancers/0/containerPort", .integer(TaskDefinitionFields.port)),
            .number("/healthCheckGracePeriodSeconds", 60, 0...300),
        ] + moving
    }

    private static let placement: [Field] = [
        Field("/placement", 25) { chance, spec in
            spec["placementStrategy"] == nil && spec["availabilityZoneRebalancing"] == nil
                ? chance.pick(["azBalancedSpread", "azBalancedBinpack", "binpack", "binpackCpu"]) : nil
        },
        Field("/placementStrategy", 40) { chance, spec in
            guard spec["placement"] == nil, spec["availabilityZoneRebalancing"] == nil else { return nil }
            return chance.pick([
                [
                    ["type": "spread", "field": "attribute:ecs.availability-zone"],
                    ["type": "binpack", "field": "memory"],
                ],
                [["type": "binpack", "field": "cpu"]], [["type": "spread", "field": "host"]], [["type": "random"]],
                [["type": "spread", "field": "instanceId"]],
            ])
        },
        Field("/placementConstraints", 20) { chance, spec in
            spec["availabilityZoneRebalancing"] == nil
                ? chance.pick([
                    [["type": "memberOf", "expression": "attribute:ecs.os-type == linux"]],
                    [["type": "memberOf", "expression": "attribute:ecs.instance-type =~ t3.*"]],
                ]) : nil
        },
    ]

    private static func deployment(_ strategy: Strategy, _ alarm: String) -> [Field] {
        let path: FieldPath = "/deploymentConfiguration"
        let breaker = path.appending("deploymentCircuitBreaker")
        let common: [Field] = [
            Field(breaker, 60) { chance, _ in
                var value: Value = ["enable": .bool(chance.has(70)), "rollback": .bool(chance.has(50))]
                if chance.has(20) { value["resetOnHealthyTask"] = .bool(chance.has(50)) }
                if chance.has(20) {
                    value["thresholdConfiguration"] =
                        chance.has(50) ? ["type": "COUNT", "value": 5] : ["type": "BOUNDED_PERCENT", "value": 50]
                }
                return value
            },
            Field(path.appending("alarms"), 20) { chance, _ in
                ["alarmNames": [.string(alarm)], "enable": .bool(chance.has(50)), "rollback": .bool(chance.has(50))]
            },
        ]
        return common + (strategy == .rolling ? rolling : native(strategy))
    }

    private static let rolling: [Field] = [
        .fixed("/deploymentConfiguration/strategy", "ROLLING", share: 20),
        .one("/deploymentConfiguration/minimumHealthyPercent", 50, of: [0, 50, 75, 100]),
        .one("/deploymentConfiguration/maximumPercent", 50, of: [200, 300]),
        .number("/deploymentConfiguration/bakeTimeInMinutes", 10, 0...3),
    ]

    private static func native(_ strategy: Strategy) -> [Field] {
        let path: FieldPath = "/deploymentConfiguration"
        let steps: [Field] =
            switch strategy {
            case .linear:
                [
                    .one("/deploymentConfiguration/linearConfiguration/stepPercent", 60, of: [50, 25.5, 100.0]),
                    .number("/deploymentConfiguration/linearConfiguration/stepBakeTimeInMinutes", 60, 0...2),
                ]
            case .canary:
                [
                    .one("/deploymentConfiguration/canaryConfiguration/canaryPercent", 60, of: [10, 12.5, 50.0]),
                    .number("/deploymentConfiguration/canaryConfiguration/canaryBakeTimeInMinutes", 60, 0...2),
                ]
            default: []
            }
        return [
            .fixed(path.appending("strategy"), .string(strategy.rawValue)),
            .number(path.appending("bakeTimeInMinutes"), 100, 0...2),
        ] + steps
    }
}

extension Field {
    /// Only where `fits` says so.
    func when(_ fits: @escaping @Sendable (Value?, Value) -> Bool) -> Field {
        Field(path, share, isEdited: isEdited) { [draw, path] chance, spec in
            fits(spec[path], spec) ? draw(&chance, spec) : nil
        }
    }
}
