import Model

extension World {
    /// What an alarm, or ExecutePolicy, does with a simple or step policy of an Auto Scaling group.
    ///
    /// `breach` is how far the metric is beyond the threshold, in thousandths. False when the policy is unknown or off,
    /// no step holds, a cool-down goes on (unless `honorCooldown` is false), or the capacity stays as it is.
    @discardableResult
    public mutating func executeGroupPolicy(
        _ arn: String, breach: Int, alarm: String, honorCooldown: Bool = true
    ) -> Bool {
        guard let id = group(ofPolicy: arn), let group = fleet.groups[id],
            let row = group.policies.first(where: { $0["policyARN"]?.string == arn }), row["enabled"]?.bool ?? true,
            let wanted = StepAdjustment(row).capacity(from: group.settings.desiredCapacity, breach: breach)
        else { return false }
        let isSimple = (row["policyType"]?.string ?? "SimpleScaling") == "SimpleScaling"
        let wait =
            isSimple
            ? row["cooldown"]?.integer ?? group.settings.defaultCooldown
            : row["estimatedInstanceWarmup"]?.integer ?? group.settings.defaultInstanceWarmup ?? 300
        let isCooling = scaling.groupActions[arn].map { now - $0 < .seconds(wait) } ?? false
        guard !honorCooldown || !isCooling else { return false }
        let count = max(group.settings.minSize, min(group.settings.maxSize, wanted))
        guard count != group.settings.desiredCapacity else { return false }
        return moveGroup(id, to: count, policy: row["policyName"]?.string ?? "", arn: arn, alarm: alarm)
    }

    private mutating func moveGroup(
        _ id: GroupID, to count: Int, policy: String, arn: String, alarm: String
    ) -> Bool {
        let before = fleet.groups[id]?.settings.desiredCapacity ?? 0
        let cause =
            "At \(CivilTime(now).iso8601) a monitor alarm \(alarm) in state ALARM triggered policy \(policy) "
            + "changing the desired capacity from \(before) to \(count)."
        do { try setDesiredCapacity(id, count, cause: cause) } catch { return false }
        scaling.groupActions[arn] = now
        return true
    }

    /// The group in `…:autoScalingGroupName/<group>:policyName/<policy>`.
    private func group(ofPolicy arn: String) -> GroupID? {
        let mark = "autoScalingGroupName/"
        let part = arn.split(separator: ":").first { $0.hasPrefix(mark) }
        return part.flatMap { fleet.groupNames[String($0.dropFirst(mark.count))] }
    }
}
