import Model

extension KindSample {
    /// A service that rolls by one of ECS's own strategies.
    static let nativeService = KindSample(
        resource: .sample("Service", "api", nativeSpec), given: nativeGiven,
        services: { [FakeServices(), FakeApplicationAutoScaling()] },
        changes: [
            SampleChange("/deploymentConfiguration/strategy", "BLUE_GREEN", update),
            SampleChange("/deploymentConfiguration/bakeTimeInMinutes", 7, update),
            SampleChange("/deploymentConfiguration/bakeTimeInMinutes", nil, update),
            SampleChange("/deploymentConfiguration/canaryConfiguration/canaryPercent", 12.5, update),
            SampleChange("/deploymentConfiguration/canaryConfiguration/canaryPercent", 10, found: [], []),
            SampleChange("/deploymentConfiguration/canaryConfiguration/canaryBakeTimeInMinutes", 4, update),
            SampleChange("/deploymentConfiguration/canaryConfiguration", nil, found: [], []),
            SampleChange(
                "/deploymentConfiguration/linearConfiguration", ["stepPercent": 25.5, "stepBakeTimeInMinutes": 3],
                update),
            SampleChange("/deploymentConfiguration/lifecycleHooks", nil, update),
            SampleChange(
                "/deploymentConfiguration/lifecycleHooks/0/timeoutConfiguration/timeoutInMinutes", 30,
                found: ["/deploymentConfiguration/lifecycleHooks"], update),
            SampleChange(
                "/deploymentConfiguration/lifecycleHooks/1/targetType", nil, found: [], []),
            SampleChange(
                "/deploymentConfiguration/lifecycleHooks/1/lifecycleStages",
                ["POST_TEST_TRAFFIC_SHIFT", "POST_SCALE_UP"], found: [], []),
            SampleChange(
                "/loadBalancers/0/advancedConfiguration/alternateTargetGroupArn", "arn:green/2",
                found: [advanced.appending("alternateTargetGroupArn")], .rollsTasks, update),
            SampleChange(
                "/loadBalancers/0/advancedConfiguration/productionListenerRule", "arn:rule/3",
                found: [advanced.appending("productionListenerRule")], .rollsTasks, update),
            SampleChange(
                "/loadBalancers/0/advancedConfiguration/testListenerRule", nil,
                found: [advanced.appending("testListenerRule")], .rollsTasks, update),
            SampleChange(
                "/loadBalancers/0/advancedConfiguration/roleArn", "arn:aws:iam::123456789012:role/other",
                found: [advanced.appending("roleArn")], .rollsTasks, update),
            SampleChange(
                "/loadBalancers/0/advancedConfiguration", nil,
                found: ["alternateTargetGroupArn", "productionListenerRule", "roleArn", "testListenerRule"].map {
                    advanced.appending($0)
                }, .rollsTasks, update),
        ])

    private static let update = ["UpdateService"]
    private static let advanced = FieldPath(["loadBalancers", "arn:blue/api/3000", "advancedConfiguration"])

    private static let nativeGiven: [Reference: Value] = serviceGiven.merging([
        Reference(ResourceID("TargetGroup", "blue"), "arn"): "arn:blue",
        Reference(ResourceID("TargetGroup", "green"), "arn"): "arn:green",
        Reference(ResourceID("ListenerRule", "demo/443/10"), "arn"): "arn:rule/1",
        Reference(ResourceID("ListenerRule", "demo/443/20"), "arn"): "arn:rule/2",
    ]) { $1 }

    private static let nativeSpec: Value = [
        "cluster": .reference(ResourceID("Cluster", "demo"), "arn"),
        "taskDefinition": .reference(ResourceID("TaskDefinition", "api"), "arn"), "desiredCount": 4,
        "capacityProviderStrategy": [
            ["capacityProvider": .reference(ResourceID("CapacityProvider", "spot"), "name"), "weight": 1]
        ],
        "deploymentConfiguration": [
            "strategy": "CANARY", "bakeTimeInMinutes": 5,
            "canaryConfiguration": ["canaryPercent": 10.0, "canaryBakeTimeInMinutes": 10],
            "lifecycleHooks": [
                [
                    "targetType": "PAUSE", "lifecycleStages": ["PRE_SCALE_UP"],
                    "timeoutConfiguration": ["timeoutInMinutes": 60, "action": "ROLLBACK"],
                ],
                [
                    "targetType": "AWS_LAMBDA", "lifecycleStages": ["POST_SCALE_UP", "POST_TEST_TRAFFIC_SHIFT"],
                    "hookTargetArn": "arn:aws:lambda:eu-west-1:123456789012:function:check",
                    "roleArn": "arn:aws:iam::123456789012:role/ecs",
                ],
            ],
        ],
        "loadBalancers": [
            [
                "targetGroupArn": .reference(ResourceID("TargetGroup", "blue"), "arn"), "containerName": "api",
                "containerPort": 3000,
                "advancedConfiguration": [
                    "alternateTargetGroupArn": .reference(ResourceID("TargetGroup", "green"), "arn"),
                    "productionListenerRule": .reference(ResourceID("ListenerRule", "demo/443/10"), "arn"),
                    "testListenerRule": .reference(ResourceID("ListenerRule", "demo/443/20"), "arn"),
                    "roleArn": "arn:aws:iam::123456789012:role/ecs",
                ],
            ]
        ],
    ]
}
