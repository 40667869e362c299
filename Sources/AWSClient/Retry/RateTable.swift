/// AWS's published rates of API families: the one place where they stand.
public struct RateTable: Sendable {
    /// Operations that share a bucket.
    public struct Family: Sendable {
        /// `AWSCall.service`.
        public var service: String
        /// The family's name in AWS's documentation, shortened.
        public var name: String
        /// How fast it may be called.
        public var rate: RateBudget.Rate
        /// Operation names, or their beginnings where a `*` ends them; the first family that matches counts.
        public var operations: [String]
        /// True when each operation has a bucket of its own.
        public var perOperation: Bool

        /// A family of `service`.
        public init(
            _ service: String, _ name: String, burst: Double, perSecond: Double, _ operations: [String],
            perOperation: Bool = false
        ) {
            self.service = service
            self.name = name
            rate = RateBudget.Rate(burst: burst, perSecond: perSecond)
            self.operations = operations
            self.perOperation = perOperation
        }
    }

    private let families: [String: [Family]]

    /// A table of these families.
    public init(_ families: [Family]) { self.families = Dictionary(grouping: families, by: \.service) }

    /// No limits.
    public static let unlimited = RateTable([])
    /// Half of what AWS publishes, since the console and others share the account's buckets.
    public static let halfOfPublished = RateTable(published.map { $0.scaled(by: 0.5) })

    /// The operation's bucket and its rate; nil when it has no limit.
    func family(of service: String, _ operation: String) -> (name: String, rate: RateBudget.Rate)? {
        guard let family = families[service]?.first(where: { $0.has(operation) }) else { return nil }
        return ("\(service)/" + (family.perOperation ? operation : family.name), family.rate)
    }

    /// Request quotas of the ECS, Elastic Load Balancing and EC2 documentation; for services that publish none,
    /// what they are known to take.
    public static let published: [Family] = ecs + elasticLoadBalancing + ec2 + others

    private static let ecs: [Family] = [
        Family(
            "ecs", "cluster modify", burst: 20, perSecond: 1,
            ["CreateCluster", "DeleteCluster", "UpdateCluster*", "PutClusterCapacityProviders"]),
        Family("ecs", "cluster read", burst: 50, perSecond: 20, ["DescribeClusters", "ListClusters"]),
        Family(
            "ecs", "task definition modify", burst: 20, perSecond: 1,
            ["RegisterTaskDefinition", "DeregisterTaskDefinition"]),
        Family(
            "ecs", "task definition read", burst: 50, perSecond: 20, ["DescribeTaskDefinition", "ListTaskDefinition*"]),
        Family("ecs", "task definition delete", burst: 5, perSecond: 1, ["DeleteTaskDefinitions"]),
        Family(
            "ecs", "capacity provider modify", burst: 10, perSecond: 1,
            ["CreateCapacityProvider", "UpdateCapacityProvider", "DeleteCapacityProvider"]),
        Family("ecs", "capacity provider read", burst: 50, perSecond: 20, ["DescribeCapacityProviders"]),
        Family("ecs", "tag modify", burst: 20, perSecond: 10, ["TagResource", "UntagResource"]),
        Family("ecs", "tag read", burst: 50, perSecond: 20, ["ListTagsForResource"]),
        Family("ecs", "setting modify", burst: 10, perSecond: 1, ["PutAccountSetting*", "DeleteAccountSetting"]),
        Family("ecs", "setting read", burst: 50, perSecond: 20, ["ListAccountSettings"]),
        Family("ecs", "service modify", burst: 50, perSecond: 5, ["CreateService", "UpdateService", "DeleteService"]),
        Family("ecs", "namespace read", burst: 10, perSecond: 1, ["ListServicesByNamespace"]),
        Family(
            "ecs", "service deployment", burst: 50, perSecond: 20,
            ["DescribeServiceDeployments", "ListServiceDeployments"]),
        Family("ecs", "service revision", burst: 50, perSecond: 20, ["DescribeServiceRevisions"]),
        Family("ecs", "service read", burst: 100, perSecond: 20, ["DescribeServices", "ListServices"]),
        Family("ecs", "task protection", burst: 200, perSecond: 80, ["GetTaskProtection", "UpdateTaskProtection"]),
        Family("ecs", "cluster resource read", burst: 100, perSecond: 20, ["Describe*", "List*"]),
        Family(
            "ecs", "cluster resource modify", burst: 100, perSecond: 40,
            [
                "RunTask", "StartTask", "StopTask", "UpdateContainerInstancesState", "DeregisterContainerInstance",
                "PutAttributes", "ExecuteCommand",
            ]),
        // Not published (StopServiceDeployment and newer ones): held to the slowest that a rollout needs.
        Family("ecs", "other", burst: 20, perSecond: 1, ["*"]),
    ]

    private static let elasticLoadBalancing: [Family] = [
        Family("elbv2", "read", burst: 40, perSecond: 10, ["Describe*", "Get*"]),
        Family("elbv2", "load balancer", burst: 10, perSecond: 0.2, ["CreateLoadBalancer", "SetSubnets"]),
        Family("elbv2", "targets", burst: 20, perSecond: 4, ["RegisterTargets", "DeregisterTargets"]),
        Family("elbv2", "modify", burst: 20, perSecond: 3, ["*"]),
    ]

    private static let ec2: [Family] = [
        Family("ec2", "read", burst: 100, perSecond: 20, ["Describe*", "Get*"], perOperation: true),
        Family(
            "ec2", "template", burst: 100, perSecond: 5, ["CreateLaunchTemplateVersion", "ModifyLaunchTemplate"],
            perOperation: true),
        Family("ec2", "tags", burst: 100, perSecond: 10, ["CreateTags", "DeleteTags"], perOperation: true),
        Family("ec2", "run", burst: 5, perSecond: 2, ["RunInstances"]),
        Family("ec2", "modify", burst: 50, perSecond: 5, ["*"], perOperation: true),
    ]

    private static let others: [Family] = [
        Family("autoscaling", "read", burst: 40, perSecond: 10, ["Describe*"]),
        Family("autoscaling", "modify", burst: 20, perSecond: 4, ["*"]),
        Family("application-autoscaling", "read", burst: 40, perSecond: 10, ["Describe*", "List*", "Get*"]),
        Family("application-autoscaling", "modify", burst: 20, perSecond: 4, ["*"]),
        Family("cloudwatch", "read", burst: 18, perSecond: 9, ["Describe*", "List*", "Get*"], perOperation: true),
        Family("cloudwatch", "modify", burst: 6, perSecond: 3, ["*"], perOperation: true),
        Family("logs", "read", burst: 20, perSecond: 10, ["Describe*", "List*", "Get*"], perOperation: true),
        Family("logs", "modify", burst: 10, perSecond: 5, ["*"], perOperation: true),
        Family("cloudtrail", "lookup", burst: 2, perSecond: 2, ["LookupEvents"]),
        Family("ssm", "read", burst: 80, perSecond: 40, ["Get*", "Describe*", "List*"]),
    ]
}

extension RateTable.Family {
    fileprivate func has(_ operation: String) -> Bool {
        operations.contains { $0.hasSuffix("*") ? operation.hasPrefix($0.dropLast()) : operation == $0 }
    }

    fileprivate func scaled(by factor: Double) -> Self {
        var scaled = self
        scaled.rate = RateBudget.Rate(burst: rate.burst * factor, perSecond: rate.perSecond * factor)
        return scaled
    }
}
