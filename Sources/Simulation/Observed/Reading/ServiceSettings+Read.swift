public import Model

extension ServiceSettings {
    /// Takes over what DescribeServices, or a request with its members, says; what it does not say stays, `[]` clears.
    public mutating func read(_ said: Value) { read(ObservedRow(said)) }

    mutating func read(_ row: ObservedRow) {
        if let arn = row.text("taskDefinition") { taskDefinition = ObservedRow.last(arn) }
        if let count = row.number("desiredCount") { desiredCount = count }
        if let word = row.text("schedulingStrategy").flatMap(Scheduling.init) { scheduling = word }
        if let type = row.text("launchType") { launchType = type }
        if row["capacityProviderStrategy"] != nil {
            strategy = row.rows("capacityProviderStrategy").compactMap(CapacityProviderStrategyItem.init)
            launchType = strategy.isEmpty ? launchType ?? "EC2" : nil
        }
        if let said = row["deploymentConfiguration"] { deployment.read(ObservedRow(said)) }
        if let type = row.row("deploymentController").text("type") { controller = type }
        if let seconds = row.number("healthCheckGracePeriodSeconds") { healthCheckGracePeriod = .seconds(seconds) }
        if let rows = row["placementStrategy"]?.list { placementStrategy = rows.map(PlacementStrategy.init(shown:)) }
        if let rows = row["placementConstraints"]?.list {
            placementConstraints = rows.map(PlacementConstraint.init(shown:))
        }
        if row["loadBalancers"] != nil {
            loadBalancers = row.rows("loadBalancers").compactMap(ServiceLoadBalancer.init)
        }
        if let word = row.text("availabilityZoneRebalancing") { rebalancesZones = word == "ENABLED" }
        readRest(row)
    }

    private mutating func readRest(_ row: ObservedRow) {
        if let flag = row.flag("enableExecuteCommand") { enableExecuteCommand = flag }
        if let flag = row.flag("enableECSManagedTags") { enableECSManagedTags = flag }
        if let word = row.text("propagateTags") { propagateTags = word }
        if let arn = row.text("roleArn") { roleArn = arn }
        for member in [
            "networkConfiguration", "serviceRegistries", "serviceConnectConfiguration", "volumeConfigurations",
            "vpcLatticeConfigurations", "platformVersion",
        ] {
            guard let value = row[member] else { continue }
            passed[member] = value.list?.isEmpty == true ? nil : value
        }
    }
}

extension ServiceLoadBalancer {
    /// A row of AWS's `loadBalancers`; nil for a Classic Load Balancer's, which names no target group.
    init?(_ row: ObservedRow) {
        guard let group = row.text("targetGroupArn") else { return nil }
        self.init(
            targetGroupArn: group, containerName: row.text("containerName") ?? "",
            containerPort: row.number("containerPort") ?? 0,
            advanced: row["advancedConfiguration"].map(Advanced.init(shown:)))
    }
}

extension DeploymentSettings {
    mutating func read(_ row: ObservedRow) {
        if let percent = row.number("minimumHealthyPercent") { minimumHealthyPercent = percent }
        if let percent = row.number("maximumPercent") { maximumPercent = percent }
        if let minutes = row.number("bakeTimeInMinutes"), minutes > 0 || bakeTime != nil {
            bakeTime = .minutes(minutes)
        }
        if let rows = row["lifecycleHooks"]?.list { hooks = rows.map(Hook.init(shown:)) }
        circuitBreaker.read(row.row("deploymentCircuitBreaker"))
        let said = row.row("alarms")
        if said["alarmNames"] != nil { alarms.names = said.texts("alarmNames") }
        alarms.enable = said.flag("enable") ?? alarms.enable
        alarms.rollback = said.flag("rollback") ?? alarms.rollback
        if let word = row.text("strategy") { strategy = Strategy(word, row) }
    }
}

extension DeploymentSettings.Strategy {
    /// AWS's `strategy` with what belongs to it; parts that are not said have AWS's defaults (aws-facts 1.8).
    init(_ word: String, _ row: ObservedRow) {
        switch word {
        case "BLUE_GREEN": self = .blueGreen
        case "LINEAR":
            let linear = row.row("linearConfiguration")
            self = .linear(
                stepPermille: Self.permille(linear["stepPercent"], usually: 100),
                bake: .minutes(linear.number("stepBakeTimeInMinutes") ?? 6))
        case "CANARY":
            let canary = row.row("canaryConfiguration")
            self = .canary(
                permille: Self.permille(canary["canaryPercent"], usually: 50),
                bake: .minutes(canary.number("canaryBakeTimeInMinutes") ?? 10))
        default: self = .rolling
        }
    }

    private static func permille(_ percent: Value?, usually usual: Int) -> Int {
        percent?.number.map { Int(($0 * 10).rounded()) } ?? usual
    }
}

extension DeploymentSettings.CircuitBreaker {
    mutating func read(_ row: ObservedRow) {
        enable = row.flag("enable") ?? enable
        rollback = row.flag("rollback") ?? rollback
        resetOnHealthyTask = row.flag("resetOnHealthyTask") ?? resetOnHealthyTask
        let threshold = row.row("thresholdConfiguration")
        if let type = threshold.text("type").flatMap(ThresholdType.init) { thresholdType = type }
        if let value = threshold.number("value") { thresholdValue = value }
    }
}
