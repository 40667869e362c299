/// What AWS shows of a region's tasks, instances and targets at one moment: describe calls' answers as they came, members in
/// lower camel case. The forecast's starting point.
public struct ObservedCapacity: Sendable {
    /// When it was read, in milliseconds since 1970.
    public var at: Int64
    /// DescribeClusters.
    public var clusters: [Value] = []
    /// DescribeCapacityProviders.
    public var capacityProviders: [Value] = []
    /// DescribeContainerInstances, all of those clusters; with `clusterArn`, which AWS leaves out.
    public var containerInstances: [Value] = []
    /// DescribeServices, all of those clusters, those of other owners among them.
    public var services: [Value] = []
    /// DescribeTasks, all of those clusters that have not stopped.
    public var tasks: [Value] = []
    /// DescribeTaskDefinition (`taskDefinition`), of those tasks and services.
    public var taskDefinitions: [Value] = []
    /// DescribeAutoScalingGroups, those behind the capacity providers and the container instances; with the rows of
    /// DescribeLifecycleHooks as `lifecycleHooks`.
    public var groups: [Value] = []
    /// DescribeInstances, of those groups and container instances.
    public var instances: [Value] = []
    /// DescribeLaunchTemplateVersions, those that the groups name.
    public var launchTemplateVersions: [Value] = []
    /// DescribeInstanceTypes, those that the groups may launch.
    public var instanceTypes: [Value] = []
    /// DescribeSubnets, those of the groups.
    public var subnets: [Value] = []
    /// DescribeTargetGroups, those of the services.
    public var targetGroups: [Value] = []
    /// DescribeTargetGroupAttributes, by the target group's ARN: keys to text.
    public var targetGroupAttributes: [String: [String: String]] = [:]
    /// DescribeTargetHealth (`targetHealthDescriptions`), by the target group's ARN.
    public var targetHealth: [String: [Value]] = [:]
    /// DescribeScalableTargets, those of the services.
    public var scalableTargets: [Value] = []
    /// What could not be read, and why; the forecast says so.
    public var unknown: [String] = []

    /// Nothing was seen yet at `at`, in milliseconds since 1970.
    public init(at: Int64) { self.at = at }
}
