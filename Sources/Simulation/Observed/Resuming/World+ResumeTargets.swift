/// Targets that are probed for the first time, or drain.
extension World {
    /// How often a draw is repeated until it fits what AWS shows.
    private static let tries: UInt64 = 16

    /// A target without a task, or one that drains; its task hears of the end.
    mutating func resumeTarget(_ id: TargetID) {
        guard let target = balancing.targets[id], let group = balancing.targetGroups[target.group] else { return }
        if target.state == .draining {
            let left = drainLeft(target, group.deregistrationDelay)
            return next(id, .gone, after: left)
        }
        balancing.targets[id]?.answers = true
        guard target.reason == "Elb.InitialHealthChecking" else { return beginTarget(id) }
        let most = group.check.interval * group.check.healthyThreshold
        next(id, .verdict, after: Spread(.zero, most).draw(dice, .probe, target.ordinal))
    }

    /// What is left of the deregistration delay; where nobody says when it began, any part of it.
    private func drainLeft(_ target: Target, _ delay: Span) -> Span {
        guard let began = target.task.flatMap({ ecs.tasks[$0]?.stoppingAt }) else {
            return Spread(.zero, delay).draw(dice, .balancer, target.ordinal)
        }
        return max(.zero, began + delay - now)
    }

    /// Draws when a task began or begins to answer so that its targets may still be as AWS shows them; sets what its
    /// targets do next. Gives that moment.
    mutating func resumeProbes(of task: ECSTask, since start: Instant) -> Instant {
        let initial = task.targets.filter { balancing.targets[$0]?.state == .initial }
        for turn in 0..<Self.tries {
            let ready = start + readyAfter(task, turn)
            let plans = initial.compactMap { probePlan($0, since: start, ready: ready, turn: turn) }
            guard turn == Self.tries - 1 || plans.allSatisfy({ $0.isRegistering || $0.verdict > now }) else { continue }
            for plan in plans { carryOut(plan, answers: ready <= now) }
            return ready
        }
        return now
    }

    private func readyAfter(_ task: ECSTask, _ turn: UInt64) -> Span {
        physics.behaviour(of: task.plan)?.readyAfter
            ?? physics.applicationReady.draw(dice, .ready, task.ordinal, turn: turn)
    }

    /// When a target in `initial` is probed and found healthy.
    private struct ProbePlan {
        let target: TargetID
        let isRegistering: Bool
        let first: Instant
        let verdict: Instant
    }

    private func probePlan(_ id: TargetID, since start: Instant, ready: Instant, turn: UInt64) -> ProbePlan? {
        guard let target = balancing.targets[id], let check = balancing.targetGroups[target.group]?.check else {
            return nil
        }
        let delay = physics.targetRegistration.draw(dice, .balancer, target.ordinal, turn: turn)
        let phase = dice.number(in: 1...max(1, check.interval.milliseconds), .probe, target.ordinal, turn: turn)
        let first = start + delay + Span(milliseconds: phase)
        let success = check.probe(notBefore: ready, first: first)
        return ProbePlan(
            target: id, isRegistering: target.reason == "Elb.RegistrationInProgress", first: first,
            verdict: success + check.interval * max(0, check.healthyThreshold - 1))
    }

    private mutating func carryOut(_ plan: ProbePlan, answers: Bool) {
        guard let target = balancing.targets[plan.target] else { return }
        balancing.targets[plan.target]?.answers = answers
        guard !plan.isRegistering else {
            let left = rest(of: physics.targetRegistration, since: target.registeredAt, .balancer, target.ordinal)
            return next(plan.target, .probe, after: left)
        }
        balancing.targets[plan.target]?.probesFrom = plan.first
        guard answers else { return }
        next(plan.target, .verdict, after: max(.seconds(1), plan.verdict - now))
    }
}

extension TargetGroup.HealthCheck {
    /// The first probe at `instant` or after it, of a target that is probed since `first`.
    func probe(notBefore instant: Instant, first: Instant) -> Instant {
        guard instant > first, interval > .zero else { return first }
        let past = (instant - first).milliseconds
        let step = interval.milliseconds
        return first + Span(milliseconds: (past + step - 1) / step * step)
    }
}
