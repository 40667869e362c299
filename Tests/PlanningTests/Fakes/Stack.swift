import Kinds
import Model
import Planning

/// One plan of real kinds that shows everything a plan can show, and the secret that it must never show.
enum Stack {
    /// The values of the container's environment, before and after.
    static let secrets = ["hunter2-before", "hunter2-after", "hunter2-new"]

    static let header = PlanHeader(
        environment: "production", accountID: "123456789012", region: "eu-west-1",
        commit: "d4a81b7c0ffee0000000000000000000000000aa", subject: "api: 1.8.0, more room for the evening",
        branch: "main", author: "Ada", readAt: "2026-11-24 12:03:58Z",
        lastSettled: "4f07d1ec0ffee0000000000000000000000000bb", calls: 23)

    static var plan: Plan { Planner().plan(input) }

    /// The plan of what is as wanted.
    static var settled: Plan {
        Planner().plan(
            PlanInput.of([targetGroup("admin", port: 80)], live: ["TargetGroup/admin": Live(spec: ["port": 80])]))
    }

    static var input: PlanInput {
        let resources = [
            .sample("LogGroup/api", ["retentionInDays": 14, "tags": ["team": "core"]], line: 9),
            Resource.sample("LogGroup/old", ["retentionInDays": 7]), taskDefinition, worker, service, policy,
            targetGroup("web", port: 81), targetGroup("admin", port: 80),
        ]
        var input = PlanInput.of(resources, live: live, unknown: ["LogGroup/old"])
        input.memory[.of("TargetGroup/web")] = AppliedRecord(
            commit: "", specHash: "", stated: ["/port", "/healthCheckPath"])
        return input
    }

    private static let taskDefinition = Resource.sample(
        "TaskDefinition/api",
        [
            "cpu": "256", "memory": "512",
            "containerDefinitions": [
                [
                    "name": "api", "image": "registry.example.org/team/api:1.8.0",
                    "environment": [["name": "FEATURE_FLAGS", "value": "hunter2-after"]],
                ]
            ],
        ])

    private static let worker = Resource.sample(
        "TaskDefinition/worker",
        [
            "memory": "256",
            "containerDefinitions": [
                [
                    "name": "worker", "image": "registry.example.org/team/worker:2", "command": ["serve", "--all"],
                    "environment": [["name": "TOKEN", "value": "hunter2-new"]],
                ]
            ],
        ], line: 40)

    private static let service = Resource.sample(
        "Service/api",
        [
            "cluster": "demo", "taskDefinition": .output("arn", of: "TaskDefinition/api"), "desiredCount": 4,
            "deploymentConfiguration": ["minimumHealthyPercent": 50, "maximumPercent": 150],
        ], line: 31)

    private static let policy = Resource.sample(
        "ScalingPolicy/api",
        ["service": .output("resourceId", of: "Service/api"), "minCapacity": 2, "maxCapacity": 12], line: 60)

    private static func targetGroup(_ name: String, port: Int) -> Resource {
        .sample("TargetGroup/\(name)", ["port": .integer(port)])
    }

    private static let live = [
        "TaskDefinition/api": Live(
            spec: [
                "cpu": "256", "memory": "512",
                "containerDefinitions": [
                    [
                        "name": "api", "image": "registry.example.org/team/api:1.7.4", "essential": true,
                        "environment": [["name": "FEATURE_FLAGS", "value": "hunter2-before"]],
                    ]
                ],
            ], outputs: ["arn": "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:41", "revision": "41"]),
        "Service/api": Live(
            spec: [
                "cluster": "demo", "taskDefinition": "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:41",
                "desiredCount": 6,
                "deploymentConfiguration": ["minimumHealthyPercent": 100, "maximumPercent": 150],
            ], outputs: ["arn": "arn:aws:ecs:eu-west-1:123456789012:service/demo/api"]),
        "ScalingPolicy/api": Live(spec: ["service": "service/demo/api", "minCapacity": 2, "maxCapacity": 12]),
        "TargetGroup/web": Live(spec: ["port": 80, "healthCheckPath": "/healthz"]),
        "TargetGroup/admin": Live(spec: ["port": 80]),
    ]
}
