import Model

// How targets become healthy and unhealthy: transitions are computed, probes are no events.
extension World {
    /// Begins a registered target's life: unused, unprobed, or on its way to the first probe.
    mutating func beginTarget(_ id: TargetID) {
        guard let target = balancing.targets[id], let group = balancing.targetGroups[target.group] else { return }
        balancing.targets[id]?.probesFrom = nil
        balancing.targets[id]?.hasServed = false
        voidPending(id)
        if group.uses.isEmpty { return setStanding(id, .notInUse) }
        guard group.check.isEnabled else { return setStanding(id, .unprobed) }
        if let state = fleet.instanceNames[target.id].flatMap({ fleet.instances[$0]?.state }), state.isEnding {
            return follow(id, state)
        }
        setStanding(id, .registering)
        let delay = physics.targetRegistration.draw(dice, .balancer, target.ordinal, turn: target.registrations)
        next(id, .probe, after: delay)
    }

    mutating func advanceTarget(_ id: TargetID, epoch: Int32) {
        guard let target = balancing.targets[id], target.epoch == epoch else { return }
        switch target.step {
        case .probe: startProbes(id, target)
        case .verdict: setStanding(id, target.answers ? .healthy : failure(of: target))
        case .gone: removeTarget(id)
        }
    }

    /// The application behind a task's targets begins or ceases to answer health checks.
    mutating func applicationAnswers(_ task: TaskID, _ answers: Bool) {
        for id in ecs.tasks[task]?.targets ?? [] where balancing.targets[id]?.task == task {
            setAnswers(id, answers)
        }
    }

    /// What a target answers from now on; a change of state follows when enough probes in a row have seen it.
    mutating func setAnswers(_ id: TargetID, _ answers: Bool) {
        guard let target = balancing.targets[id], target.answers != answers else { return }
        balancing.targets[id]?.answers = answers
        awaitVerdict(id)
    }

    /// Sets how a target stands; counts it, and tells the task behind it when its state is another one.
    mutating func setStanding(_ id: TargetID, _ standing: TargetStanding) {
        guard let former = balancing.targets[id] else { return }
        balancing.targets[id]?.state = standing.state
        balancing.targets[id]?.reason = standing.reason
        balancing.targets[id]?.description = standing.description
        guard former.state != standing.state else { return }
        if former.state == .healthy { balancing.targetGroups[former.group]?.healthyCount -= 1 }
        if standing.state == .healthy {
            balancing.targetGroups[former.group]?.healthyCount += 1
            balancing.targets[id]?.hasServed = true
        }
        if let task = former.task { targetChanged(id, of: task) }
    }

    private mutating func startProbes(_ id: TargetID, _ target: Target) {
        let interval = balancing.targetGroups[target.group]?.check.interval ?? .seconds(30)
        let phase = dice.number(
            in: 1...max(1, interval.milliseconds), .probe, target.ordinal, turn: target.registrations)
        balancing.targets[id]?.probesFrom = now + Span(milliseconds: phase)
        setStanding(id, .probing)
        awaitVerdict(id)
    }

    /// Computes when enough probes in a row will have said what the target answers now (aws-facts 4.10).
    private mutating func awaitVerdict(_ id: TargetID) {
        guard let target = balancing.targets[id], let first = target.probesFrom, target.state != .draining,
            let check = balancing.targetGroups[target.group]?.check
        else { return }
        if target.state == (target.answers ? .healthy : .unhealthy) {
            voidPending(id)
            return
        }
        let count = target.answers ? check.healthyThreshold : check.unhealthyThreshold
        let isSlow = !target.answers && failure(of: target) == .timedOut
        let wait = check.untilProbe(at: now, first: first) + check.interval * (count - 1)
        next(id, .verdict, after: isSlow ? wait + check.timeout : wait)
    }

    /// What probes of a target that does not answer say.
    private func failure(of target: Target) -> TargetStanding {
        guard let id = target.task else { return .timedOut }
        let usesHTTP = balancing.targetGroups[target.group]?.shown["healthCheckProtocol"]?.string?.hasPrefix("HTTP")
        guard let task = ecs.tasks[id], task.lastStatus == .running, usesHTTP ?? true else { return .unreachable }
        return task.failureStatus == 0 ? .timedOut : .answered(task.failureStatus)
    }
}

extension TargetGroup.HealthCheck {
    /// How long until the next probe of a target that is probed since `first`, one interval apart.
    fileprivate func untilProbe(at now: Instant, first: Instant) -> Span {
        guard now > first, interval > .zero else { return max(.zero, first - now) }
        let past = (now - first).milliseconds % interval.milliseconds
        return past == 0 ? .zero : interval - Span(milliseconds: past)
    }
}

extension Instance.State {
    /// True for an instance that is no longer there to answer.
    fileprivate var isEnding: Bool { self != .pending && self != .running }
}
