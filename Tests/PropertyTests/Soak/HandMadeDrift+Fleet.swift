import Model

extension HandMadeDrift {
    private static func group(_ members: Value) -> AWSCall {
        var input = members
        input["autoScalingGroupName"] = "spot"
        return AWSCall("autoscaling", "UpdateAutoScalingGroup", input)
    }

    private static func policy(_ members: Value) -> AWSCall {
        group(["mixedInstancesPolicy": members])
    }

    static let fleet: [HandMadeDrift] = [
        HandMadeDrift("group's maximum", "AutoScalingGroup/spot", "/maxSize", group(["maxSize": 20])),
        HandMadeDrift("group's minimum", "AutoScalingGroup/spot", "/minSize", group(["minSize": 1])),
        HandMadeDrift(
            "on-demand base", "AutoScalingGroup/spot",
            "/mixedInstancesPolicy/instancesDistribution/onDemandBaseCapacity",
            policy(["instancesDistribution": ["onDemandBaseCapacity": 0]])),
        HandMadeDrift(
            "Spot allocation", "AutoScalingGroup/spot",
            "/mixedInstancesPolicy/instancesDistribution/spotAllocationStrategy",
            policy(["instancesDistribution": ["spotAllocationStrategy": "lowest-price"]])),
        HandMadeDrift(
            "instance types", "AutoScalingGroup/spot", "/mixedInstancesPolicy/launchTemplate/overrides",
            policy(["launchTemplate": ["overrides": [["instanceType": "t3.large"], ["instanceType": "t3a.large"]]]])),
        HandMadeDrift(
            "protection", "AutoScalingGroup/spot", "/newInstancesProtectedFromScaleIn",
            group(["newInstancesProtectedFromScaleIn": false])),
        HandMadeDrift(
            "termination policies", "AutoScalingGroup/spot", "/terminationPolicies",
            group(["terminationPolicies": ["Default"]])),
        HandMadeDrift(
            "warmup", "AutoScalingGroup/spot", "/defaultInstanceWarmup", group(["defaultInstanceWarmup": 300])),
        HandMadeDrift(
            "group's tag", "AutoScalingGroup/spot", "/tags/Team",
            AWSCall(
                "autoscaling", "DeleteTags",
                ["tags": [["resourceId": "spot", "resourceType": "auto-scaling-group", "key": "Team"]]])),
        HandMadeDrift(
            "template's default version", "LaunchTemplate/spot", "/instanceType",
            AWSCall(
                "ec2", "CreateLaunchTemplateVersion",
                [
                    "launchTemplateName": "spot", "sourceVersion": "1",
                    "launchTemplateData": ["instanceType": "t3.xlarge"],
                ]),
            AWSCall("ec2", "ModifyLaunchTemplate", ["launchTemplateName": "spot", "defaultVersion": "2"])),
    ]
}
