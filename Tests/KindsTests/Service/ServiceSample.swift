import Model

extension KindSample {
    static let service = KindSample(
        resource: .sample("Service", "api", serviceSpec), given: serviceGiven,
        services: { [FakeServices(), FakeApplicationAutoScaling()] },
        changes: [
            SampleChange(
                "/taskDefinition", "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:8", .rollsTasks, update),
            SampleChange("/taskDefinition", "api:7", found: [], []),
            SampleChange("/desiredCount", 6, .scalesNow, update),
            SampleChange("/desiredCount", nil, found: [], []),
            SampleChange("/deploymentConfiguration/minimumHealthyPercent", 75, update),
            SampleChange("/deploymentConfiguration/maximumPercent", nil, update),
            SampleChange("/deploymentConfiguration/deploymentCircuitBreaker/rollback", false, update),
            SampleChange("/deploymentConfiguration/deploymentCircuitBreaker", nil, update),
            SampleChange("/deploymentConfiguration/strategy", "ROLLING", found: [], []),
            SampleChange(
                "/capacityProviderStrategy/0/base", 1, found: ["/capacityProviderStrategy/spot/base"], .rollsTasks,
                update),
            SampleChange("/capacityProviderStrategy", nil, found: [], []),
            SampleChange(
                "/placementStrategy/1/field", "cpu", found: ["/placementStrategy/1/field"], update),
            SampleChange("/placementConstraints", nil, update),
            SampleChange("/healthCheckGracePeriodSeconds", 30, update),
            SampleChange("/healthCheckGracePeriodSeconds", nil, found: [], []),
            SampleChange("/enableExecuteCommand", false, update),
            SampleChange("/enableExecuteCommand", nil, update),
            SampleChange("/availabilityZoneRebalancing", "DISABLED", update),
            SampleChange("/propagateTags", "TASK_DEFINITION", update),
            SampleChange(
                "/loadBalancers/0/containerPort", 3001,
                found: [3000, 3001].map {
                    FieldPath(["loadBalancers", "\(group)/api/\($0)"])
                }, .rollsTasks, update),
            SampleChange(
                "/networkConfiguration/awsvpcConfiguration/subnets", ["subnet-1"], .rollsTasks, update),
            SampleChange("/schedulingStrategy", "DAEMON", .replaces, []),
            SampleChange("/tags/team", "web", ["TagResource"]),
            SampleChange("/tags/team", nil, ["UntagResource"]),
        ])

    private static let update = ["UpdateService"]
    private static let group = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/api/1"

    static let serviceGiven: [Reference: Value] = [
        Reference(ResourceID("Cluster", "demo"), "arn"): "arn:aws:ecs:eu-west-1:123456789012:cluster/demo",
        Reference(ResourceID("Cluster", "demo"), "name"): "demo",
        Reference(ResourceID("TaskDefinition", "api"), "arn"):
            "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7",
        Reference(ResourceID("TargetGroup", "api"), "arn"): .string(group),
        Reference(ResourceID("CapacityProvider", "spot"), "name"): "spot",
        Reference(ResourceID("Alarm", "errors"), "name"): "errors",
        Reference(subnets.id, "ids"): ["subnet-1", "subnet-2"],
    ]

    private static let subnets = Lookup("Subnet", .tags(["Tier": "private"]))

    static let serviceSpec: Value = [
        "cluster": .reference(ResourceID("Cluster", "demo"), "arn"),
        "taskDefinition": .reference(ResourceID("TaskDefinition", "api"), "arn"), "desiredCount": 4,
        "capacityProviderStrategy": [
            ["capacityProvider": .reference(ResourceID("CapacityProvider", "spot"), "name"), "weight": 1]
        ],
        "deploymentConfiguration": [
            "minimumHealthyPercent": 50, "maximumPercent": 150,
            "deploymentCircuitBreaker": ["enable": true, "rollback": true],
            "alarms": [
                "alarmNames": [.reference(ResourceID("Alarm", "errors"), "name")], "enable": true, "rollback": true,
            ],
        ],
        "placementStrategy": [
            ["type": "spread", "field": "attribute:ecs.availability-zone"], ["type": "binpack", "field": "memory"],
        ],
        "placementConstraints": [["type": "memberOf", "expression": "attribute:ecs.instance-type =~ m5.*"]],
        "loadBalancers": [
            [
                "targetGroupArn": .reference(ResourceID("TargetGroup", "api"), "arn"), "containerName": "api",
                "containerPort": 3000,
            ]
        ],
        "networkConfiguration": [
            "awsvpcConfiguration": [
                "subnets": [.reference(subnets.id, "ids")], "securityGroups": ["sg-1"], "assignPublicIp": "DISABLED",
            ]
        ], "healthCheckGracePeriodSeconds": 60, "enableExecuteCommand": true, "propagateTags": "SERVICE",
        "tags": ["team": "core"],
    ]
}
