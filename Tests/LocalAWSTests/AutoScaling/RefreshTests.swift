import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Instance refreshes and instances of groups")
struct RefreshTests {
    private func made() throws -> FleetRig {
        var rig = FleetRig()
        let id = try rig.template()
        _ = try rig.ec2(
            "CreateLaunchTemplateVersion",
            [
                "launchTemplateId": .string(id), "sourceVersion": "1",
                "launchTemplateData": ["instanceType": "m5a.large"],
            ])
        _ = try rig.autoScaling(
            "CreateAutoScalingGroup",
            [
                "autoScalingGroupName": "web", "minSize": 0, "maxSize": 6, "desiredCapacity": 2,
                "availabilityZones": ["eu-west-1a", "eu-west-1b"], "healthCheckGracePeriod": 20,
                "launchTemplate": ["launchTemplateId": .string(id), "version": "1"],
            ])
        rig.world.advance(by: .minutes(3))
        return rig
    }

    private static let group: Value = ["autoScalingGroupName": "web"]

    private func instances(_ rig: inout FleetRig) throws -> [Value] {
        try rig.autoScaling("DescribeAutoScalingGroups").at("autoScalingGroups.0.instances")?.list ?? []
    }

    @Test("a refresh brings the group to the desired configuration and shows its preferences")
    func refresh() throws {
        var rig = try made()
        let started = try rig.autoScaling(
            "StartInstanceRefresh",
            Self.group.overlaid(with: [
                "desiredConfiguration": ["launchTemplate": ["launchTemplateName": "web", "version": "2"]],
                "preferences": ["minHealthyPercentage": 100, "maxHealthyPercentage": 200, "skipMatching": true],
            ]))
        rig.world.advance(by: .seconds(30))
        let shown = try #require(try rig.autoScaling("DescribeInstanceRefreshes", Self.group).at("instanceRefreshes.0"))
        #expect(shown["instanceRefreshId"] == started["instanceRefreshId"])
        #expect(shown["status"] == "InProgress")
        #expect(shown.at("preferences.instanceWarmup") == 20)
        #expect(shown.at("preferences.scaleInProtectedInstances") == "Wait")
        #expect(shown.at("desiredConfiguration.launchTemplate.launchTemplateName") == "web")
        #expect(
            try rig.refusal(autoScaling: "StartInstanceRefresh", Self.group)?.code.hasPrefix(
                "InstanceRefreshInProgress")
                == true)
        rig.world.advance(by: .minutes(30))
        let done = try rig.autoScaling("DescribeInstanceRefreshes", Self.group).at("instanceRefreshes.0")
        #expect(done?["status"] == "Successful")
        #expect(done?["percentageComplete"] == 100)
        #expect(try instances(&rig).allSatisfy { $0["instanceType"] == "m5a.large" })
        let launch = try rig.autoScaling("DescribeAutoScalingGroups").at("autoScalingGroups.0.launchTemplate.version")
        #expect(launch == "2")
    }

    @Test("preferences that AWS would not take are refused")
    func preferences() throws {
        var rig = try made()
        let cases: [Value] = [
            ["maxHealthyPercentage": 110], ["minHealthyPercentage": 50, "maxHealthyPercentage": 200],
            ["checkpointPercentages": [50, 20]],
        ]
        for preferences in cases {
            let input = Self.group.overlaid(with: ["preferences": preferences])
            #expect(try rig.refusal(autoScaling: "StartInstanceRefresh", input)?.code == "ValidationError")
        }
    }

    @Test("a terminating instance waits at its hook until somebody completes the action")
    func hook() throws {
        var rig = try made()
        _ = try rig.autoScaling(
            "PutLifecycleHook",
            Self.group.overlaid(with: [
                "lifecycleHookName": "drain", "lifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING",
            ]))
        let id = try #require(try instances(&rig).first?["instanceId"])
        let reply = try rig.autoScaling(
            "TerminateInstanceInAutoScalingGroup", ["instanceId": id, "shouldDecrementDesiredCapacity": true])
        #expect(reply.at("activity.statusCode") != nil)
        rig.world.advance(by: .minutes(2))
        let waiting = try instances(&rig).first { $0["instanceId"] == id }
        #expect(waiting?["lifecycleState"] == "Terminating:Wait")
        _ = try rig.autoScaling(
            "CompleteLifecycleAction",
            Self.group.overlaid(with: [
                "lifecycleHookName": "drain", "instanceId": id, "lifecycleActionResult": "CONTINUE",
            ]))
        rig.world.advance(by: .minutes(2))
        #expect(try instances(&rig).count == 1)
        let activities = try rig.autoScaling("DescribeScalingActivities", Self.group)["activities"]?.list ?? []
        #expect(activities.count >= 3)
        #expect(activities.first?["statusCode"] == "Successful")
    }

    @Test("protection, standby and health are an instance's own")
    func members() throws {
        var rig = try made()
        let id = try #require(try instances(&rig).first?["instanceId"])
        let named = Self.group.overlaid(with: ["instanceIds": [id]])
        _ = try rig.autoScaling("SetInstanceProtection", named.overlaid(with: ["protectedFromScaleIn": true]))
        #expect(try instances(&rig).first?["protectedFromScaleIn"] == true)
        let entered = try rig.autoScaling(
            "EnterStandby", named.overlaid(with: ["shouldDecrementDesiredCapacity": true]))
        #expect(entered["activities"]?.list?.count == 1)
        rig.world.advance(by: .minutes(1))
        #expect(try instances(&rig).first?["lifecycleState"] == "Standby")
        _ = try rig.autoScaling("ExitStandby", named)
        rig.world.advance(by: .minutes(2))
        #expect(try instances(&rig).first?["lifecycleState"] == "InService")
        _ = try rig.autoScaling("SetInstanceHealth", ["instanceId": id, "healthStatus": "Unhealthy"])
        #expect(
            try rig.autoScaling("DescribeAutoScalingInstances", ["instanceIds": [id]])
                .at("autoScalingInstances.0.healthStatus") == "UNHEALTHY")
        #expect(
            try rig.refusal(autoScaling: "SetInstanceHealth", ["instanceId": "i-0", "healthStatus": "Healthy"])?.message
                == "Instance Id not found - No managed instance found for instance ID: i-0")
    }

    @Test("a mixed group's Spot instances say so, and weights are shown")
    func spot() throws {
        var rig = FleetRig()
        _ = try rig.template()
        _ = try rig.autoScaling(
            "CreateAutoScalingGroup",
            [
                "autoScalingGroupName": "web", "minSize": 0, "maxSize": 8, "desiredCapacity": 4,
                "availabilityZones": ["eu-west-1a"],
                "mixedInstancesPolicy": [
                    "launchTemplate": [
                        "launchTemplateSpecification": ["launchTemplateName": "web", "version": "$Default"],
                        "overrides": [["instanceType": "m5.large", "weightedCapacity": "2"]],
                    ],
                    "instancesDistribution": ["onDemandPercentageAboveBaseCapacity": 0],
                ],
            ])
        rig.world.advance(by: .minutes(3))
        #expect(try instances(&rig).compactMap { $0["weightedCapacity"]?.string } == ["2", "2"])
        let filters: Value = [["name": "instance-lifecycle", "values": ["spot"]]]
        let found = try rig.ec2("DescribeInstances", ["filters": filters])["reservations"]?.list ?? []
        #expect(found.flatMap { $0["instances"]?.list ?? [] }.count == 2)
        #expect(found.first?.at("instances.0.spotInstanceRequestId") != nil)
    }

    @Test("a group is made like an instance, and what was made for it goes when it fails")
    func likeInstance() throws {
        var rig = FleetRig()
        let run: Value = ["imageId": "ami-12c6146b", "instanceType": "t2.micro", "minCount": 1, "maxCount": 1]
        let id = try #require(try rig.ec2("RunInstances", run).at("instances.0.instanceId"))
        let bad: Value = [
            "autoScalingGroupName": "web", "instanceId": id, "minSize": 3, "maxSize": 1,
            "availabilityZones": ["eu-west-1a"],
        ]
        #expect(try rig.refusal(autoScaling: "CreateAutoScalingGroup", bad)?.code == "ValidationError")
        #expect(try rig.autoScaling("DescribeLaunchConfigurations")["launchConfigurations"] == [])
        _ = try rig.autoScaling("CreateAutoScalingGroup", bad.overlaid(with: ["maxSize": 3]))
        let made = try rig.autoScaling("DescribeLaunchConfigurations").at("launchConfigurations.0")
        #expect(made?["launchConfigurationName"] == "web")
        #expect(made?["instanceType"] == "t2.micro")
    }

    @Test("deleting with force takes the instances along")
    func delete() throws {
        var rig = try made()
        #expect(try rig.refusal(autoScaling: "DeleteAutoScalingGroup", Self.group)?.code == "ResourceInUse")
        _ = try rig.autoScaling("DeleteAutoScalingGroup", Self.group.overlaid(with: ["forceDelete": true]))
        #expect(
            try rig.autoScaling("DescribeAutoScalingGroups").at("autoScalingGroups.0.status") == "Delete in progress")
        rig.world.advance(by: .minutes(5))
        #expect(try rig.autoScaling("DescribeAutoScalingGroups")["autoScalingGroups"] == [])
    }
}
