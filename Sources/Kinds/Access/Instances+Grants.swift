extension LaunchTemplate {
    static var passesRolesTo: String? { "ec2.amazonaws.com" }

    static let grants = [
        Grant("ec2", .read, "DescribeLaunchTemplates DescribeLaunchTemplateVersions"),
        Grant("ec2", .make, "CreateLaunchTemplate", on: ["launch-template/*"]),
        Grant(
            "ec2", .change, "CreateLaunchTemplateVersion ModifyLaunchTemplate DeleteLaunchTemplate",
            on: ["launch-template/*"]),
        Grant("ec2", .tag, "CreateTags DeleteTags", on: ["launch-template/*"]),
    ]
}

extension AutoScalingGroup {
    static var passesRolesTo: String? { "autoscaling.amazonaws.com" }

    private static let group = ["autoScalingGroup:*:autoScalingGroupName/*"]

    static let grants = [
        Grant("autoscaling", .read, "DescribeAutoScalingGroups DescribeInstanceRefreshes DescribeLifecycleHooks"),
        Grant("autoscaling", .make, "CreateAutoScalingGroup", on: group),
        Grant(
            "autoscaling", .change,
            """
            UpdateAutoScalingGroup DeleteAutoScalingGroup AttachLoadBalancerTargetGroups \
            DetachLoadBalancerTargetGroups AttachLoadBalancers DetachLoadBalancers AttachTrafficSources \
            DetachTrafficSources PutLifecycleHook DeleteLifecycleHook EnableMetricsCollection DisableMetricsCollection StartInstanceRefresh \
            CancelInstanceRefresh RollbackInstanceRefresh SetInstanceProtection CompleteLifecycleAction
            """, on: group),
        Grant("autoscaling", .tag, "CreateOrUpdateTags DeleteTags", on: group),
    ]
}
