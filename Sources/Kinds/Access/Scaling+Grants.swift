extension ScalingPolicy {
    static let grants = [
        Grant("application-autoscaling", .read, "DescribeScalableTargets ListTagsForResource"),
        Grant("application-autoscaling", .put, "RegisterScalableTarget", on: ["scalable-target/*"]),
        Grant("application-autoscaling", .change, "DeregisterScalableTarget", on: ["scalable-target/*"]),
        Grant("application-autoscaling", .tag, "TagResource UntagResource", on: ["scalable-target/*"]),
    ]
}

extension TargetTrackingPolicy {
    static let grants = StepScalingPolicy.grants
}

extension StepScalingPolicy {
    static let grants = [
        Grant("application-autoscaling", .read, "DescribeScalingPolicies"),
        Grant("application-autoscaling", .change, "PutScalingPolicy DeleteScalingPolicy", on: ["scalable-target/*"]),
    ]
}

extension ScheduledAction {
    static let grants = [
        Grant("application-autoscaling", .read, "DescribeScheduledActions"),
        Grant(
            "application-autoscaling", .change, "PutScheduledAction DeleteScheduledAction", on: ["scalable-target/*"]),
    ]
}

extension Alarm {
    static let grants = [
        Grant("cloudwatch", .read, "DescribeAlarms ListTagsForResource"),
        Grant("cloudwatch", .put, "PutMetricAlarm", on: ["alarm:*"]),
        Grant("cloudwatch", .change, "DeleteAlarms", on: ["alarm:*"]),
        Grant("cloudwatch", .tag, "TagResource UntagResource", on: ["alarm:*"]),
    ]
}

extension LogGroup {
    static let grants = [
        Grant("logs", .read, "DescribeLogGroups ListTagsForResource"),
        Grant("logs", .make, "CreateLogGroup", on: ["log-group:*"]),
        Grant(
            "logs", .change,
            """
            PutRetentionPolicy DeleteRetentionPolicy AssociateKmsKey DisassociateKmsKey PutLogGroupDeletionProtection \
            DeleteLogGroup
            """, on: ["log-group:*"]),
        Grant("logs", .tag, "TagResource UntagResource", on: ["log-group:*"]),
    ]
}
