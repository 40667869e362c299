// Instances take tasks again, and go out of a cluster.
extension World {
    /// New or undrained: who waits may have it, daemons come first.
    mutating func instanceCanTakeTasks(_ id: ContainerInstanceID) {
        guard let cluster = ecs.containerInstances[id]?.cluster else { return }
        roomCameUp(on: id)
        for service in ecs.clusters[cluster]?.services ?? [] {
            if ecs.services[service]?.settings.scheduling == .daemon {
                markDirty(service)
            } else if ecs.services[service]?.settings.rebalancesZones == true {
                wake(service, at: now + .minutes(1))
            }
        }
    }

    /// UpdateContainerInstancesState from DRAINING back to ACTIVE.
    public mutating func undrain(_ id: ContainerInstanceID) {
        guard ecs.containerInstances[id]?.status == .draining, let cluster = ecs.containerInstances[id]?.cluster,
            let slot = ecs.containerInstances[id]?.zoneSlot
        else { return }
        ecs.containerInstances[id]?.status = .active
        refreshRoom(id)
        ecs.containerInstances[id]?.version += 1
        ecs.clusters[cluster]?.zones[slot].active += 1
        announceInstance(id)
        markServicesDirty(on: id)
        instanceCanTakeTasks(id)
    }

    /// DeregisterContainerInstance; without `force` an instance with tasks is refused.
    ///
    /// The cluster does not know the tasks on it any more: they are STOPPED, and their services start others.
    public mutating func deregisterContainerInstance(_ id: ContainerInstanceID, force: Bool) throws(Refusal) {
        guard let instance = ecs.containerInstances[id], instance.inactiveSince == nil else {
            throw Refusal("InvalidParameterException", "The referenced container instance is not registered.")
        }
        guard force || instance.tasks.isEmpty else {
            throw Refusal("InvalidParameterException", "Found running tasks on the instance.")
        }
        deactivate(id, reason: "Container instance \(instance.id) deregistered.", code: .serviceScheduler)
    }

    /// An instance is gone; its tasks are STOPPED with "Host EC2 (instance …) terminated.".
    mutating func containerInstanceLost(_ id: ContainerInstanceID) {
        guard let instance = ecs.containerInstances[id], instance.inactiveSince == nil else { return }
        let isReclaimed = instance.instance.flatMap { fleet.instances[$0]?.interruptionAt } != nil
        let reason = "Host EC2 (instance \(instance.instanceName)) terminated."
        deactivate(id, reason: reason, code: isReclaimed ? .spotInterruption : .terminationNotice)
    }

    private mutating func deactivate(_ id: ContainerInstanceID, reason: String, code: ECSTask.StopCode) {
        guard let instance = ecs.containerInstances[id] else { return }
        if instance.status == .active { ecs.clusters[instance.cluster]?.zones[instance.zoneSlot].active -= 1 }
        ecs.containerInstances[id]?.status = .inactive
        ecs.containerInstances[id]?.agentConnected = false
        ecs.containerInstances[id]?.inactiveSince = now
        announceInstance(id)
        refreshRoom(id)
        ecs.clusters[instance.cluster]?.containerInstances.removeAll { $0 == id }
        ecs.inactiveInstances.append(id)
        if let host = instance.instance, fleet.instances[host]?.containerInstance == id {
            fleet.instances[host]?.containerInstance = nil
        }
        for task in instance.tasks {
            if ecs.tasks[task]?.isWanted == true {
                ecs.tasks[task]?.stopCode = code
                ecs.tasks[task]?.stoppedReason = reason
                ecs.tasks[task]?.stoppingAt = now
            }
            endTask(task)
        }
        markDaemonsDirty(in: instance.cluster)
    }

    /// An INACTIVE instance is described for an hour.
    mutating func tidyInstances(before limit: Instant) {
        let gone = ecs.inactiveInstances.prefix { id in
            ecs.containerInstances[id]?.inactiveSince.map { $0 < limit } ?? true
        }
        for id in gone {
            if let name = ecs.containerInstances[id]?.id { ecs.containerInstanceNames[name] = nil }
            ecs.containerInstances.remove(id)
        }
        ecs.inactiveInstances.removeFirst(gone.count)
    }
}
