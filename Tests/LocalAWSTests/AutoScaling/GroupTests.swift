import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Auto Scaling groups")
struct GroupTests {
    private func made(_ more: Value = .emptyObject) throws -> FleetRig {
        var rig = FleetRig()
        let id = try rig.template()
        let input: Value = [
            "autoScalingGroupName": "web", "minSize": 1, "maxSize": 4, "desiredCapacity": 2,
            "availabilityZones": ["eu-west-1a", "eu-west-1b"],
            "launchTemplate": ["launchTemplateId": .string(id), "version": "$Latest"],
            "tags": [["key": "team", "value": "shop", "propagateAtLaunch": true]],
        ]
        _ = try rig.autoScaling("CreateAutoScalingGroup", input.overlaid(with: more))
        return rig
    }

    private func group(_ rig: inout FleetRig) throws -> Value {
        try #require(try rig.autoScaling("DescribeAutoScalingGroups").at("autoScalingGroups.0"))
    }

    @Test("a group is shown with AWS's defaults")
    func defaults() throws {
        var rig = try made()
        let shown = try group(&rig)
        #expect(shown["defaultCooldown"] == 300)
        #expect(shown["healthCheckType"] == "EC2")
        #expect(shown["healthCheckGracePeriod"] == 0)
        #expect(shown["terminationPolicies"] == ["Default"])
        #expect(shown["newInstancesProtectedFromScaleIn"] == false)
        #expect(shown["capacityRebalance"] == nil)
        #expect(shown.at("launchTemplate.launchTemplateName") == "web")
        #expect(shown.at("launchTemplate.version") == "$Latest")
        #expect(shown["serviceLinkedRoleARN"]?.string?.hasSuffix("AWSServiceRoleForAutoScaling") == true)
        #expect(
            shown["tags"] == [
                [
                    "key": "team", "value": "shop", "propagateAtLaunch": true, "resourceId": "web",
                    "resourceType": "auto-scaling-group",
                ]
            ])
    }

    @Test("a group's instances come, with their template's number")
    func instances() throws {
        var rig = try made()
        rig.world.advance(by: .minutes(3))
        let instances = try #require(try group(&rig)["instances"]?.list)
        #expect(instances.count == 2)
        #expect(instances.allSatisfy { $0["lifecycleState"] == "InService" })
        #expect(instances.first?.at("launchTemplate.version") == "1")
        let filters: Value = [["name": "tag:aws:autoscaling:groupName", "values": ["web"]]]
        let reservations = try rig.ec2("DescribeInstances", ["filters": filters])["reservations"]?.list ?? []
        let shown = reservations.flatMap { $0["instances"]?.list ?? [] }
        #expect(shown.count == 2)
        #expect(shown.allSatisfy { $0["tags"]?.tag("team") == "shop" })
        #expect(shown.allSatisfy { $0.at("state.name") == "running" })
        let zones = try rig.autoScaling("DescribeAutoScalingInstances").at("autoScalingInstances.0.healthStatus")
        #expect(zones == "HEALTHY")
    }

    @Test("a version that was never said is not shown")
    func versionOmitted() throws {
        var rig = try made(["launchTemplate": ["launchTemplateName": "web"]])
        #expect(try group(&rig).at("launchTemplate.version") == nil)
    }

    @Test("exactly one source is taken, and a template is named one way")
    func sources() throws {
        var rig = FleetRig()
        let id = try rig.template()
        let bare: Value = [
            "autoScalingGroupName": "web", "minSize": 0, "maxSize": 1, "availabilityZones": ["eu-west-1a"],
        ]
        #expect(
            try rig.refusal(autoScaling: "CreateAutoScalingGroup", bare)?.message
                == "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or "
                + "MixedInstancesPolicy parameter.")
        let both = bare.overlaid(with: [
            "launchTemplate": ["launchTemplateId": .string(id), "launchTemplateName": "web"]
        ])
        #expect(
            try rig.refusal(autoScaling: "CreateAutoScalingGroup", both)?.message
                == "Valid requests must contain either launchTemplateId or LaunchTemplateName")
        let unknown = bare.overlaid(with: ["launchTemplate": ["launchTemplateName": "nope"]])
        #expect(
            try rig.refusal(autoScaling: "CreateAutoScalingGroup", unknown)?.message
                == "You must use a valid fully-formed launch template. The specified launch template, with template "
                + "name nope, does not exist.")
    }

    @Test("a group that is not there is named as AWS names it")
    func missing() throws {
        var rig = FleetRig()
        #expect(
            try rig.refusal(autoScaling: "UpdateAutoScalingGroup", ["autoScalingGroupName": "no"])?.message
                == "AutoScalingGroup name not found - null")
        #expect(
            try rig.refusal(autoScaling: "DeleteAutoScalingGroup", ["autoScalingGroupName": "no"])?.message
                == "AutoScalingGroup name not found - AutoScalingGroup 'no' not found")
        #expect(
            try rig.autoScaling("DescribeAutoScalingGroups", ["autoScalingGroupNames": ["no"]])["autoScalingGroups"]
                == [])
    }

    @Test("a distribution's members that an update leaves out stay")
    func merge() throws {
        var rig = FleetRig()
        let id = try rig.template()
        let policy: Value = [
            "launchTemplate": [
                "launchTemplateSpecification": ["launchTemplateId": .string(id), "version": "1"],
                "overrides": [["instanceType": "m5.large"], ["instanceType": "m5a.large"]],
            ],
            "instancesDistribution": [
                "onDemandBaseCapacity": 1, "onDemandPercentageAboveBaseCapacity": 0,
                "spotAllocationStrategy": "price-capacity-optimized",
            ],
        ]
        _ = try rig.autoScaling(
            "CreateAutoScalingGroup",
            [
                "autoScalingGroupName": "web", "minSize": 0, "maxSize": 4, "availabilityZones": ["eu-west-1a"],
                "mixedInstancesPolicy": policy,
            ])
        _ = try rig.autoScaling(
            "UpdateAutoScalingGroup",
            [
                "autoScalingGroupName": "web",
                "mixedInstancesPolicy": ["instancesDistribution": ["onDemandPercentageAboveBaseCapacity": 50]],
            ])
        let shown = try group(&rig)["mixedInstancesPolicy"]
        #expect(
            shown?["instancesDistribution"] == [
                "onDemandAllocationStrategy": "prioritized", "onDemandBaseCapacity": 1,
                "onDemandPercentageAboveBaseCapacity": 50, "spotAllocationStrategy": "price-capacity-optimized",
            ])
        #expect(shown?.at("launchTemplate.overrides") == [["instanceType": "m5.large"], ["instanceType": "m5a.large"]])
        #expect(shown?.at("launchTemplate.launchTemplateSpecification.version") == "1")
    }

    @Test("what an update leaves out stays, and new bounds move the desired capacity")
    func update() throws {
        var rig = try made(["healthCheckGracePeriod": 30, "placementGroup": "near"])
        _ = try rig.autoScaling(
            "UpdateAutoScalingGroup",
            [
                "autoScalingGroupName": "web", "minSize": 3, "placementGroup": "",
                "instanceMaintenancePolicy": ["minHealthyPercentage": 100, "maxHealthyPercentage": 150],
            ])
        let shown = try group(&rig)
        #expect(shown["desiredCapacity"] == 3)
        #expect(shown["healthCheckGracePeriod"] == 30)
        #expect(shown["placementGroup"] == nil)
        #expect(shown.at("instanceMaintenancePolicy.maxHealthyPercentage") == 150)
    }

    @Test("groups are found by tags, and pages hold fifty")
    func pages() throws {
        var rig = try made()
        for number in 0..<55 {
            _ = try rig.autoScaling(
                "CreateAutoScalingGroup",
                [
                    "autoScalingGroupName": .string("g\(number)"), "minSize": 0, "maxSize": 1,
                    "availabilityZones": ["eu-west-1a"], "launchTemplate": ["launchTemplateName": "web"],
                ])
        }
        let first = try rig.autoScaling("DescribeAutoScalingGroups")
        #expect(first["autoScalingGroups"]?.list?.count == 50)
        let second = try rig.autoScaling("DescribeAutoScalingGroups", ["nextToken": first["nextToken"] ?? ""])
        #expect(second["autoScalingGroups"]?.list?.count == 6)
        #expect(second["nextToken"] == nil)
        let tagged: Value = ["filters": [["name": "tag:team", "values": ["shop"]]]]
        #expect(try rig.autoScaling("DescribeAutoScalingGroups", tagged)["autoScalingGroups"]?.list?.count == 1)
    }

    @Test("tags are put and taken away")
    func tags() throws {
        var rig = try made()
        _ = try rig.autoScaling(
            "CreateOrUpdateTags",
            ["tags": [["resourceId": "web", "key": "team", "value": "pay"], ["resourceId": "web", "key": "x"]]])
        #expect(try rig.autoScaling("DescribeTags")["tags"]?.list?.compactMap { $0["value"]?.string } == ["pay", ""])
        _ = try rig.autoScaling("DeleteTags", ["tags": [["resourceId": "web", "key": "team"]]])
        #expect(try rig.autoScaling("DescribeTags")["tags"]?.list?.compactMap { $0["key"]?.string } == ["x"])
    }
}
