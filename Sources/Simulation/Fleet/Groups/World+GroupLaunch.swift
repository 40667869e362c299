import Model

/// How a group fills up: zones in balance, on demand first, then Spot, types in the strategy's order.
extension World {
    /// More instances than an account gets without asking.
    private static let quota = 20_000
    private static let overQuota = Refusal(
        "InstanceLimitExceeded", "You have requested more instances than your current instance limit allows.")

    /// Starts what is missing; what EC2 refuses is tried again after a while.
    mutating func fillGroup(_ id: GroupID) {
        guard let group = fleet.groups[id], isOn("Launch", id) else { return }
        let desired = group.settings.desiredCapacity
        let census = census(of: id)
        guard census.capacity < desired else { return }
        if let later = group.launchesAfter, later > now { return touchGroup(id, after: later - now) }
        let cause = launchCause(group, from: census.capacity, to: desired)
        do throws(Refusal) {
            var launcher = try GroupLauncher(self, id, group, census, cause: cause)
            while launcher.capacity < desired, fleet.instances.count < Self.quota, launcher.launchOne(in: &self) {}
            guard fleet.instances.count < Self.quota else { throw Self.overQuota }
            settle(id, launcher)
        } catch {
            fail(id, cause: cause, message: "\(error.message) Launching EC2 instance failed.", details: "{}")
            holdBack(id)
        }
    }

    private func launchCause(_ group: AutoScalingGroup, from old: Int, to new: Int) -> String {
        group.lastCause
            + "At \(CivilTime(now).iso8601) an instance was started in response to a difference between desired "
            + "and actual capacity, increasing the capacity from \(old) to \(new)."
    }

    private mutating func settle(_ id: GroupID, _ launcher: GroupLauncher) {
        if launcher.isExhausted { return holdBack(id) }
        fleet.groups[id]?.failedLaunches = 0
        fleet.groups[id]?.launchesAfter = nil
    }

    private mutating func holdBack(_ id: GroupID) {
        let failures = (fleet.groups[id]?.failedLaunches ?? 0) + 1
        fleet.groups[id]?.failedLaunches = failures
        fleet.groups[id]?.launchesAfter = now + FleetPace.backOff(failures)
        touchGroup(id, after: FleetPace.backOff(failures))
    }

    /// Puts down a launch that EC2 refused.
    mutating func fail(_ id: GroupID, cause: String, message: String, details: String) {
        beginActivity(
            id, "Launching a new EC2 instance.  Status Reason: \(message)", cause: cause, status: "Failed",
            message: message, details: details)
        note(.group(id), fleet.groups[id]?.name ?? "", "launch failed: \(message)")
    }

    /// Starts one instance of a group.
    mutating func launch(_ pick: LaunchPick, for id: GroupID, cause: String) {
        guard let group = fleet.groups[id] else { return }
        let tags = pick.recipe.tags + groupTags(group, pick.recipe)
        let instance = start(
            pick.recipe, type: pick.option.instanceType, zone: pick.zone, subnet: pick.subnet, spot: pick.isSpot,
            tags: .list(tags))
        fleet.instances[instance]?.group = id
        fleet.instances[instance]?.lifecycle = .pending
        fleet.instances[instance]?.weight = pick.option.weight
        fleet.groups[id]?.instances.append(instance)
        let name = fleet.instances[instance]?.id ?? ""
        beginActivity(
            id, "Launching a new EC2 instance: \(name)", cause: cause, instance: name,
            details: details(zone: pick.zone, subnet: pick.subnet))
    }

    private func groupTags(_ group: AutoScalingGroup, _ recipe: LaunchRecipe) -> [Value] {
        var tags = group.tags.filter { $0["propagateAtLaunch"]?.bool == true }
            .map { Value.object(["key": $0["key"] ?? "", "value": $0["value"] ?? ""]) }
        tags.append(["key": "aws:autoscaling:groupName", "value": .string(group.name)])
        if let template = recipe.template, let version = recipe.version {
            tags.append(["key": "aws:ec2launchtemplate:id", "value": .string(template)])
            tags.append(["key": "aws:ec2launchtemplate:version", "value": .string(version)])
        }
        return tags
    }
}
