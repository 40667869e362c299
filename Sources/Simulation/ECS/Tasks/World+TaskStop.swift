// A task's way down: DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED (aws-facts 1.2, 8.2).
extension World {
    /// Tells a task to stop: targets drain first, then its containers get SIGTERM. Nothing when it was told before.
    mutating func stopTask(_ id: TaskID, code: ECSTask.StopCode, reason: String) {
        guard ecs.tasks[id]?.isWanted == true, let status = ecs.tasks[id]?.lastStatus else { return }
        ecs.tasks[id]?.isWanted = false
        ecs.tasks[id]?.stoppingAt = now
        ecs.tasks[id]?.stopCode = code
        ecs.tasks[id]?.stoppedReason = reason
        ecs.tasks[id]?.epoch &+= 1
        switch status {
        case .provisioning, .pending: endTask(id)
        case .activating: terminateContainers(of: id)
        default: drainTargets(of: id)
        }
    }

    private mutating func drainTargets(of id: TaskID) {
        setStatus(.deactivating, of: id)
        for target in ecs.tasks[id]?.targets ?? [] { deregister(target, of: id) }
        targetsMayBeGone(of: id)
    }

    /// Goes on to SIGTERM once no target is left.
    mutating func targetsMayBeGone(of id: TaskID) {
        guard ecs.tasks[id]?.lastStatus == .deactivating, ecs.tasks[id]?.targets.isEmpty == true else { return }
        terminateContainers(of: id)
    }

    private mutating func terminateContainers(of id: TaskID) {
        setStatus(.stopping, of: id)
        ecs.tasks[id]?.answers = false
        guard let task = ecs.tasks[id] else { return }
        let patience = task.plan.containers.map { $0.stopTimeout ?? .seconds(30) }.max() ?? .zero
        let needed = physics.containerStop.draw(dice, .stop, task.ordinal)
        ecs.tasks[id]?.exitCode = needed > patience ? 137 : 0
        plan(.killed, of: id, after: min(needed, patience))
    }

    /// The containers are gone; an own network interface takes a moment more.
    mutating func containersStopped(_ id: TaskID) {
        setStatus(.deprovisioning, of: id)
        plan(.released, of: id, after: ecs.tasks[id]?.address == nil ? .zero : .seconds(1))
    }

    /// The essential container exits of itself: nothing is left to wait for.
    mutating func crash(_ id: TaskID, _ behaviour: ImageBehaviour?) {
        let outOfMemory = behaviour?.outOfMemory == true
        ecs.tasks[id]?.isWanted = false
        ecs.tasks[id]?.stoppingAt = now
        ecs.tasks[id]?.stopCode = .essentialContainerExited
        ecs.tasks[id]?.stoppedReason = "Essential container in task exited"
        ecs.tasks[id]?.exitCode = outOfMemory ? 137 : behaviour?.exitCode ?? 1
        if outOfMemory {
            ecs.tasks[id]?.containerReason = "OutOfMemoryError: Container killed due to memory usage"
        }
        containersStopped(id)
    }

    /// STOPPED: what the task held is free again.
    mutating func endTask(_ id: TaskID) {
        guard let status = ecs.tasks[id]?.lastStatus, status != .stopped else { return }
        if status == .provisioning { leaveWaiting(id) }
        ecs.tasks[id]?.epoch &+= 1
        ecs.tasks[id]?.isWanted = false
        ecs.tasks[id]?.stoppedAt = now
        setStatus(.stopped, of: id)
        ecs.tasks[id]?.agenda = ECSTask.Agenda()
        abandonTargets(of: id)
        leaveInstance(id)
        guard let service = ecs.tasks[id]?.service else { return }
        if let index = ecs.services[service]?.tasks.firstIndex(of: id) {
            ecs.services[service]?.tasks.remove(at: index)
            ecs.services[service]?.stoppedTasks.append(id)
        }
        taskHasEnded(id, of: service)
        markDirty(service)
    }

    private mutating func abandonTargets(of id: TaskID) {
        if ecs.tasks[id]?.answers == true {
            ecs.tasks[id]?.answers = false
            applicationAnswers(id, false)
        }
        for target in ecs.tasks[id]?.targets ?? [] { deregister(target, of: id) }
    }

    /// Stopped tasks are described for an hour (aws-facts 8.2).
    mutating func tidyTasks() {
        let limit = now - .hours(1)
        for id in ecs.services.handles {
            let gone = old(ecs.services[id]?.stoppedTasks ?? [], before: limit)
            ecs.services[id]?.stoppedTasks.removeFirst(gone.count)
            forget(gone)
        }
        for id in ecs.clusters.handles {
            let gone =
                ecs.clusters[id]?.standalone.filter { ecs.tasks[$0]?.stoppedAt.map { $0 < limit } ?? false } ?? []
            if !gone.isEmpty { ecs.clusters[id]?.standalone.removeAll { gone.contains($0) } }
            forget(gone)
            wakeAll(of: id)
        }
        tidyInstances(before: limit)
    }

    private func old(_ stopped: [TaskID], before limit: Instant) -> [TaskID] {
        Array(stopped.prefix { ecs.tasks[$0]?.stoppedAt.map { $0 < limit } ?? true })
    }

    private mutating func forget(_ tasks: [TaskID]) {
        for id in tasks {
            if let name = ecs.tasks[id]?.id { ecs.taskNames[name] = nil }
            ecs.tasks.remove(id)
        }
    }
}
