public import Model

extension GroupSettings {
    /// Takes over what DescribeAutoScalingGroups, or a request with its members, says besides template, policy and places;
    /// the rest stays.
    public mutating func read(_ said: Value) { read(ObservedRow(said)) }

    mutating func read(_ row: ObservedRow) {
        if let count = row.number("minSize") { minSize = count }
        if let count = row.number("maxSize") { maxSize = count }
        if let count = row.number("desiredCapacity") { desiredCapacity = count }
        if let seconds = row.number("defaultCooldown") { defaultCooldown = seconds }
        if let type = row.text("healthCheckType") { healthCheckType = type }
        if let seconds = row.number("healthCheckGracePeriod") { healthCheckGracePeriod = seconds }
        if let seconds = row.number("defaultInstanceWarmup") { defaultInstanceWarmup = seconds < 0 ? nil : seconds }
        if row["terminationPolicies"] != nil { terminationPolicies = row.texts("terminationPolicies") }
        if let isOn = row.flag("newInstancesProtectedFromScaleIn") { newInstancesProtected = isOn }
        if let isOn = row.flag("capacityRebalance") { capacityRebalance = isOn }
        if let seconds = row.number("maxInstanceLifetime") { maxInstanceLifetime = seconds == 0 ? nil : seconds }
        if row["targetGroupARNs"] != nil { targetGroupArns = row.texts("targetGroupARNs") }
        let policy = row.row("instanceMaintenancePolicy")
        if let least = policy.number("minHealthyPercentage"), let most = policy.number("maxHealthyPercentage") {
            maintenancePolicy =
                least < 0 ? nil : MaintenancePolicy(minHealthyPercentage: least, maxHealthyPercentage: most)
        }
    }
}

extension MixedInstances {
    /// Takes over what AWS's `instancesDistribution` says; the rest stays.
    public mutating func read(_ distribution: Value) { read(ObservedRow(distribution)) }

    mutating func read(_ row: ObservedRow) {
        if let word = row.text("onDemandAllocationStrategy") { onDemandAllocationStrategy = word }
        if let count = row.number("onDemandBaseCapacity") { onDemandBaseCapacity = count }
        if let percent = row.number("onDemandPercentageAboveBaseCapacity") {
            onDemandPercentageAboveBaseCapacity = percent
        }
        if let word = row.text("spotAllocationStrategy") { spotAllocationStrategy = word }
        if let count = row.number("spotInstancePools") { spotInstancePools = count }
        if let price = row.text("spotMaxPrice") { spotMaxPrice = price }
    }
}
