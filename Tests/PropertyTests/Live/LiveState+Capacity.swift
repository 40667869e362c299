import Model

extension LiveState {
    mutating func makeCapacity() async throws {
        var cluster: Value = ["clusterName": .string(Self.cluster), "tags": tags()]
        may(30, "settings", [[["name": "containerInsights", "value": "enabled"]]], in: &cluster)
        may(
            20, "configuration",
            [
                ["executeCommandConfiguration": ["logging": "DEFAULT"]],
                ["executeCommandConfiguration": ["logging": "NONE"]],
            ],
            in: &cluster)
        try await call("ecs", "CreateCluster", cluster)
        let template = try await makeTemplate()
        try await makeGroup(template)
        guard chance.has(60) else { return }
        try await makeProvider()
    }

    /// One to three versions; the default one may be any.
    private mutating func makeTemplate() async throws -> Int {
        let versions = chance.draw(1...3)
        let first = data()
        try await call(
            "ec2", "CreateLaunchTemplate", ["launchTemplateName": "Legacy_nodes", "launchTemplateData": first])
        for _ in 1..<max(versions, 1) where versions > 1 {
            try await call(
                "ec2", "CreateLaunchTemplateVersion",
                ["launchTemplateName": "Legacy_nodes", "launchTemplateData": data()])
        }
        if chance.has(40) {
            try await call(
                "ec2", "ModifyLaunchTemplate",
                ["launchTemplateName": "Legacy_nodes", "defaultVersion": .string(String(versions))])
        }
        return versions
    }

    private mutating func data() -> Value {
        // `#!/bin/bash` and the agent's configuration, in Base64 as AWS takes it.
        let script = "IyEvYmluL2Jhc2gKZWNobyBFQ1NfQ0xVU1RFUj1MZWdhY3lfQ2x1c3RlciA+PiAvZXRjL2Vjcy9lY3MuY29uZmlnCg=="
        var data: Value = [
            "imageId": "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
            "instanceType": chance.pick(["t3.large", "m5.large"]), "userData": .string(script),
            "iamInstanceProfile": ["name": "ecsInstanceRole"],
        ]
        may(50, "securityGroupIds", [.list(Array(securityGroups.suffix(1)))], in: &data)
        may(40, "ebsOptimized", [true, false], in: &data)
        may(40, "metadataOptions", [["httpTokens": "required"], ["httpPutResponseHopLimit": 2]], in: &data)
        may(30, "monitoring", [["enabled": true], ["enabled": false]], in: &data)
        may(
            30, "tagSpecifications",
            [[["resourceType": "instance", "tags": [["key": "Name", "value": "legacy"]]]]], in: &data)
        may(
            40, "blockDeviceMappings",
            [
                [["deviceName": "/dev/xvda", "ebs": ["volumeSize": 40, "volumeType": "gp3"]]],
                [
                    ["deviceName": "/dev/xvda", "ebs": ["encrypted": true]],
                    ["deviceName": "/dev/sdb", "ebs": ["volumeSize": 8]],
                ],
            ], in: &data)
        return data
    }

    private mutating func makeGroup(_ versions: Int) async throws {
        let word = chance.pick(["$Latest", "$Latest", "$Default", String(versions), "1", ""])
        noteTemplate(word.isEmpty ? "none" : word)
        var template: Value = ["launchTemplateName": "Legacy_nodes"]
        if !word.isEmpty { template["version"] = .string(word) }
        let zones = subnets.suffix(chance.draw(1...3)).compactMap(\.string).joined(separator: ",")
        let count = chance.pick([2, 2, 3, 0])
        var group: Value = [
            "autoScalingGroupName": "Legacy nodes (1)", "minSize": .integer(min(count, 1)), "maxSize": 5,
            "desiredCapacity": .integer(count), "vpcZoneIdentifier": .string(zones),
        ]
        if chance.has(50) {
            group["launchTemplate"] = template
        } else {
            group["mixedInstancesPolicy"] = [
                "launchTemplate": [
                    "launchTemplateSpecification": template,
                    "overrides": [["instanceType": "t3.large"], ["instanceType": "m5.large"]],
                ],
                "instancesDistribution": ["onDemandPercentageAboveBaseCapacity": .integer(chance.pick([0, 50, 100]))],
            ]
        }
        may(30, "healthCheckGracePeriod", [0, 300], in: &group)
        may(30, "terminationPolicies", [["OldestInstance"], ["Default"]], in: &group)
        may(30, "capacityRebalance", [true, false], in: &group)
        may(30, "defaultInstanceWarmup", [0, 120], in: &group)
        may(20, "maxInstanceLifetime", [604_800], in: &group)
        group["newInstancesProtectedFromScaleIn"] = true
        if chance.has(50) {
            group["tags"] = [
                [
                    "key": "Name", "value": "legacy", "propagateAtLaunch": .bool(chance.has(50)),
                    "resourceId": "Legacy nodes (1)", "resourceType": "auto-scaling-group",
                ]
            ]
        }
        try await call("autoscaling", "CreateAutoScalingGroup", group)
        guard chance.has(30) else { return }
        try await call(
            "autoscaling", "EnableMetricsCollection",
            ["autoScalingGroupName": "Legacy nodes (1)", "granularity": "1Minute"])
    }

    private mutating func makeProvider() async throws {
        let groups = try await call(
            "autoscaling", "DescribeAutoScalingGroups", ["autoScalingGroupNames": ["Legacy nodes (1)"]])
        var scaling: Value = ["status": chance.pick(["ENABLED", "DISABLED"])]
        may(50, "targetCapacity", [80, 100], in: &scaling)
        var provider: Value = [
            "autoScalingGroupArn": groups["autoScalingGroups"]?.list?.first?["autoScalingGroupARN"] ?? .null
        ]
        if chance.has(70) { provider["managedScaling"] = scaling }
        may(30, "managedDraining", ["ENABLED", "DISABLED"], in: &provider)
        try await call(
            "ecs", "CreateCapacityProvider",
            ["name": "Legacy-cp", "autoScalingGroupProvider": provider, "tags": tags()])
        let isDefault = chance.has(50)
        try await call(
            "ecs", "PutClusterCapacityProviders",
            [
                "cluster": .string(Self.cluster), "capacityProviders": ["Legacy-cp"],
                "defaultCapacityProviderStrategy": isDefault ? [["capacityProvider": "Legacy-cp", "weight": 1]] : [],
            ])
        self.provider = "Legacy-cp"
    }
}
