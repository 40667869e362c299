import Kinds
import Model
import Planning

/// A service behind a listener's rule whose target group gets another port: what replacement is tried on.
struct ReplacementStack {
    static let old = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/api/73e2d6bc24d8a067"
    static let new = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/api-1a2b3c4d/0011223344556677"
    static let rule = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/demo/1/2/3"

    /// Weights in the rule's live action, the old one's and the new one's; nil for a group that it does not name.
    var weights: (old: Int?, new: Int?) = (1, nil)
    /// What the service registers its tasks with.
    var registered = [Self.old]
    var isSettled = true
    /// True once the new one is made.
    var isMade = false
    var healthyTargets: Int?
    var confirmed: Set<String> = []
    var prunes = false
    /// Over the target group's spec.
    var policy: (inout Policy) -> Void = { _ in }
    var services = true

    var group: Resource { .sample("TargetGroup/api", ["port": 8080, "protocol": "HTTP"], policy: policy) }

    var input: PlanInput {
        let resources = [group, ruleResource, alarm] + (services ? [service] : [])
        var live = ["ListenerRule/api": liveRule, "Alarm/api": liveAlarm]
        if services { live["Service/api"] = liveService }
        if isMade {
            live["TargetGroup/api"] = Live(spec: group.spec, outputs: outputs(Self.new, "new"), tags: tags)
        }
        var input = PlanInput.of(resources, live: live)
        input.generations[group.id] = generation
        input.departed = Departed([:])
        input.departed?.confirmed = confirmed
        input.departed?.prunes = prunes
        ReplacedThings.add(to: &input)
        return input
    }

    var plan: Plan { Planner().plan(input) }

    var generation: Generation {
        var generation = Generation(awsName: "api-1a2b3c4d")
        let spec: Value = ["port": 80, "protocol": "HTTP"]
        let there = Live(spec: spec, outputs: outputs(Self.old, "old"), tags: tags)
        generation.predecessors = [Predecessor(of: group.id, awsName: "api", .live(there))]
        generation.healthyTargets = healthyTargets
        if !isMade {
            generation.causes = [
                FieldChange("/port", live: 80, desired: 8080, effect: .replaces, reason: .declared)
            ]
        }
        return generation
    }

    /// The calls of one resource, now and later, as `operation` with the part of the request that matters.
    func calls(of id: String, later: Bool) -> [Value] {
        (later ? plan.later : plan.steps).filter { $0.resource == .of(id) }.map { step in
            step.planned.call.input["actions"] ?? step.planned.call.input["loadBalancers"] ?? step.planned.call.input
        }
    }

    private let tags = [
        "neap:environment": "production", "neap:owner": "git.example.org/team/infra",
        "neap:resource": "TargetGroup/api",
    ]

    private func outputs(_ arn: String, _ name: String) -> [String: Value] {
        ["arn": .string(arn), "fullName": .string("targetgroup/\(name)")]
    }

    private let ruleResource = Resource.sample(
        "ListenerRule/api",
        [
            "listenerArn": "arn:listener", "priority": 10,
            "actions": [["type": "forward", "targetGroupArn": .output("arn", of: "TargetGroup/api")]],
        ])

    private var liveRule: Live {
        let shares = [(Self.old, weights.old), (Self.new, weights.new)].compactMap { arn, weight in
            weight.map { Value.object(["targetGroupArn": .string(arn), "weight": .integer($0)]) }
        }
        let action: Value =
            shares.count == 1
            ? ["type": "forward", "order": 1, "targetGroupArn": shares[0]["targetGroupArn"] ?? .null]
            : ["type": "forward", "order": 1, "forwardConfig": ["targetGroups": .list(shares)]]
        let spec: Value = ["listenerArn": "arn:listener", "priority": 10, "actions": [action]]
        return Live(spec: spec, outputs: ["arn": .string(Self.rule)], tags: Self.tags("ListenerRule/api"))
    }

    private let service = Resource.sample(
        "Service/api",
        [
            "cluster": "demo", "taskDefinition": "api:1",
            "loadBalancers": [
                [
                    "targetGroupArn": .output("arn", of: "TargetGroup/api"), "containerName": "api",
                    "containerPort": 3000,
                ]
            ],
        ])

    private var liveService: Live {
        let entries = registered.map { arn -> Value in
            ["targetGroupArn": .string(arn), "containerName": "api", "containerPort": 3000]
        }
        return Live(
            spec: [
                "cluster": "demo", "taskDefinition": "api:1", "loadBalancers": .list(entries),
                "deploymentConfiguration": ["minimumHealthyPercent": 50],
            ],
            outputs: ["arn": "arn:service", "rollout": isSettled ? "settled" : "moving"],
            tags: Self.tags("Service/api"),
            detail: ["desiredCount": 4, "runningCount": 4])
    }

    private let alarm = Resource.sample(
        "Alarm/api",
        [
            "namespace": "AWS/ApplicationELB", "metricName": "UnHealthyHostCount",
            "dimensions": [["name": "TargetGroup", "value": .output("fullName", of: "TargetGroup/api")]],
        ])

    private var liveAlarm: Live {
        Live(
            spec: [
                "namespace": "AWS/ApplicationELB", "metricName": "UnHealthyHostCount",
                "dimensions": [["name": "TargetGroup", "value": "targetgroup/old"]],
            ], outputs: ["arn": "arn:alarm"], tags: Self.tags("Alarm/api"))
    }

    private static func tags(_ id: String) -> [String: String] {
        ["neap:environment": "production", "neap:owner": "git.example.org/team/infra", "neap:resource": id]
    }
}
