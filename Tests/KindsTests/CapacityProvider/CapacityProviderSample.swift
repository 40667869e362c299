import Model

extension KindSample {
    static let capacityProvider = KindSample(
        resource: .sample("CapacityProvider", "spot", spec),
        given: [Reference(ResourceID("AutoScalingGroup", "spot"), "arn"): "arn:aws:autoscaling:group/spot"],
        services: { [FakeClusters()] },
        changes: [
            SampleChange(
                "/autoScalingGroupProvider/managedScaling/targetCapacity", 80, ["UpdateCapacityProvider"]),
            SampleChange(
                "/autoScalingGroupProvider/managedScaling/targetCapacity", nil, ["UpdateCapacityProvider"]),
            SampleChange(
                "/autoScalingGroupProvider/managedTerminationProtection", nil, ["UpdateCapacityProvider"]),
            SampleChange("/autoScalingGroupProvider/managedDraining", nil, found: [], []),
            SampleChange("/autoScalingGroupProvider/autoScalingGroupArn", "arn:aws:other", .replaces, []),
            SampleChange("/tags/team", "web", ["TagResource"]), SampleChange("/tags/team", nil, ["UntagResource"]),
        ])

    private static let spec: Value = [
        "autoScalingGroupProvider": [
            "autoScalingGroupArn": .reference(ResourceID("AutoScalingGroup", "spot"), "arn"),
            "managedScaling": [
                "status": "ENABLED", "targetCapacity": 90, "minimumScalingStepSize": 1, "maximumScalingStepSize": 4,
                "instanceWarmupPeriod": 120,
            ], "managedTerminationProtection": "ENABLED", "managedDraining": "ENABLED",
        ], "tags": ["team": "core"],
    ]
}
