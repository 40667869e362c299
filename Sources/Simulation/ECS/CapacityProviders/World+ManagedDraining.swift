/// Names of managed draining and managed scaling on a group.
enum ManagedDraining {
    /// The hook that ECS installs (aws-facts 2.2).
    static let hook = "ecs-managed-draining-termination-hook"
    /// The tag that ECS puts on the group (aws-facts 3.2).
    static let tag = "AmazonECSManaged"
    /// Seconds.
    static let heartbeat = 3600
    /// The hook as DescribeLifecycleHooks shows it.
    static let lifecycleHook = AutoScalingGroup.Hook(
        name: hook, isLaunching: false, heartbeatTimeout: heartbeat, defaultResult: "CONTINUE")
}

/// Managed draining and managed termination protection (aws-facts 2.2, 3.3).
extension World {
    /// True when ECS drains an instance before it ends: its provider does so, and is in a living cluster.
    func isDrainManaged(_ instance: Instance) -> Bool {
        guard let group = instance.group, let provider = fleet.groups[group]?.capacityProvider,
            ecs.capacityProviders[provider]?.managedDraining == true,
            let cluster = ecs.capacityProviders[provider]?.cluster
        else { return false }
        return ecs.clusters[cluster]?.status == .active
    }

    /// An instance is in `Terminating:Wait`: ECS drains it, and lets it go when nothing runs on it.
    mutating func beginManagedDrain(_ id: InstanceID) {
        guard let instance = fleet.instances[id], isDrainManaged(instance),
            instance.hooks.contains(where: { $0.name == ManagedDraining.hook })
        else { return }
        guard let agent = instance.containerInstance, let status = ecs.containerInstances[agent]?.status,
            status != .inactive, instance.state == .running
        else {
            // A stopped instance's agent never answers; one that never registered, or is gone, has nothing to drain.
            let isSilent = instance.state == .stopping || instance.state == .stopped
            return isSilent ? () : finishHook(ManagedDraining.hook, of: id, isContinue: true)
        }
        drain(agent, reason: "Auto Scaling group termination")
        finishDrain(agent)
    }

    /// True while ECS still waits for tasks of an instance in `Terminating:Wait`.
    func isDrainUnderWay(_ id: InstanceID) -> Bool {
        guard let instance = fleet.instances[id], isDrainManaged(instance), let agent = instance.containerInstance
        else { return false }
        return ecs.containerInstances[agent]?.status == .draining
            && ecs.containerInstances[agent]?.tasks.isEmpty == false
    }

    /// Lets an instance go whose container instance is drained.
    private mutating func finishDrain(_ agent: ContainerInstanceID) {
        guard ecs.containerInstances[agent]?.tasks.isEmpty == true,
            ecs.containerInstances[agent]?.status == .draining,
            let id = ecs.containerInstances[agent]?.instance, let instance = fleet.instances[id],
            instance.lifecycle == .terminatingWait, isDrainManaged(instance)
        else { return }
        finishHook(ManagedDraining.hook, of: id, isContinue: true)
    }

    /// A container instance has no tasks left that a drain waits for, or lost its last non-daemon task.
    mutating func containerInstanceEmptied(_ id: ContainerInstanceID) {
        finishDrain(id)
        if !hasWork(id) { setManagedProtection(id, false) }
    }

    /// A container instance got a non-daemon task.
    mutating func containerInstanceFilled(_ id: ContainerInstanceID) { setManagedProtection(id, true) }

    /// True while a container instance holds a task that is no daemon's.
    func hasWork(_ id: ContainerInstanceID) -> Bool { ecs.containerInstances[id]?.ordinaryTasks ?? 0 > 0 }

    /// Protects an instance from scale-in, or not, where its provider manages that.
    mutating func setManagedProtection(_ agent: ContainerInstanceID, _ isProtected: Bool) {
        guard let id = ecs.containerInstances[agent]?.instance, let group = fleet.instances[id]?.group,
            let provider = fleet.groups[group]?.capacityProvider,
            ecs.capacityProviders[provider]?.managedTerminationProtection == true,
            ecs.capacityProviders[provider]?.cluster == ecs.containerInstances[agent]?.cluster,
            fleet.instances[id]?.lifecycle == .inService, fleet.instances[id]?.isProtected != isProtected
        else { return }
        fleet.instances[id]?.isProtected = isProtected
        if !isProtected { touchGroup(group) }
    }
}
