extension TaskDefinition {
    static var passesRolesTo: String? { "ecs-tasks.amazonaws.com" }

    static let grants = [
        Grant("ecs", .read, "DescribeTaskDefinition"),
        Grant("ecs", .make, "RegisterTaskDefinition", on: ["task-definition/*"]),
        // It is written with its tags alone: RegisterTaskDefinition asks for the permission to tag.
        Grant("ecs", .tag, "TagResource", on: ["task-definition/*"]),
        Grant("ecs", .any, "DeregisterTaskDefinition"),
    ]
}

extension BeforeRollout {
    static var passesRolesTo: String? { "ecs-tasks.amazonaws.com" }

    static let grants = [
        Grant("ecs", .read, "DescribeServices DescribeTasks ListTasks"),
        Grant("ecs", .add, "RunTask", on: ["task-definition/*"]),
        Grant("ecs", .tag, "TagResource", on: ["task/*"]),
    ]
}

extension Service {
    static var passesRolesTo: String? { "ecs.amazonaws.com" }

    static let grants = [
        Grant(
            "ecs", .read,
            """
            DescribeServices DescribeServiceDeployments DescribeServiceRevisions ListServiceDeployments ListTasks \
            DescribeTasks ListContainerInstances DescribeContainerInstances DescribeCapacityProviders
            """),
        Grant("ecs", .make, "CreateService", on: ["service/*"]),
        Grant("ecs", .change, "UpdateService DeleteService", on: ["service/*"]),
        Grant("ecs", .tag, "TagResource UntagResource", on: ["service/*"]),
        Grant(
            "ecs", .change, "StopServiceDeployment ContinueServiceDeployment", on: ["service/*"],
            with: ["service-deployment/*"]),
        Grant("elbv2", .read, "DescribeTargetHealth"),
        Grant(
            "autoscaling", .read, "DescribeAutoScalingGroups DescribeScalingActivities DescribeInstanceRefreshes"),
        Grant("application-autoscaling", .read, "DescribeScalableTargets DescribeScalingActivities"),
        Grant("logs", .readTagged, "FilterLogEvents GetLogEvents", on: ["log-group:*"]),
    ]
}
