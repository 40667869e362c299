public import Model

// Target groups are made, changed and deleted (aws-facts 4.10).
extension World {
    /// CreateTargetGroup; the same one again when the settings are equal.
    ///
    /// `settings` are DescribeTargetGroups' members with all defaults, without ARNs.
    public mutating func createTargetGroup(
        _ name: String, settings: Value, tags: Value = .list([])
    ) throws(Refusal) -> TargetGroupID {
        if let known = balancing.targetGroupNames[name], let group = balancing.targetGroups[known] {
            guard group.settings == settings else {
                throw Refusal(
                    "DuplicateTargetGroupName",
                    "A target group with the same name '\(name)' exists, but with different settings")
            }
            return known
        }
        let ordinal = nextOrdinal()
        let arn = targetGroupArn(name, ordinal)
        var shown = settings
        shown["targetGroupArn"] = .string(arn)
        let id = balancing.targetGroups.insert(
            TargetGroup(
                name: name, arn: arn, ordinal: ordinal, shown: shown,
                attributes: BalancingDefaults.targetGroup(settings), tags: tags,
                check: TargetGroup.HealthCheck(shown: settings)))
        balancing.targetGroupNames[name] = id
        balancing.targetGroupArns[arn] = id
        return id
    }

    /// ModifyTargetGroup: members that are others now; transitions under way keep the former times.
    public mutating func modifyTargetGroup(_ id: TargetGroupID, _ members: Value) {
        guard let former = balancing.targetGroups[id] else { return }
        for (name, value) in members.sortedMembers { balancing.targetGroups[id]?.shown[name] = value }
        let check = balancing.targetGroups[id].map { TargetGroup.HealthCheck(shown: $0.shown) } ?? former.check
        balancing.targetGroups[id]?.check = check
        guard check.isEnabled != former.check.isEnabled else { return }
        for target in former.targets where balancing.targets[target]?.state != .draining { beginTarget(target) }
    }

    /// DeleteTargetGroup; its targets go with it. One that is not there is no matter (aws-facts 4.1).
    public mutating func deleteTargetGroup(_ arn: String) throws(Refusal) {
        guard let id = balancing.targetGroupArns[arn], let group = balancing.targetGroups[id] else { return }
        guard group.uses.isEmpty else {
            throw Refusal("ResourceInUse", "Target group '\(arn)' is currently in use by a listener or a rule")
        }
        for target in group.targets { removeTarget(target) }
        balancing.targetGroups.remove(id)
        balancing.targetGroupArns[arn] = nil
        balancing.targetGroupNames[group.name] = nil
    }
}

extension TargetGroup {
    /// What was asked for, defaults included.
    fileprivate var settings: Value {
        var settings = shown
        settings["targetGroupArn"] = nil
        return settings
    }
}
