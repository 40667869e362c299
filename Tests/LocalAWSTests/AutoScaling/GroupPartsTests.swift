import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Policies, hooks and schedules of groups")
struct GroupPartsTests {
    private func made(desired: Int = 2) throws -> FleetRig {
        var rig = FleetRig()
        _ = try rig.autoScaling(
            "CreateLaunchConfiguration",
            ["launchConfigurationName": "lc", "imageId": "ami-pytest", "instanceType": "t2.medium"])
        _ = try rig.autoScaling(
            "CreateAutoScalingGroup",
            [
                "autoScalingGroupName": "web", "minSize": 0, "maxSize": 10, "desiredCapacity": .integer(desired),
                "availabilityZones": ["eu-west-1a"], "launchConfigurationName": "lc",
            ])
        return rig
    }

    @Test(
        "a policy moves the desired capacity as its type says",
        arguments: [
            ("ExactCapacity", 7, 7), ("ChangeInCapacity", 3, 5), ("PercentChangeInCapacity", 1, 3),
            ("PercentChangeInCapacity", 100, 4), ("PercentChangeInCapacity", -10, 1), ("ChangeInCapacity", 90, 10),
        ])
    func policies(type: String, adjustment: Int, expected: Int) throws {
        var rig = try made()
        _ = try rig.autoScaling(
            "PutScalingPolicy",
            [
                "autoScalingGroupName": "web", "policyName": "p", "adjustmentType": .string(type),
                "scalingAdjustment": .integer(adjustment),
            ])
        _ = try rig.autoScaling("ExecutePolicy", ["policyName": "p"])
        let shown = try rig.autoScaling("DescribeAutoScalingGroups")
        #expect(shown.at("autoScalingGroups.0.desiredCapacity") == .integer(expected))
    }

    @Test("a step policy takes the step that holds the distance from the threshold")
    func steps() throws {
        var rig = try made()
        _ = try rig.autoScaling(
            "PutScalingPolicy",
            [
                "autoScalingGroupName": "web", "policyName": "p", "policyType": "StepScaling",
                "adjustmentType": "ChangeInCapacity",
                "stepAdjustments": [
                    ["metricIntervalLowerBound": 0, "metricIntervalUpperBound": 10, "scalingAdjustment": 1],
                    ["metricIntervalLowerBound": 10, "scalingAdjustment": 4],
                ],
            ])
        _ = try rig.autoScaling("ExecutePolicy", ["policyName": "p", "metricValue": 70, "breachThreshold": 55])
        let shown = try rig.autoScaling("DescribeAutoScalingGroups")
        #expect(shown.at("autoScalingGroups.0.desiredCapacity") == 6)
    }

    @Test("load balancers and sources of traffic are attached and detached by name")
    func traffic() throws {
        var rig = try made()
        let group: Value = ["autoScalingGroupName": "web"]
        func input(_ member: String, _ items: Value) -> Value { group.overlaid(with: .object([member: items])) }
        let a: Value = ["identifier": "a", "type": "vpc-lattice"]
        let b: Value = ["identifier": "b", "type": "vpc-lattice"]
        _ = try rig.autoScaling("AttachLoadBalancers", input("loadBalancerNames", ["old", "new"]))
        _ = try rig.autoScaling("DetachLoadBalancers", input("loadBalancerNames", ["old"]))
        _ = try rig.autoScaling("AttachTrafficSources", input("trafficSources", [a, b]))
        _ = try rig.autoScaling("DetachTrafficSources", input("trafficSources", [a]))
        let shown = try rig.autoScaling("DescribeAutoScalingGroups")
        #expect(shown.at("autoScalingGroups.0.loadBalancerNames") == ["new"])
        #expect(shown.at("autoScalingGroups.0.trafficSources") == [b])
    }

    @Test("a policy is replaced under its name and keeps its ARN")
    func replaced() throws {
        var rig = try made()
        let input: Value = [
            "autoScalingGroupName": "web", "policyName": "p", "policyType": "TargetTrackingScaling",
            "targetTrackingConfiguration": [
                "targetValue": 50,
                "predefinedMetricSpecification": ["predefinedMetricType": "ASGAverageCPUUtilization"],
            ],
        ]
        let first = try rig.autoScaling("PutScalingPolicy", input)
        let second = try rig.autoScaling("PutScalingPolicy", input)
        #expect(first["policyARN"] == second["policyARN"])
        #expect(try rig.autoScaling("DescribePolicies")["scalingPolicies"]?.list?.count == 1)
        _ = try rig.autoScaling("DeletePolicy", ["policyName": "p", "autoScalingGroupName": "web"])
        #expect(try rig.autoScaling("DescribePolicies")["scalingPolicies"] == [])
    }

    @Test("a target tracking policy has one metric, a predefined or a customized one")
    func trackedMetrics() throws {
        var rig = try made()
        let predefined: Value = ["predefinedMetricType": "ASGAverageCPUUtilization"]
        let customized: Value = ["metricName": "Jobs", "namespace": "App", "statistic": "Average"]
        let both: Value = [
            "targetValue": 50, "predefinedMetricSpecification": predefined, "customizedMetricSpecification": customized,
        ]
        for configuration in [both, ["targetValue": 50]] {
            let refusal = try rig.refusal(
                autoScaling: "PutScalingPolicy",
                [
                    "autoScalingGroupName": "web", "policyName": "p", "policyType": "TargetTrackingScaling",
                    "targetTrackingConfiguration": configuration,
                ])
            #expect(refusal?.code == "ValidationError")
        }
        #expect(try rig.autoScaling("DescribePolicies")["scalingPolicies"] == [])
    }

    @Test("a hook that is put again keeps what is not said")
    func hooks() throws {
        var rig = try made(desired: 0)
        let name: Value = ["autoScalingGroupName": "web", "lifecycleHookName": "drain"]
        _ = try rig.autoScaling(
            "PutLifecycleHook",
            name.overlaid(with: [
                "lifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING", "heartbeatTimeout": 600,
                "defaultResult": "CONTINUE",
            ]))
        _ = try rig.autoScaling("PutLifecycleHook", name.overlaid(with: ["notificationMetadata": "x"]))
        let shown = try rig.autoScaling("DescribeLifecycleHooks", name).at("lifecycleHooks.0")
        #expect(shown?["heartbeatTimeout"] == 600)
        #expect(shown?["globalTimeout"] == 60_000)
        #expect(shown?["defaultResult"] == "CONTINUE")
        #expect(shown?["notificationMetadata"] == "x")
        _ = try rig.autoScaling("DeleteLifecycleHook", name)
        #expect(try rig.autoScaling("DescribeLifecycleHooks", name)["lifecycleHooks"] == [])
    }

    @Test("scheduled actions are made in one call and missing ones named in the reply")
    func schedules() throws {
        var rig = try made(desired: 0)
        let put = try rig.autoScaling(
            "BatchPutScheduledUpdateGroupAction",
            [
                "autoScalingGroupName": "web",
                "scheduledUpdateGroupActions": [
                    ["scheduledActionName": "up", "recurrence": "0 9 * * 1-5", "minSize": 1],
                    ["scheduledActionName": "empty"],
                ],
            ])
        #expect(put.at("failedScheduledUpdateGroupActions.0.scheduledActionName") == "empty")
        let gone = try rig.autoScaling(
            "BatchDeleteScheduledAction",
            ["autoScalingGroupName": "web", "scheduledActionNames": ["up", "nonexistent"]])
        #expect(
            gone["failedScheduledActions"] == [
                [
                    "scheduledActionName": "nonexistent", "errorCode": "ValidationError",
                    "errorMessage": "Scheduled action name not found",
                ]
            ])
        #expect(try rig.autoScaling("DescribeScheduledActions")["scheduledUpdateGroupActions"] == [])
    }

    @Test("a warm pool is shown with its group until it is deleted")
    func warmPool() throws {
        var rig = try made(desired: 0)
        _ = try rig.autoScaling("PutWarmPool", ["autoScalingGroupName": "web", "minSize": 2])
        let shown = try rig.autoScaling("DescribeWarmPool", ["autoScalingGroupName": "web"])
        #expect(shown["warmPoolConfiguration"] == ["minSize": 2, "poolState": "Stopped"])
        _ = try rig.autoScaling("DeleteWarmPool", ["autoScalingGroupName": "web"])
        let after = try rig.autoScaling("DescribeWarmPool", ["autoScalingGroupName": "web"])
        #expect(after == ["instances": []])
    }

    @Test("processes and metrics are all meant when none is named")
    func switches() throws {
        var rig = try made(desired: 0)
        _ = try rig.autoScaling("SuspendProcesses", ["autoScalingGroupName": "web"])
        _ = try rig.autoScaling(
            "ResumeProcesses", ["autoScalingGroupName": "web", "scalingProcesses": ["Launch"]])
        _ = try rig.autoScaling(
            "EnableMetricsCollection",
            ["autoScalingGroupName": "web", "granularity": "1Minute", "metrics": ["GroupMinSize"]])
        let shown = try rig.autoScaling("DescribeAutoScalingGroups").at("autoScalingGroups.0")
        #expect(shown?["suspendedProcesses"]?.list?.count == 8)
        #expect(shown?["enabledMetrics"] == [["metric": "GroupMinSize", "granularity": "1Minute"]])
        _ = try rig.autoScaling("DisableMetricsCollection", ["autoScalingGroupName": "web"])
        let after = try rig.autoScaling("DescribeAutoScalingGroups").at("autoScalingGroups.0.enabledMetrics")
        #expect(after == [])
    }

    @Test("a launch configuration needs an image and a type, and stays while a group uses it")
    func launchConfigurations() throws {
        var rig = try made(desired: 0)
        let bare: Value = ["launchConfigurationName": "x", "imageId": "ami-1"]
        #expect(
            try rig.refusal(autoScaling: "CreateLaunchConfiguration", bare)?.message.hasPrefix("Valid requests must")
                == true)
        #expect(
            try rig.refusal(autoScaling: "DeleteLaunchConfiguration", ["launchConfigurationName": "lc"])?.code
                == "ResourceInUse")
        let shown = try rig.autoScaling("DescribeLaunchConfigurations").at("launchConfigurations.0")
        #expect(shown?["securityGroups"] == [])
        #expect(shown?["ebsOptimized"] == false)
    }
}
