import Model

extension KindSample {
    static let beforeRollout = KindSample(
        resource: .sample(
            "BeforeRollout", "api",
            [
                "cluster": .reference(ResourceID("Cluster", "demo"), "arn"),
                "taskDefinition": .reference(ResourceID("TaskDefinition", "api"), "arn"), "timeout": "10m",
                "overrides": ["containerOverrides": [["name": "api", "command": ["migrate"]]]],
                "capacityProviderStrategy": [
                    ["capacityProvider": .reference(ResourceID("CapacityProvider", "spot"), "name"), "weight": 1]
                ],
                "placementConstraints": [["type": "memberOf", "expression": "attribute:ecs.instance-type =~ m5.*"]],
                "placementStrategy": [["type": "spread", "field": "instanceId"]],
                "networkConfiguration": ["awsvpcConfiguration": ["subnets": ["subnet-1"]]],
                "service": "api", "revision": "api:8", "tags": ["team": "core"],
            ], of: ResourceID("Service", "api")), given: serviceGiven,
        services: { [FakeRuns()] },
        changes: [
            SampleChange("/taskDefinition", "api:8", run),
            SampleChange("/taskDefinition", "api:7", found: [], []),
            SampleChange(
                "/overrides/containerOverrides/0/command", ["migrate", "--all"], found: ["/taskDefinition"], run),
            // Where it runs, how long it may, and for whom is no content.
            SampleChange("/timeout", "5m", found: [], []), SampleChange("/revision", "api:9", found: [], []),
            SampleChange("/placementStrategy", nil, found: [], []), SampleChange("/tags/team", "web", found: [], []),
        ])

    private static let run = ["RunTask"]
}
