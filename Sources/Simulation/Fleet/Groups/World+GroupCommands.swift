public import Model

/// CreateAutoScalingGroup, UpdateAutoScalingGroup, DeleteAutoScalingGroup and what moves the desired capacity.
extension World {
    /// CreateAutoScalingGroup; its instances begin to come. `tags` are rows `{key, value, propagateAtLaunch}`.
    public mutating func createGroup(
        name: String, settings: GroupSettings, tags: [Value], hooks: [AutoScalingGroup.Hook]
    ) throws(Refusal) -> GroupID {
        guard fleet.groupNames[name] == nil else {
            throw Refusal(
                "AlreadyExists",
                "AutoScalingGroup by this name already exists - A group with the name \(name) already exists")
        }
        let settings = try checked(settings)
        try checkDesired(settings)
        for hook in hooks { try check(hook) }
        let ordinal = nextOrdinal()
        let group = AutoScalingGroup(
            name: name, ordinal: ordinal, uuid: uuid(ordinal), settings: settings, tags: tags, hooks: hooks,
            createdAt: now)
        let id = fleet.groups.insert(group)
        fleet.groupNames[name] = id
        remember(
            id, cause: "a user request created an AutoScalingGroup", from: 0, to: settings.desiredCapacity)
        touchGroup(id)
        return id
    }

    /// UpdateAutoScalingGroup with the new settings as a whole.
    ///
    /// A desired capacity that stays as it is moves with new bounds (aws-facts 4.3); one that is changed has to fit.
    public mutating func updateGroup(_ id: GroupID, to settings: GroupSettings) throws(Refusal) {
        guard let group = fleet.groups[id] else { throw Self.noGroup }
        let old = group.settings
        var new = try checked(settings)
        try checkRefresh(group, old, new)
        if new.desiredCapacity == old.desiredCapacity {
            new.desiredCapacity = min(max(new.desiredCapacity, new.minSize), new.maxSize)
        }
        try checkDesired(new)
        let bounds = "min: \(new.minSize), max: \(new.maxSize), desired: \(new.desiredCapacity)"
        remember(
            id, cause: "a user request update of AutoScalingGroup constraints to \(bounds)",
            from: old.desiredCapacity, to: new.desiredCapacity)
        fleet.groups[id]?.settings = new
        if isRebought(old.mixed, new.mixed) { fleet.groups[id]?.rebuysInstances = true }
        if old.targetGroupArns != new.targetGroupArns { moveTargets(id, from: old.targetGroupArns) }
        touchGroup(id)
    }

    /// True when the share of instances on demand was changed.
    private func isRebought(_ old: MixedInstances?, _ new: MixedInstances?) -> Bool {
        guard let new else { return false }
        return old?.onDemandBaseCapacity != new.onDemandBaseCapacity
            || old?.onDemandPercentageAboveBaseCapacity != new.onDemandPercentageAboveBaseCapacity
    }

    /// SetDesiredCapacity and scaling policies; `cause` is what AWS says moved it, empty for a person.
    public mutating func setDesiredCapacity(_ id: GroupID, _ count: Int, cause: String) throws(Refusal) {
        guard let group = fleet.groups[id] else { throw Self.noGroup }
        let settings = group.settings
        guard count <= settings.maxSize else {
            throw Refusal(
                "ValidationError",
                "New SetDesiredCapacity value \(count) is above max value \(settings.maxSize) for the "
                    + "AutoScalingGroup.")
        }
        guard count >= settings.minSize else {
            throw Refusal(
                "ValidationError",
                "New SetDesiredCapacity value \(count) is below min value \(settings.minSize) for the "
                    + "AutoScalingGroup.")
        }
        let text = cause.isEmpty ? "a user request explicitly set group desired capacity" : cause
        moveDesired(id, to: count, cause: text)
    }

    /// Moves the desired capacity without a look at the bounds.
    mutating func moveDesired(_ id: GroupID, to count: Int, cause: String) {
        guard let old = fleet.groups[id]?.settings.desiredCapacity, old != count else { return }
        remember(id, cause: cause, from: old, to: count)
        fleet.groups[id]?.settings.desiredCapacity = count
        touchGroup(id)
    }

    /// DeleteAutoScalingGroup; `force` ends its instances without waiting for hooks (aws-facts 4.3).
    public mutating func deleteGroup(_ id: GroupID, force: Bool) throws(Refusal) {
        guard let group = fleet.groups[id] else { throw Self.noGroup }
        guard group.status == nil else { return }
        try checkDeletion(group, force: force)
        fleet.groups[id]?.status = "Delete in progress"
        fleet.groups[id]?.settings.minSize = 0
        fleet.groups[id]?.settings.desiredCapacity = 0
        endRefresh(id, .cancelled, reason: "The Auto Scaling group is being deleted.")
        for instance in group.instances { release(instance) }
        touchGroup(id, after: FleetPace.deletion)
    }

    /// Ends an instance whatever it waits for.
    private mutating func release(_ id: InstanceID) {
        guard fleet.instances[id]?.isEnding == true else {
            return endInGroup(id, cause: "a user request to force-delete the AutoScalingGroup", skipsHooks: true)
        }
        fleet.instances[id]?.hooks = []
        fleet.instances[id]?.drainedAt = nil
        proceedWhenReleased(id)
    }

    private func checkDeletion(_ group: AutoScalingGroup, force: Bool) throws(Refusal) {
        let protection = group.settings.passed["deletionProtection"]?.string
        if protection == "prevent-all-deletion" || (force && protection == "prevent-force-deletion") {
            throw Refusal(
                "ValidationError",
                "The AutoScalingGroup \(group.name) cannot be deleted because deletion protection is enabled.")
        }
        guard !force, !group.instances.isEmpty else { return }
        if group.instances.allSatisfy({ fleet.instances[$0]?.isEnding == true }) {
            throw Refusal(
                "ScalingActivityInProgress",
                "You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.")
        }
        throw Refusal(
            "ResourceInUse",
            "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) "
                + "still in the group.")
    }

    static let noGroup = Refusal("ValidationError", "AutoScalingGroup name not found - no such group")
}
