extension World {
    /// What an alarm's action does to a scaling policy: a service's, or an Auto Scaling group's.
    mutating func executePolicy(_ arn: String, alarm: Alarm, rule: AlarmRule) {
        guard let value = newestValue(rule) else { return }
        let breach = value - rule.threshold
        if arn.contains(":autoScalingGroupName/") {
            executeGroupPolicy(arn, breach: breach, alarm: alarm.name)
        } else if let owner = scaling.owners[arn], let place = scaling.place(of: owner),
            let index = scaling.targets[place].policies.firstIndex(where: { $0.arn == arn })
        {
            step(place, index, breach: breach, alarm: alarm.name)
        }
    }

    private mutating func step(_ place: Int, _ index: Int, breach: Int, alarm: String) {
        let (target, policy) = (scaling.targets[place], scaling.targets[place].policies[index])
        guard policy.type == "StepScaling", let service = service(of: place), let desired = desiredCount(place),
            let wanted = StepAdjustment(policy.configuration).capacity(from: startingCount(service), breach: breach)
        else { return }
        let adding = wanted - startingCount(service)
        if adding > 0 {
            guard !target.suspended.scalingOut else { return }
            // Within the cool-down, what the last step added counts as there.
            let count = isCoolingOut(place, policy) ? desired + adding - policy.lastAdded : wanted
            growCapacity(place, policy: index, to: count, adding: adding, alarm: alarm)
        } else if adding < 0, !target.suspended.scalingIn,
            ecs.services[service]?.deployments.first?.rollout != .inProgress
        {
            shrinkCapacity(place, policy: index, to: wanted, alarm: alarm)
        }
    }
}
