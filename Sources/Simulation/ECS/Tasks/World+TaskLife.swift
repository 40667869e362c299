// A task's way up: PROVISIONING, PENDING, ACTIVATING, RUNNING (aws-facts 8.2).
extension World {
    /// The next step of a task's life; a step of an older epoch is dropped.
    mutating func advanceTask(_ id: TaskID, epoch: Int32) {
        guard ecs.tasks[id]?.epoch == epoch, let step = ecs.tasks[id]?.step else { return }
        switch step {
        case .none: break
        case .pulled: imagesPulled(id)
        case .started: containersStarted(id)
        case .agenda: followAgenda(id)
        case .killed: containersStopped(id)
        case .released: endTask(id)
        }
    }

    /// Plans a task's next step and drops the one that was planned before.
    mutating func plan(_ step: ECSTask.Step, of id: TaskID, after span: Span) {
        ecs.tasks[id]?.epoch &+= 1
        ecs.tasks[id]?.step = step
        guard let epoch = ecs.tasks[id]?.epoch else { return }
        schedule(.task(id, epoch: epoch), after: span)
    }

    mutating func setStatus(_ status: ECSTask.Status, of id: TaskID) {
        ecs.tasks[id]?.lastStatus = status
        ecs.tasks[id]?.version += 1
        announceTask(id)
        if let service = ecs.tasks[id]?.service { markDirty(service) }
    }

    /// A task has its place: it is PENDING while its images come.
    mutating func beginPulling(_ id: TaskID) {
        setStatus(.pending, of: id)
        ecs.tasks[id]?.pullStartedAt = now
        guard let ordinal = ecs.tasks[id]?.ordinal else { return }
        let isThere = missingImages(of: id).isEmpty
        plan(.pulled, of: id, after: isThere ? .zero : physics.imagePull.draw(dice, .pull, ordinal))
    }

    /// Images of a task that its instance does not have yet.
    func missingImages(of id: TaskID) -> [String] {
        guard let place = ecs.tasks[id]?.containerInstance, let containers = ecs.tasks[id]?.plan.containers else {
            return []
        }
        return containers.map(\.image).filter { ecs.containerInstances[place]?.images.contains($0) != true }
    }

    private mutating func imagesPulled(_ id: TaskID) {
        for image in missingImages(of: id) {
            if physics.behaviour(of: image)?.failsToPull == true {
                failToPull(id, image: image)
                return
            }
            guard let place = ecs.tasks[id]?.containerInstance else { return }
            ecs.containerInstances[place]?.images.append(image)
        }
        ecs.tasks[id]?.pullStoppedAt = now
        setStatus(.activating, of: id)
        guard let ordinal = ecs.tasks[id]?.ordinal else { return }
        plan(.started, of: id, after: physics.containerStart.draw(dice, .start, ordinal))
    }

    private mutating func failToPull(_ id: TaskID, image: String) {
        let reason =
            "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref "
            + "\(image): \(image): not found"
        ecs.tasks[id]?.containerReason = reason
        ecs.tasks[id]?.stopCode = .failedToStart
        ecs.tasks[id]?.stoppedReason = reason
        ecs.tasks[id]?.isWanted = false
        ecs.tasks[id]?.stoppingAt = now
        endTask(id)
    }

    private mutating func containersStarted(_ id: TaskID) {
        let behaviour = ecs.tasks[id].flatMap { physics.behaviour(of: $0.plan) }
        if let span = behaviour?.crashesAfter, span <= .zero {
            crash(id, behaviour)
            return
        }
        setStatus(.running, of: id)
        ecs.tasks[id]?.startedAt = now
        registerTargets(of: id)
        taskIsRunning(id)
        makeAgenda(of: id, behaviour)
    }
}

extension Physics {
    /// What an image does that is not well; nil when it is. The entry made last counts.
    func behaviour(of image: String) -> ImageBehaviour? {
        images.isEmpty ? nil : images.last { $0.matches(image) }
    }

    /// What the first essential container that is not well does.
    func behaviour(of plan: TaskPlan) -> ImageBehaviour? {
        guard !images.isEmpty else { return nil }
        for container in plan.containers where container.essential {
            if let behaviour = behaviour(of: container.image) { return behaviour }
        }
        return nil
    }
}
