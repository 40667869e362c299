import Model
import Simulation

extension ServiceSettings {
    /// What CreateService asks for, with AWS's defaults (aws-facts 4.6).
    init(creating input: Value, _ definition: TaskDefinition, in cluster: Cluster) throws(Refusal) {
        self.init(taskDefinition: definition.name)
        if let word = input["schedulingStrategy"]?.string { scheduling = Scheduling(rawValue: word) ?? .replica }
        // A cluster's default strategy is not for daemons, which are on every instance.
        let isPlain = scheduling == .daemon && input["capacityProviderStrategy"] == nil
        strategy = isPlain ? [] : try StrategyInput.chosen(input, in: cluster)
        launchType = strategy.isEmpty ? input["launchType"]?.string ?? "EC2" : nil
        if scheduling == .daemon {
            desiredCount = 0
            deployment.minimumHealthyPercent = 0
            deployment.maximumPercent = 100
        } else {
            guard let count = input["desiredCount"]?.integer else { throw .invalidParameter("DesiredCount is missing") }
            desiredCount = count
        }
        try read(input, definition)
        rebalancesZones = input["availabilityZoneRebalancing"].map { $0 == "ENABLED" } ?? canRebalanceZones
        try ServiceCheck(self, definition, input).run()
    }

    /// These settings with what UpdateService says of them: what it leaves out stays, `[]` clears.
    func overlaid(
        with input: Value, _ definition: TaskDefinition, in cluster: Cluster
    ) throws(Refusal) -> ServiceSettings {
        var copy = self
        copy.taskDefinition = definition.name
        if let count = input["desiredCount"]?.integer { copy.desiredCount = count }
        if let rows = input["capacityProviderStrategy"]?.list {
            copy.strategy = try StrategyInput.associated(StrategyInput.items(rows), in: cluster)
            copy.launchType = rows.isEmpty ? "EC2" : nil
        }
        try copy.read(input, definition)
        if let word = input["availabilityZoneRebalancing"] { copy.rebalancesZones = word == "ENABLED" }
        try ServiceCheck(copy, definition, input).run()
        return copy
    }

    /// Takes over the members that both requests have.
    private mutating func read(_ input: Value, _ definition: TaskDefinition) throws(Refusal) {
        if let said = input["deploymentConfiguration"] { try deployment.read(said) }
        if let type = input["deploymentController"]?["type"]?.string { controller = type }
        if let seconds = input["healthCheckGracePeriodSeconds"]?.integer {
            healthCheckGracePeriod = .seconds(seconds)
        }
        if let rows = input["placementStrategy"]?.list { placementStrategy = rows.map(PlacementStrategy.init(shown:)) }
        if let rows = input["placementConstraints"]?.list {
            placementConstraints = rows.map(PlacementConstraint.init(shown:))
        }
        if let rows = input["loadBalancers"]?.list { loadBalancers = try Self.loadBalancers(rows) }
        if let flag = input["enableExecuteCommand"]?.bool { enableExecuteCommand = flag }
        if let flag = input["enableECSManagedTags"]?.bool { enableECSManagedTags = flag }
        if let word = input["propagateTags"]?.string { propagateTags = word }
        readPassed(input)
        readRole(input, definition)
    }

    private static let passedMembers = [
        "networkConfiguration", "serviceRegistries", "serviceConnectConfiguration", "volumeConfigurations",
        "vpcLatticeConfigurations", "platformVersion",
    ]

    private mutating func readPassed(_ input: Value) {
        for member in Self.passedMembers {
            guard let said = input[member] else { continue }
            let value = member == "networkConfiguration" ? Self.network(said) : said
            passed[member] = value.list?.isEmpty == true ? nil : value
        }
    }

    /// AWS fills in what a network configuration leaves out.
    private static func network(_ said: Value) -> Value {
        guard var vpc = said["awsvpcConfiguration"] else { return said }
        if vpc["securityGroups"] == nil { vpc["securityGroups"] = .list([]) }
        if vpc["assignPublicIp"] == nil { vpc["assignPublicIp"] = "DISABLED" }
        return ["awsvpcConfiguration": vpc]
    }

    private mutating func readRole(_ input: Value, _ definition: TaskDefinition) {
        if let role = input["role"]?.string {
            roleArn = role
        } else if roleArn == nil, !loadBalancers.isEmpty || definition.plan.networkMode == .awsvpc {
            roleArn = Self.serviceLinkedRole
        }
    }

    /// Stands for the account's service-linked role until a view knows the account.
    static let serviceLinkedRole = "aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"

    private static func loadBalancers(_ rows: [Value]) throws(Refusal) -> [ServiceLoadBalancer] {
        if rows.count > 5 { throw .invalidParameter("loadBalancers can have at most 5 items.") }
        var balancers: [ServiceLoadBalancer] = []
        for row in rows {
            guard let group = row["targetGroupArn"]?.string else {
                throw .invalidParameter("targetGroupArn must be specified for a load balancer.")
            }
            balancers.append(
                ServiceLoadBalancer(
                    targetGroupArn: group, containerName: row["containerName"]?.string ?? "",
                    containerPort: row["containerPort"]?.integer ?? 0,
                    advanced: row["advancedConfiguration"].map(ServiceLoadBalancer.Advanced.init(shown:))))
        }
        return balancers
    }

    /// Whether AWS moves tasks between zones for such a service (aws-facts 1.9).
    var canRebalanceZones: Bool {
        let first = placementStrategy.first
        let spreads = first.map { $0.type == "spread" && $0.field == "attribute:ecs.availability-zone" } ?? true
        let distinct = placementConstraints.contains { $0.expression.contains("ecs.availability-zone") }
        return scheduling == .replica && deployment.maximumPercent > 100 && spreads && !distinct
    }
}
