extension World {
    /// Target tracking of every service, once a minute after the alarms (aws-facts 6).
    mutating func trackTargets() {
        for place in scaling.targets.indices where scaling.targets[place].namespace == "ecs" { track(place) }
    }

    /// Out as far as the policy wants that wants most; in only when all that may scale in agree, and then the least far.
    private mutating func track(_ place: Int) {
        let votes = votes(of: scaling.targets[place])
        guard votes.contains(where: { $0.wantsOut || $0.wantsIn }), let service = service(of: place) else { return }
        if votes.contains(where: \.wantsOut) {
            scaleOut(place, service, votes.filter(\.wantsOut))
        } else if votes.allSatisfy({ $0.wantsIn || $0.neverIn }) {
            scaleIn(place, service, votes.filter(\.wantsIn))
        }
    }

    private func votes(of target: ScalableTarget) -> [TrackingVote] {
        target.policies.indices.compactMap { index in
            let policy = target.policies[index]
            guard policy.type == "TargetTrackingScaling", let high = policy.alarms.first else { return nil }
            let low = policy.alarms.count > 1 ? monitoring.alarms.state(policy.alarms[1]) : nil
            return TrackingVote(
                policy: index, wantsOut: monitoring.alarms.state(high) == .alarm, wantsIn: low == .alarm,
                neverIn: policy.disablesScaleIn)
        }
    }

    private mutating func scaleOut(_ place: Int, _ service: ServiceID, _ votes: [TrackingVote]) {
        guard !scaling.targets[place].suspended.scalingOut else { return }
        let running = startingCount(service)
        var best: (policy: Int, count: Int)?
        for vote in votes {
            let wanted = wanted(of: scaling.targets[place].policies[vote.policy], running: running)
            if let wanted, wanted > best?.count ?? 0 { best = (vote.policy, wanted) }
        }
        guard let best else { return }
        growCapacity(
            place, policy: best.policy, to: best.count, adding: best.count - running,
            alarm: alarm(0, best.policy, place))
    }

    private mutating func scaleIn(_ place: Int, _ service: ServiceID, _ votes: [TrackingVote]) {
        guard !scaling.targets[place].suspended.scalingIn,
            ecs.services[service]?.deployments.first?.rollout != .inProgress
        else { return }
        let running = startingCount(service)
        var best: (policy: Int, count: Int)?
        for vote in votes {
            guard let wanted = wanted(of: scaling.targets[place].policies[vote.policy], running: running) else {
                return
            }
            if wanted >= best?.count ?? 0 { best = (vote.policy, wanted) }
        }
        guard let best else { return }
        shrinkCapacity(place, policy: best.policy, to: best.count, alarm: alarm(1, best.policy, place))
    }

    private func alarm(_ index: Int, _ policy: Int, _ place: Int) -> String {
        let alarms = scaling.targets[place].policies[policy].alarms
        return alarms.indices.contains(index) ? alarms[index] : ""
    }

    /// The running count times how far the metric is from its target, rounded up.
    private func wanted(of policy: ScalingPolicy, running: Int) -> Int? {
        guard let name = policy.alarms.first, let rule = monitoring.alarms[name]?.rule, rule.threshold > 0,
            let value = newestValue(rule)
        else { return nil }
        return (running * min(value, 1_000_000_000_000) + rule.threshold - 1) / rule.threshold
    }

    /// The newest value that an alarm's rule has seen, in thousandths; nil without data in its evaluation range.
    func newestValue(_ rule: AlarmRule) -> Int? {
        let newest = rule.periods(in: monitoring.metrics, until: now.minute).last { $0 != nil }
        return newest.flatMap { $0 }.map(rule.statistic.value)
    }
}

/// What one target tracking policy's alarms say.
private struct TrackingVote {
    let policy: Int
    let wantsOut: Bool
    let wantsIn: Bool
    let neverIn: Bool
}
