import Kinds
import Model
import Planning

/// A service whose image changes, on one Auto Scaling group behind a capacity provider: what rules are tried on.
struct RollStack {
    var count = 4
    var minimum: Int? = 50
    var maximum: Int? = 150
    /// Over the service's spec, member by member.
    var service: Value = .emptyObject
    /// Over the task definition's.
    var definition: Value = .emptyObject
    /// Over the target group's; nil for a service that nothing is balanced to.
    var targetGroup: Value?
    /// Over the group's.
    var group: Value = .emptyObject
    /// Bounds of a ScalingPolicy; nil for none.
    var band: ClosedRange<Int>?
    /// True when nothing of the service is live.
    var isNew = false
    /// False when Git says what is live.
    var changesImage = true
    var allow: [String: String] = [:]
    var capacity: ObservedCapacity?
    /// More resources, with what is live of them.
    var others: [(Resource, Live?)] = []

    var findings: [Finding] { plan.findings }
    var plan: Plan { Planner().plan(input) }

    /// What the rule `id` says.
    func finding(_ id: String) -> Finding? { findings.first { $0.rule == id } }

    var input: PlanInput {
        var resources = [definitionResource(image: changesImage ? "api:2" : "api:1"), serviceResource, provider, spot]
        var live = ["CapacityProvider/spot": Live(spec: provider.spec.resolved(outputs), outputs: ["name": "spot"])]
        live["AutoScalingGroup/spot"] = Live(
            spec: groupSpec, outputs: ["arn": "arn:spot", "name": "spot"])
        if let targetGroup {
            let spec = targetGroup.laid(over: Self.targetGroupSpec)
            resources.append(.sample("TargetGroup/api", spec))
            live["TargetGroup/api"] = Live(spec: spec, outputs: ["arn": "arn:targets"])
        }
        if let band { resources.append(policy(band)) }
        if !isNew {
            live["TaskDefinition/api"] = Live(
                spec: definitionResource(image: "api:1").spec,
                outputs: ["arn": "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:41", "revision": "41"])
            live["Service/api"] = Live(
                spec: serviceResource.spec.resolved(outputs),
                outputs: ["arn": "arn:service", "resourceId": "service/demo/api"],
                detail: ["desiredCount": .integer(count)])
        }
        for (resource, state) in others {
            resources.append(resource)
            live[resource.id.description] = state
        }
        var input = PlanInput.of(resources, live: live)
        input.capacity = capacity
        return input
    }

    private static let targetGroupSpec: Value = [
        "protocol": "HTTP", "port": 80, "healthCheckIntervalSeconds": 10, "healthyThresholdCount": 2,
        "unhealthyThresholdCount": 3, "attributes": ["deregistration_delay.timeout_seconds": 30],
    ]

    private var outputs: [Reference: Value] {
        [
            Reference(.of("TaskDefinition/api"), "arn"): "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:41",
            Reference(.of("AutoScalingGroup/spot"), "arn"): "arn:spot",
            Reference(.of("TargetGroup/api"), "arn"): "arn:targets",
        ]
    }

    private func definitionResource(image: String) -> Resource {
        let container: Value = ["name": "api", "cpu": 256, "memory": 512, "essential": true]
        var spec = definition.laid(over: ["containerDefinitions": [container]])
        spec["containerDefinitions"] = .list(
            (spec["containerDefinitions"]?.list ?? []).map { row in
                var row = row
                row["image"] = .string(image)
                if row["portMappings"] == nil { row["portMappings"] = [["containerPort": 3000]] }
                return row
            })
        return .sample("TaskDefinition/api", spec, line: 3)
    }

    /// The one that the definition's container maps; nil for the usual one.
    private var port: Value? {
        definition["containerDefinitions"]?.list?.first?["portMappings"]?.list?.first?["containerPort"]
    }

    private var serviceResource: Resource {
        var bounds = Value.emptyObject
        bounds["minimumHealthyPercent"] = minimum.map { Value(.integer($0), key: Self.boundsPlace) }
        bounds["maximumPercent"] = maximum.map { .integer($0) }
        var spec: Value = [
            "cluster": "demo", "taskDefinition": .output("arn", of: "TaskDefinition/api"),
            "desiredCount": .integer(count), "capacityProviderStrategy": [["capacityProvider": "spot", "weight": 1]],
            "deploymentConfiguration": bounds,
        ]
        if targetGroup != nil {
            spec["loadBalancers"] = [
                [
                    "targetGroupArn": .output("arn", of: "TargetGroup/api"), "containerName": "api",
                    "containerPort": port ?? 3000,
                ]
            ]
        }
        return .sample("Service/api", service.laid(over: spec), line: 20) { $0.allow = allow }
    }

    /// Where the minimum is written.
    static let boundsPlace = Place(file: "production/api.yaml", line: 25, column: 5)

    private var provider: Resource {
        .sample(
            "CapacityProvider/spot",
            [
                "autoScalingGroupProvider": [
                    "autoScalingGroupArn": .output("arn", of: "AutoScalingGroup/spot"),
                    "managedScaling": ["status": "ENABLED"],
                ]
            ])
    }

    private var groupSpec: Value {
        group.laid(over: [
            "minSize": 2, "maxSize": 3,
            "mixedInstancesPolicy": [
                "launchTemplate": [
                    "launchTemplateSpecification": ["launchTemplateName": "elsewhere", "version": "1"],
                    "overrides": [["instanceType": "t3.large"], ["instanceType": "t3.xlarge"]],
                ],
                "instancesDistribution": ["onDemandPercentageAboveBaseCapacity": 0],
            ],
        ])
    }

    private var spot: Resource { .sample("AutoScalingGroup/spot", groupSpec, line: 24) }

    private func policy(_ band: ClosedRange<Int>) -> Resource {
        .sample(
            "ScalingPolicy/api",
            [
                "service": .output("resourceId", of: "Service/api"), "minCapacity": .integer(band.lowerBound),
                "maxCapacity": .integer(band.upperBound),
            ])
    }
}

extension ObservedCapacity {
    /// Instances of the group `spot`, each with so much CPU and memory free; `desired` as DescribeAutoScalingGroups shows it.
    static func instances(_ free: [(cpu: Int, memory: Int)], desired: Int? = nil) -> ObservedCapacity {
        var capacity = ObservedCapacity(at: 0)
        capacity.clusters = [["clusterName": "demo"]]
        capacity.containerInstances = free.enumerated().map { instance($0, free: $1) }
        capacity.groups = [
            [
                "autoScalingGroupName": "spot", "desiredCapacity": .integer(desired ?? free.count),
                "instances": .list(
                    free.indices.map { ["instanceId": .string("i-\($0)"), "lifecycleState": "InService"] }),
            ]
        ]
        return capacity
    }

    private static func instance(_ number: Int, free: (cpu: Int, memory: Int)) -> Value {
        [
            "containerInstanceArn": .string("arn:aws:ecs:eu-west-1:123456789012:container-instance/demo/\(number)"),
            "ec2InstanceId": .string("i-\(number)"), "capacityProviderName": "spot", "status": "ACTIVE",
            "agentConnected": true, "attributes": [["name": "ecs.instance-type", "value": "t3.large"]],
            "registeredResources": resources(2048, 7807), "remainingResources": resources(free.cpu, free.memory),
        ]
    }

    private static func resources(_ cpu: Int, _ memory: Int) -> Value {
        [
            ["name": "CPU", "type": "INTEGER", "integerValue": .integer(cpu)],
            ["name": "MEMORY", "type": "INTEGER", "integerValue": .integer(memory)],
            ["name": "PORTS", "type": "STRINGSET", "stringSetValue": ["22", "2375", "2376", "51678", "51679"]],
        ]
    }
}
