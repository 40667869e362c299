import Model

/// Facts 4.2 and 4.3.
extension NormalisationFact {
    private static func override(_ override: Value) -> Value {
        ["mixedInstancesPolicy": ["launchTemplate": ["overrides": [override]]]]
    }

    private static let first = FieldPath(["mixedInstancesPolicy", "launchTemplate", "overrides", "0"])

    static let groups: [NormalisationFact] = [
        .init(
            "subnets come as one text, zones follow from them", "AutoScalingGroup",
            ["vpcZoneIdentifier": ["subnet-1", "subnet-2"]],
            ["vpcZoneIdentifier": "subnet-2,subnet-1", "availabilityZones": ["eu-west-1a", "eu-west-1b"]],
            but: ["vpcZoneIdentifier": ["subnet-1", "subnet-3"]], differsAt: ["/vpcZoneIdentifier"]),
        .init(
            "zones are a set", "AutoScalingGroup", ["availabilityZones": ["eu-west-1b", "eu-west-1a"]],
            ["availabilityZones": ["eu-west-1a", "eu-west-1b"]], but: ["availabilityZones": ["eu-west-1a"]],
            differsAt: ["/availabilityZones"]),
        .init(
            "termination policies keep their order", "AutoScalingGroup",
            ["terminationPolicies": ["OldestInstance", "Default"]],
            ["terminationPolicies": ["OldestInstance", "Default"]],
            but: ["terminationPolicies": ["Default", "OldestInstance"]],
            differsAt: ["/terminationPolicies/0", "/terminationPolicies/1"]),
        .init(
            "defaults are left out", "AutoScalingGroup",
            [
                "terminationPolicies": ["Default"], "defaultCooldown": 300, "capacityRebalance": false,
                "maxInstanceLifetime": 0, "placementGroup": "", "defaultInstanceWarmup": -1,
                "deletionProtection": "none",
            ], [:], but: ["maxInstanceLifetime": 86400, "capacityRebalance": true],
            differsAt: ["/capacityRebalance", "/maxInstanceLifetime"]),
        .init(
            "an instance maintenance policy of -1 is none", "AutoScalingGroup",
            ["instanceMaintenancePolicy": ["minHealthyPercentage": -1, "maxHealthyPercentage": -1]], [:],
            but: ["instanceMaintenancePolicy": ["minHealthyPercentage": 90, "maxHealthyPercentage": 110]],
            differsAt: ["/instanceMaintenancePolicy"]),
        .init(
            "health checks are a set in one text", "AutoScalingGroup", ["healthCheckType": "ELB, EBS"],
            ["healthCheckType": "EBS,ELB"], but: ["healthCheckType": "ELB"], differsAt: ["/healthCheckType"]),
        .init(
            "a template without a version is the default one", "AutoScalingGroup",
            override(["instanceType": "m5.large", "launchTemplateSpecification": ["launchTemplateId": "lt-1"]]),
            override([
                "instanceType": "m5.large",
                "launchTemplateSpecification": ["launchTemplateId": "lt-1", "version": "$Default"],
            ]),
            but: override([
                "instanceType": "m5.large",
                "launchTemplateSpecification": ["launchTemplateId": "lt-1", "version": "$Latest"],
            ]), differsAt: [FieldPath(first.parts + ["launchTemplateSpecification", "version"])]),
        .init(
            "a weight is text, and lists of requirements are sets", "AutoScalingGroup",
            override(["weightedCapacity": 2, "instanceRequirements": ["cpuManufacturers": ["intel", "amd"]]]),
            override(["weightedCapacity": "2", "instanceRequirements": ["cpuManufacturers": ["amd", "intel"]]]),
            but: override(["weightedCapacity": 3, "instanceRequirements": ["cpuManufacturers": ["amd"]]]),
            differsAt: [
                FieldPath(first.parts + ["instanceRequirements", "cpuManufacturers"]),
                FieldPath(first.parts + ["weightedCapacity"]),
            ]),
        .init(
            "metrics come with their granularity", "AutoScalingGroup",
            ["enabledMetrics": ["GroupMinSize", "GroupMaxSize"]],
            [
                "enabledMetrics": [
                    ["metric": "GroupMaxSize", "granularity": "1Minute"],
                    ["metric": "GroupMinSize", "granularity": "1Minute"],
                ]
            ], but: ["enabledMetrics": ["GroupMinSize"]], differsAt: ["/enabledMetrics"]),
        .init(
            "sources of traffic that others attached stay", "AutoScalingGroup",
            ["trafficSources": [["identifier": "a", "type": "vpc-lattice"]], "loadBalancerNames": []],
            [
                "trafficSources": [["identifier": "b"], ["identifier": "a", "type": "vpc-lattice"]],
                "loadBalancerNames": ["x"],
            ], but: ["trafficSources": [["identifier": "c"]]], differsAt: ["/trafficSources/c"]),
    ]

    static let templates: [NormalisationFact] = [
        .init(
            "security groups and requirements are sets, tags are known by their resource type", "LaunchTemplate",
            [
                "securityGroupIds": ["sg-1", "sg-2"],
                "instanceRequirements": ["allowedInstanceTypes": ["m5.*", "m6i.*"]],
                "tagSpecifications": [
                    ["resourceType": "instance", "tags": ["b": 2, "a": "1"]],
                    ["resourceType": "volume", "tags": ["a": "1"]],
                ],
            ],
            [
                "securityGroupIds": ["sg-2", "sg-1"],
                "instanceRequirements": ["allowedInstanceTypes": ["m6i.*", "m5.*"]],
                "tagSpecifications": [
                    ["resourceType": "volume", "tags": [["key": "a", "value": "1"]]],
                    ["resourceType": "instance", "tags": [["key": "a", "value": "1"], ["key": "b", "value": "2"]]],
                ],
            ],
            but: ["securityGroupIds": ["sg-1"], "instanceRequirements": ["allowedInstanceTypes": ["m5.*", "m6i.*"]]],
            differsAt: ["/securityGroupIds", "/tagSpecifications"]),
        .init(
            "the state of metadata options is AWS's", "LaunchTemplate", ["metadataOptions": ["httpTokens": "required"]],
            ["metadataOptions": ["httpTokens": "required", "state": "applied"]],
            but: ["metadataOptions": ["httpTokens": "optional"]], differsAt: ["/metadataOptions/httpTokens"]),
    ]
}
