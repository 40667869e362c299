import Model

/// How a group's instances come into service and leave it.
extension World {
    /// A group's instance is in service.
    mutating func enterService(_ id: InstanceID) {
        guard let instance = fleet.instances[id], let group = instance.group else { return }
        fleet.instances[id]?.lifecycle = .inService
        fleet.instances[id]?.inServiceAt = now
        fleet.instances[id]?.isProtected = fleet.groups[group]?.settings.newInstancesProtected ?? false
        registerTargets(of: id)
        markActivity(group, instance: instance.id, "Successful")
        note(.instance(id), instance.id, "in service, \(instance.isSpot ? "spot" : "on-demand") \(instance.zone)")
        touchGroup(group)
    }

    /// The group lets an instance go: it leaves the target groups and waits for the terminating hooks.
    ///
    /// `cause` is what AWS says after "in response to"; `skipsHooks` is ForceDelete.
    mutating func endInGroup(
        _ id: InstanceID, cause: String, message: String? = nil, selected: Bool = false, skipsHooks: Bool = false
    ) {
        guard let instance = fleet.instances[id], let group = instance.group, !instance.isEnding else { return }
        markActivity(group, instance: instance.id, "Cancelled", message: message)
        beginActivity(
            group, "Terminating EC2 instance: \(instance.id)",
            cause: terminationCause(instance.id, cause, selected: selected), instance: instance.id,
            details: details(zone: instance.zone, subnet: instance.subnet))
        fleet.instances[id]?.lifecycle = .terminating
        fleet.instances[id]?.leaving = nil
        fleet.instances[id]?.hooks = []
        deregisterTargets(of: id)
        if !skipsHooks, instance.inServiceAt != nil, addHooks(to: id, of: group, launching: false) {
            fleet.instances[id]?.lifecycle = .terminatingWait
            markActivity(group, instance: instance.id, "MidTerminatingLifecycleAction")
            beginManagedDrain(id)
        } else {
            proceedWhenReleased(id)
        }
        touchGroup(group)
    }

    private func terminationCause(_ instance: String, _ cause: String, selected: Bool) -> String {
        let text = "At \(CivilTime(now).iso8601) an instance was taken out of service in response to \(cause)."
        return selected
            ? text + "  At \(CivilTime(now).iso8601) instance \(instance) was selected for termination." : text
    }

    /// EC2 ends the instance once hooks and target groups have let it go.
    mutating func proceedWhenReleased(_ id: InstanceID) {
        guard let instance = fleet.instances[id], let group = instance.group, instance.isEnding,
            instance.hooks.isEmpty, instance.drainedAt == nil, instance.lifecycle != .terminatingProceed
        else { return arm(id) }
        fleet.instances[id]?.lifecycle = .terminatingProceed
        markActivity(group, instance: instance.id, "InProgress")
        if instance.state == .terminated { return leaveGroup(id) }
        shutDown(id, reason: "User initiated (\(CivilTime(now).iso8601))")
    }

    /// A terminated instance is its group's no more.
    mutating func leaveGroup(_ id: InstanceID) {
        guard let instance = fleet.instances[id], let group = instance.group else { return }
        fleet.instances[id]?.lifecycle = .terminated
        fleet.groups[group]?.instances.removeAll { $0 == id }
        markActivity(group, instance: instance.id, "Successful")
        touchGroup(group)
    }

    /// Registers an instance in its group's target groups, at their own port.
    mutating func registerTargets(of id: InstanceID) {
        guard let instance = fleet.instances[id], let group = instance.group else { return }
        for arn in fleet.groups[group]?.settings.targetGroupArns ?? [] { join(targetGroup: arn, instance, id) }
    }

    mutating func join(targetGroup arn: String, _ instance: Instance, _ id: InstanceID) {
        guard let group = balancing.targetGroupArns[arn] else { return }
        let port = balancing.targetGroups[group]?.shown["port"]?.integer ?? 80
        if let target = registerTarget(arn, id: instance.id, port: port, zone: nil, task: nil) {
            fleet.instances[id]?.targets.append(target)
        }
    }

    /// Takes an instance out of its target groups; it stays until they have let it go.
    mutating func deregisterTargets(of id: InstanceID) {
        for target in fleet.instances[id]?.targets ?? [] { deregister(target, of: id) }
        fleet.instances[id]?.targets = []
    }

    private mutating func deregister(_ target: TargetID, of id: InstanceID) {
        guard let group = balancing.targets[target]?.group else { return }
        let isUsed = balancing.targets[target]?.state == .healthy
        deregisterTarget(target)
        let seconds = balancing.targetGroups[group]?.attributes["deregistration_delay.timeout_seconds"]
        guard isUsed, fleet.instances[id]?.state == .running, let delay = seconds.flatMap({ Int($0) }) else { return }
        let drained = now + .seconds(delay)
        let before = fleet.instances[id]?.drainedAt ?? drained
        fleet.instances[id]?.drainedAt = max(before, drained)
    }
}
