// DRAINING instances (aws-facts 8.2).
extension World {
    /// An instance drains: no new tasks, its service tasks go elsewhere. `reason` is shown on the timeline.
    public mutating func drain(_ id: ContainerInstanceID, reason: String) {
        guard ecs.containerInstances[id]?.status == .active, let cluster = ecs.containerInstances[id]?.cluster,
            let slot = ecs.containerInstances[id]?.zoneSlot, let name = ecs.containerInstances[id]?.instanceName
        else { return }
        ecs.containerInstances[id]?.status = .draining
        refreshRoom(id)
        ecs.containerInstances[id]?.version += 1
        ecs.clusters[cluster]?.zones[slot].active -= 1
        note(.cluster(cluster), name, "draining: \(reason)")
        announceInstance(id)
        stopPending(on: id, name)
        markServicesDirty(on: id)
        markDaemonsDirty(in: cluster)
        if ecs.containerInstances[id]?.ordinaryTasks == 0 { containerInstanceEmptied(id) }
    }

    /// Service tasks that are not RUNNING yet are stopped at once.
    private mutating func stopPending(on id: ContainerInstanceID, _ name: String) {
        for task in ecs.containerInstances[id]?.tasks ?? [] where ecs.tasks[task]?.service != nil {
            switch ecs.tasks[task]?.lastStatus {
            case .pending, .activating:
                stopTask(task, code: .serviceScheduler, reason: "Instance \(name) is draining.")
            default: break
            }
        }
    }

    mutating func markServicesDirty(on id: ContainerInstanceID) {
        for task in ecs.containerInstances[id]?.tasks ?? [] {
            if let service = ecs.tasks[task]?.service { markDirty(service) }
        }
    }

    mutating func markDaemonsDirty(in cluster: ClusterID) {
        for service in ecs.clusters[cluster]?.services ?? []
        where ecs.services[service]?.settings.scheduling == .daemon {
            markDirty(service)
        }
    }

    /// A task left; when it was the last of those that count, the fleet is told, and daemons go last of all.
    mutating func instanceMayBeEmpty(_ id: ContainerInstanceID, wasDaemon: Bool) {
        guard ecs.containerInstances[id]?.ordinaryTasks == 0 else { return }
        let isDraining = ecs.containerInstances[id]?.status == .draining
        if !wasDaemon || (isDraining && ecs.containerInstances[id]?.tasks.isEmpty == true) {
            containerInstanceEmptied(id)
        }
        if isDraining { markServicesDirty(on: id) }
    }
}
