import Model

/// What Auto Scaling refuses of a group's settings.
extension World {
    /// The settings with zones that follow from the subnets; refuses what AWS refuses.
    func checked(_ settings: GroupSettings) throws(Refusal) -> GroupSettings {
        guard settings.minSize >= 0, settings.maxSize >= settings.minSize else {
            throw Refusal(
                "ValidationError",
                "Max bound, \(settings.maxSize), must be greater than or equal to min bound, \(settings.minSize)")
        }
        var checked = settings
        if !settings.subnets.isEmpty { checked.zones = try zones(of: settings.subnets) }
        guard !checked.zones.isEmpty else {
            throw Refusal("ValidationError", "At least one Availability Zone or VPC Subnet is required.")
        }
        for arn in settings.targetGroupArns where balancing.targetGroupArns[arn] == nil {
            throw Refusal(
                "ValidationError", "Provided Target Groups may not be valid. Please ensure they exist and try again.")
        }
        let recipe = try recipe(for: settings.source)
        guard recipe.data["imageId"]?.string != nil else {
            throw Refusal(
                "ValidationError",
                "You must use a valid fully-formed launch template. The request must contain the parameter ImageId")
        }
        if let mixed = settings.mixed { try check(mixed) }
        return checked
    }

    private func zones(of subnets: [String]) throws(Refusal) -> [String] {
        var zones: [String] = []
        for subnet in subnets {
            guard let zone = registry["ec2/subnet"][subnet]?["availabilityZone"]?.string else {
                throw Refusal("ValidationError", "The subnet ID '\(subnet)' does not exist")
            }
            if !zones.contains(zone) { zones.append(zone) }
        }
        return zones
    }

    private func check(_ mixed: MixedInstances) throws(Refusal) {
        for override in mixed.overrides {
            guard let template = override.template else { continue }
            _ = try recipe(for: template)
        }
        let weights = mixed.overrides.map { $0.weightedCapacity != nil }
        guard !weights.contains(true) || !weights.contains(false) else {
            throw Refusal(
                "ValidationError",
                "You must specify a weighted capacity for all instance types, or for none of them.")
        }
    }

    func checkDesired(_ settings: GroupSettings) throws(Refusal) {
        guard (settings.minSize...settings.maxSize).contains(settings.desiredCapacity) else {
            throw Refusal(
                "ValidationError",
                "Desired capacity:\(settings.desiredCapacity) must be between the specified min size:"
                    + "\(settings.minSize) and max size:\(settings.maxSize)")
        }
    }

    /// While a refresh with a desired configuration runs, nobody else moves what it moves (aws-facts 2.1).
    func checkRefresh(_ group: AutoScalingGroup, _ old: GroupSettings, _ new: GroupSettings) throws(Refusal) {
        guard let refresh = group.refreshes.first, refresh.isActive, refresh.desired != nil,
            old.source != new.source || old.mixed != new.mixed
        else { return }
        throw Refusal(
            "ValidationError",
            "An active instance refresh with a desired configuration already exists. All configuration options "
                + "derived from the desired configuration are not available for update while the instance refresh "
                + "is active.")
    }
}
