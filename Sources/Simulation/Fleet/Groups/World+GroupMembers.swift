/// What people do to single instances of a group.
extension World {
    /// SetInstanceProtection.
    public mutating func setProtection(_ id: GroupID, instances: [String], _ isProtected: Bool) throws(Refusal) {
        let members = try members(id, instances)
        for (name, member) in members {
            switch fleet.instances[member]?.lifecycle {
            case .inService, .enteringStandby, .standby: continue
            default:
                throw Refusal(
                    "ValidationError", "The instance \(name) is not in InService or EnteringStandby or Standby.")
            }
        }
        for (_, member) in members { fleet.instances[member]?.isProtected = isProtected }
        touchGroup(id)
    }

    /// The members of these names; refuses the first that is none.
    func members(
        _ id: GroupID, _ names: [String]
    ) throws(Refusal) -> [(name: String, member: InstanceID)] {
        guard let group = fleet.groups[id] else { throw Self.noGroup }
        var members: [(name: String, member: InstanceID)] = []
        for name in names {
            guard let member = fleet.instanceNames[name], fleet.instances[member]?.group == id,
                fleet.instances[member]?.lifecycle != .terminated
            else {
                throw Refusal(
                    "ValidationError", "The instance \(name) is not part of Auto Scaling group \(group.name).")
            }
            members.append((name, member))
        }
        return members
    }

    /// SetInstanceHealth; an unhealthy instance is replaced.
    public mutating func setHealth(_ instance: InstanceID, isHealthy: Bool) throws(Refusal) {
        let group = try group(of: instance)
        fleet.instances[instance]?.isHealthy = isHealthy
        touchGroup(group)
    }

    private func group(of instance: InstanceID) throws(Refusal) -> GroupID {
        guard let found = fleet.instances[instance], let group = found.group, fleet.groups[group] != nil,
            found.lifecycle != .terminated
        else {
            throw Refusal(
                "ValidationError",
                "Instance Id not found - No managed instance found for instance ID: "
                    + "\(fleet.instances[instance]?.id ?? "")")
        }
        return group
    }

    /// TerminateInstanceInAutoScalingGroup; gives the activity.
    public mutating func terminateInGroup(
        _ instance: InstanceID, decrement: Bool
    ) throws(Refusal) -> AutoScalingGroup.Activity {
        let id = try group(of: instance)
        if fleet.instances[instance]?.isEnding != true {
            let settings = fleet.groups[id]?.settings
            if decrement, let settings { try checkDecrement(settings) }
            let desired = settings?.desiredCapacity ?? 0
            let shrinking = decrement ? ", shrinking the capacity from \(desired) to \(desired - 1)" : ""
            endInGroup(instance, cause: "a user request\(shrinking)")
            if decrement { moveDesired(id, to: desired - 1, cause: "a user request") }
        }
        let name = fleet.instances[instance]?.id
        guard let activity = fleet.groups[id]?.activities.first(where: { $0.instance == name }) else {
            throw Self.noGroup
        }
        return activity
    }

    private func checkDecrement(_ settings: GroupSettings) throws(Refusal) {
        guard settings.desiredCapacity <= settings.minSize else { return }
        throw Refusal(
            "ValidationError",
            "Currently, desiredSize equals minSize (\(settings.minSize)). Terminating instance without replacement "
                + "will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false "
                + "or lower group's min size.")
    }
}
