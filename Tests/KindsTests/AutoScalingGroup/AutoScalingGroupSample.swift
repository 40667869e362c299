import Model

extension KindSample {
    static let autoScalingGroup = KindSample(
        resource: .sample("AutoScalingGroup", "spot", groupSpec),
        given: [Reference(ResourceID("LaunchTemplate", "spot"), "latestVersion"): "3"],
        services: { [FakeGroups()] },
        changes: [
            SampleChange("/maxSize", 8, update), SampleChange("/minSize", 3, update),
            SampleChange("/desiredCapacity", 4, .scalesNow, update),
            SampleChange("/desiredCapacity", nil, found: [], []),
            SampleChange("/vpcZoneIdentifier", ["subnet-2", "subnet-1"], found: [], []),
            SampleChange("/vpcZoneIdentifier", ["subnet-1"], update),
            SampleChange(
                "/mixedInstancesPolicy/launchTemplate/launchTemplateSpecification/version", "4", .rollsInstances,
                ["StartInstanceRefresh"]),
            SampleChange(
                "/mixedInstancesPolicy/launchTemplate/overrides/0/instanceType", "m5.large", .rollsInstances,
                ["StartInstanceRefresh"]),
            SampleChange("/instanceRefresh/strategy", "None", found: [], []),
            SampleChange(
                "/mixedInstancesPolicy/instancesDistribution/onDemandBaseCapacity", 2, .rollsInstances, update),
            SampleChange("/mixedInstancesPolicy/instancesDistribution/spotAllocationStrategy", nil, update),
            SampleChange(
                "/mixedInstancesPolicy/instancesDistribution/onDemandPercentageAboveBaseCapacity", nil, found: [],
                []),
            SampleChange(
                "/mixedInstancesPolicy/launchTemplate/overrides/1/instanceType", "m5.large", .rollsInstances, update),
            SampleChange("/newInstancesProtectedFromScaleIn", nil, update),
            SampleChange(
                "/terminationPolicies", ["Default", "OldestLaunchTemplate"],
                found: ["/terminationPolicies/0", "/terminationPolicies/1"], update),
            SampleChange("/capacityRebalance", nil, update), SampleChange("/maxInstanceLifetime", nil, update),
            SampleChange("/healthCheckGracePeriod", nil, found: [], []),
            SampleChange(
                "/enabledMetrics", ["GroupDesiredCapacity"], ["EnableMetricsCollection", "DisableMetricsCollection"]),
            SampleChange(
                "/targetGroupARNs", ["arn:aws:tg/b"],
                ["AttachLoadBalancerTargetGroups", "DetachLoadBalancerTargetGroups"]),
            SampleChange(
                "/targetGroupARNs", nil, found: [FieldPath(["targetGroupARNs", "arn:aws:tg/a"])],
                ["DetachLoadBalancerTargetGroups"]),
            SampleChange("/loadBalancerNames", ["new"], ["AttachLoadBalancers", "DetachLoadBalancers"]),
            SampleChange("/loadBalancerNames", nil, found: ["/loadBalancerNames/old"], ["DetachLoadBalancers"]),
            SampleChange(
                "/trafficSources", [["identifier": "b", "type": "vpc-lattice"]],
                found: ["/trafficSources/a", "/trafficSources/b"], ["AttachTrafficSources", "DetachTrafficSources"]),
            SampleChange(
                "/lifecycleHookSpecificationList/0/heartbeatTimeout", 60,
                found: ["/lifecycleHookSpecificationList/warn/heartbeatTimeout"], ["PutLifecycleHook"]),
            SampleChange(
                "/lifecycleHookSpecificationList/0/defaultResult", nil,
                found: ["/lifecycleHookSpecificationList/warn/defaultResult"], ["PutLifecycleHook"]),
            SampleChange(
                "/lifecycleHookSpecificationList", [], found: ["/lifecycleHookSpecificationList/warn"],
                ["DeleteLifecycleHook"]),
            SampleChange("/instanceRefresh/minHealthyPercentage", 90, found: [], []),
            SampleChange("/tags/team", "web", ["CreateOrUpdateTags"]), SampleChange("/tags/team", nil, ["DeleteTags"]),
        ])

    private static let update = ["UpdateAutoScalingGroup"]

    static let groupSpec: Value = [
        "minSize": 2, "maxSize": 6, "desiredCapacity": 3, "vpcZoneIdentifier": ["subnet-1", "subnet-2"],
        "mixedInstancesPolicy": [
            "launchTemplate": [
                "launchTemplateSpecification": [
                    "launchTemplateName": "spot",
                    "version": .reference(ResourceID("LaunchTemplate", "spot"), "latestVersion"),
                ], "overrides": [["instanceType": "t3.large"], ["instanceType": "t3a.large"]],
            ],
            "instancesDistribution": [
                "onDemandBaseCapacity": 1, "onDemandPercentageAboveBaseCapacity": 20,
                "spotAllocationStrategy": "price-capacity-optimized",
            ],
        ], "newInstancesProtectedFromScaleIn": true, "terminationPolicies": ["OldestLaunchTemplate", "Default"],
        "capacityRebalance": true, "defaultInstanceWarmup": 60, "maxInstanceLifetime": 604800,
        "healthCheckType": "EC2", "healthCheckGracePeriod": 60, "enabledMetrics": ["GroupInServiceInstances"],
        "targetGroupARNs": ["arn:aws:tg/a"], "loadBalancerNames": ["old"],
        "trafficSources": [["identifier": "a", "type": "vpc-lattice"]],
        "lifecycleHookSpecificationList": [
            [
                "lifecycleHookName": "warn", "lifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING",
                "heartbeatTimeout": 120, "defaultResult": "CONTINUE",
            ]
        ], "tags": ["Name": "demo-api-ecs", "team": "core"],
        "instanceRefresh": ["minHealthyPercentage": 100, "maxHealthyPercentage": 110, "autoRollback": true],
    ]
}
