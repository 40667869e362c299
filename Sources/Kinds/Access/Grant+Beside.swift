extension Grant {
    /// What no kind calls: capacity, look-ups, verification, who made a change, the controller's own table and queue.
    public static let beside = capacity + lookups + verification + own

    private static let capacity = [
        Grant(
            "ecs", .read,
            """
            DescribeClusters DescribeCapacityProviders ListServices DescribeServices ListTasks DescribeTasks \
            ListContainerInstances DescribeContainerInstances
            """),
        Grant("ec2", .read, "DescribeInstances DescribeInstanceTypes DescribeSubnets DescribeLaunchTemplateVersions"),
        Grant("autoscaling", .read, "DescribeAutoScalingGroups DescribeLifecycleHooks"),
        Grant("elbv2", .read, "DescribeTargetGroups DescribeTargetGroupAttributes DescribeTargetHealth"),
        Grant("application-autoscaling", .read, "DescribeScalableTargets"),
    ]

    private static let lookups = [
        Grant("ec2", .read, "DescribeSubnets DescribeSecurityGroups DescribeImages DescribeVpcs"),
        Grant("ssm", .parameters, "GetParameters"),
    ]

    private static let verification = [
        Grant("iam", .read, "GetRole GetInstanceProfile SimulatePrincipalPolicy"),
        Grant("acm", .read, "DescribeCertificate"),
        Grant("ecr", .read, "DescribeImages"),
        Grant("secretsmanager", .read, "DescribeSecret"),
        Grant("cloudtrail", .read, "LookupEvents"),
    ]

    private static let own = [
        Grant("sts", .read, "GetCallerIdentity"),
        Grant("sts", .assume, "AssumeRole"),
        Grant("dynamodb", .lease, "GetItem PutItem DeleteItem Scan"),
        Grant("sqs", .queue, "ReceiveMessage DeleteMessage DeleteMessageBatch GetQueueAttributes"),
    ]
}
