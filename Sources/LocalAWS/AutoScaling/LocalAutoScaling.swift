import AWSAutoScaling
import Model
import Simulation

/// Amazon EC2 Auto Scaling.
enum LocalAutoScaling {
    /// The service as the embedded AWS serves it; AWS publishes no rates for it (aws-facts 7.2).
    static let service = LocalService(
        AutoScaling.model, throttle: ("Throttling", "Rate exceeded", 400),
        GroupCommands.operations + GroupReads.operations + GroupTags.operations + GroupSwitches.operations
            + GroupTraffic.operations
            + MemberCommands.operations + LaunchConfigurations.operations + Hooks.operations + Policies.operations
            + ScheduledActions.operations + Refreshes.operations + WarmPools.operations + fixed)

    private static let policies = [
        "AllocationStrategy", "ClosestToNextInstanceHour", "Default", "NewestInstance", "OldestInstance",
        "OldestLaunchConfiguration", "OldestLaunchTemplate",
    ]

    /// Answers that are the same in every account.
    private static let fixed: [LocalOperation] = [
        .read("DescribeTerminationPolicyTypes") { _, _ throws(Refusal) in
            ["terminationPolicyTypes": .texts(policies)]
        },
        .read("DescribeMetricCollectionTypes") { _, _ throws(Refusal) in
            [
                "metrics": .list(GroupSwitches.metrics.map { ["metric": .string($0)] }),
                "granularities": [["granularity": "1Minute"]],
            ]
        },
        .read("DescribeAccountLimits") { world, _ throws(Refusal) in
            [
                "maxNumberOfAutoScalingGroups": 500, "maxNumberOfLaunchConfigurations": 200,
                "numberOfAutoScalingGroups": .integer(world.fleet.groups.count),
                "numberOfLaunchConfigurations": .integer(
                    world.registry[LaunchConfigurations.table].values.count),
            ]
        },
    ]
}
