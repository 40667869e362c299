// What becomes of a RUNNING task: it answers, ceases to answer, is checked, exits.
extension World {
    mutating func makeAgenda(of id: TaskID, _ behaviour: ImageBehaviour?) {
        guard let ordinal = ecs.tasks[id]?.ordinal else { return }
        let ready = behaviour?.readyAfter ?? physics.applicationReady.draw(dice, .ready, ordinal)
        ecs.tasks[id]?.agenda.ready = behaviour?.unhealthyAfter == .zero ? nil : now + ready
        ecs.tasks[id]?.agenda.unhealthy = behaviour?.unhealthyAfter.flatMap { $0 == .zero ? nil : now + $0 }
        ecs.tasks[id]?.agenda.crash = (behaviour?.crashesAfter).map { now + $0 }
        ecs.tasks[id]?.failureStatus = behaviour?.unhealthyStatus ?? 503
        awaitVerdict(on: id)
        planAgenda(of: id)
    }

    /// Plans the next thing that happens to a RUNNING task.
    mutating func planAgenda(of id: TaskID) {
        guard let next = ecs.tasks[id]?.agenda.next else { return }
        plan(.agenda, of: id, after: max(.zero, next - now))
    }

    mutating func followAgenda(_ id: TaskID) {
        guard let agenda = ecs.tasks[id]?.agenda else { return }
        if let at = agenda.crash, at <= now {
            crash(id, ecs.tasks[id].flatMap { physics.behaviour(of: $0.plan) })
            return
        }
        if let at = agenda.ready, at <= now { setAnswers(true, of: id) }
        if let at = agenda.unhealthy, at <= now { setAnswers(false, of: id) }
        if let at = agenda.verdict, at <= now { giveVerdict(on: id) }
        planAgenda(of: id)
    }

    private mutating func setAnswers(_ answers: Bool, of id: TaskID) {
        ecs.tasks[id]?.agenda.ready = nil
        if !answers { ecs.tasks[id]?.agenda.unhealthy = nil }
        guard ecs.tasks[id]?.answers != answers else { return }
        ecs.tasks[id]?.answers = answers
        applicationAnswers(id, answers)
        awaitVerdict(on: id)
    }

    private mutating func giveVerdict(on id: TaskID) {
        ecs.tasks[id]?.agenda.verdict = nil
        guard let task = ecs.tasks[id] else { return }
        ecs.tasks[id]?.health = task.answers ? .healthy : .unhealthy
        ecs.tasks[id]?.version += 1
        announceTask(id)
        if let service = task.service { markDirty(service) }
    }

    /// When the containers' own checks will have seen that the application answers, or does not.
    mutating func awaitVerdict(on id: TaskID) {
        guard let task = ecs.tasks[id], let start = task.startedAt else { return }
        let checks = task.plan.containers.compactMap { $0.essential ? $0.healthCheck : nil }
        ecs.tasks[id]?.agenda.verdict =
            task.answers
            ? checks.map { $0.success(since: now, startedAt: start) }.max()
            : checks.map { $0.failure(since: now, startedAt: start) }.min()
    }

    /// The image behaves otherwise from now on: what runs already follows.
    mutating func imageBehaviourChanged(_ behaviour: ImageBehaviour) {
        for id in ecs.tasks.handles where ecs.tasks[id]?.lastStatus == .running && ecs.tasks[id]?.isWanted == true {
            let concerns = ecs.tasks[id]?.plan.containers.contains { $0.essential && behaviour.matches($0.image) }
            guard concerns == true, let task = ecs.tasks[id], let start = task.startedAt else { continue }
            let current = physics.behaviour(of: task.plan)
            ecs.tasks[id]?.agenda.crash = (current?.crashesAfter).map { max(now, start + $0) }
            ecs.tasks[id]?.agenda.unhealthy = (current?.unhealthyAfter).map { max(now, start + $0) }
            ecs.tasks[id]?.failureStatus = current?.unhealthyStatus ?? 503
            if current?.unhealthyAfter == nil, !task.answers, task.agenda.ready == nil {
                ecs.tasks[id]?.agenda.ready = now + physics.applicationReady.draw(dice, .ready, task.ordinal, turn: 1)
            }
            planAgenda(of: id)
        }
    }
}

extension TaskPlan.HealthCheck {
    /// When the check first succeeds, if the application answers from `instant` on; the first comes after an interval.
    func success(since instant: Instant, startedAt start: Instant) -> Instant {
        check(notBefore: instant, startedAt: start)
    }

    /// When `retries` checks in a row have failed, when the application does not answer from `instant` on.
    func failure(since instant: Instant, startedAt start: Instant) -> Instant {
        let first = check(notBefore: max(instant, start + startPeriod), startedAt: start)
        return first + interval * max(0, retries - 1)
    }

    private func check(notBefore instant: Instant, startedAt start: Instant) -> Instant {
        let step = max(1, interval.milliseconds)
        let passed = max(0, (instant - start).milliseconds)
        return start + interval * Int(max(1, (passed + step - 1) / step))
    }
}
