import Model

/// An application as another tool's files describe it, in AWS's terms: what manifests are written from.
struct CarriedStack: Sendable {
    /// Whose instances tasks run on.
    enum Capacity: Sendable { case ec2, fargate }

    /// The name of the cluster, its load balancers and log groups, in kebab case.
    var name: String
    var capacity: Capacity
    /// A cluster that is there: its ARN, or a manifest's name; nil for one of its own.
    var cluster: String?
    /// The cluster's own settings.
    var clusterMembers: [String: Value] = [:]
    var network: CarriedNetwork
    var services: [CarriedService] = []
    /// Load balancers by their names in kebab case.
    var balancers: [String: CarriedBalancer] = [:]
    /// What has to be there before anything is applied, each a line.
    var demands: [String] = []

    /// Has services call one another by name; gives the namespace that each of them has to state, nil where the cluster
    /// states it.
    mutating func connect() -> Value? {
        guard cluster == nil else {
            demand(
                "The Cloud Map namespace \(name), which the services name because their cluster is there already: "
                    + "`aws servicediscovery create-http-namespace --name \(name)`.")
            return .string(name)
        }
        // A cluster's default takes no hyphens.
        clusterMembers["serviceConnectDefaults"] = ["namespace": .string(name.replacing("-", with: "."))]
        return nil
    }

    mutating func demand(_ line: String) {
        if !demands.contains(line) { demands.append(line) }
    }
}

/// Where tasks and load balancers stand: ids, or lookups by tags.
struct CarriedNetwork: Sendable {
    var vpc: Value
    var publicSubnets: [Value]
    var privateSubnets: [Value]
    /// Of tasks with an address of their own, and of instances.
    var taskGroups: [Value]
    /// Whether tasks have an address that the internet can reach.
    var tasksArePublic = false
}

/// A load balancer before services.
struct CarriedBalancer: Sendable {
    /// `application` or `network`.
    var type = "application"
    var scheme = "internet-facing"
    var subnets: [Value]
    var securityGroups: [Value]
    var attributes: [String: Value] = [:]
    /// By port.
    var listeners: [Int: Value] = [:]
}

/// A service, or a task definition alone.
struct CarriedService: Sendable {
    let name: String
    /// AWS's name of its task definition; nil for its own name.
    var family: String?
    /// Container definitions, the main one first.
    var containers: [Value] = []
    /// The task definition's other members.
    var task: [String: Value] = [:]
    /// The service's members; nil for what runs only when it is asked.
    var service: [String: Value]? = [:]
    /// The scaling policy's members.
    var scaling: [String: Value]?
    var targetGroups: [(name: String, spec: Value)] = []
    /// Services that have to be live before it rolls.
    var dependsOn: [String] = []
    /// How long its log group keeps what was written.
    var logRetentionDays = 30
    /// Whether it writes to a volume of a name, which its next task will have too.
    var keepsData = false
    /// A log group of its own, under this name; nil when no container writes to it.
    var logGroup: String?

    /// Adds a target group that its tasks are registered in.
    mutating func register(_ entry: Value) {
        let others = service?["loadBalancers"]?.list ?? []
        service?["loadBalancers"] = .list(others + [entry])
    }
}
