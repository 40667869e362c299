// Targets come and go: registration, draining, and the end.
extension World {
    /// Registers a target; the one that is there already, when it is registered and not draining. Nil for an unknown group.
    ///
    /// A draining target of the same id and port comes back. The caller keeps the key at its task (`ECSTask.targets`).
    public mutating func registerTarget(
        _ groupArn: String, id: String, port: Int, zone: String?, task: TaskID?
    ) -> TargetID? {
        guard let group = balancing.targetGroupArns[groupArn] else { return nil }
        let key = TargetKey(group: group, id: id, port: port)
        guard let known = balancing.targetKeys[key], let target = balancing.targets[known] else {
            return insertTarget(key, zone: zone, task: task)
        }
        if target.state == .draining || target.task != task { takeBack(known, target, for: task) }
        return known
    }

    /// Lets a target drain; it is gone after the group's deregistration delay (at once when it never was healthy).
    public mutating func deregisterTarget(_ id: TargetID) {
        guard let target = balancing.targets[id], target.state != .draining else { return }
        let drains = target.hasServed && target.state != .unused
        let delay = drains ? balancing.targetGroups[target.group]?.deregistrationDelay ?? .zero : .zero
        setStanding(id, .draining)
        if delay == .zero, target.task == nil { return removeTarget(id) }
        // A task hears of it with the next event, never in the middle of its own step.
        next(id, .gone, after: delay)
    }

    /// Takes a target out of its group; the task behind it hears of it.
    mutating func removeTarget(_ id: TargetID) {
        guard let target = balancing.targets.remove(id) else { return }
        balancing.targetGroups[target.group]?.targets.removeAll { $0 == id }
        if target.state == .healthy { balancing.targetGroups[target.group]?.healthyCount -= 1 }
        balancing.targetKeys[target.key] = nil
        balancing.targetsOfID[target.id]?.removeAll { $0 == id }
        if balancing.targetsOfID[target.id]?.isEmpty == true { balancing.targetsOfID[target.id] = nil }
        if let task = target.task { targetGone(id, of: task) }
    }

    /// What is due next for a target; whatever was due before is not any more.
    mutating func next(_ id: TargetID, _ step: Target.Step, after span: Span) {
        guard let epoch = voidPending(id) else { return }
        balancing.targets[id]?.step = step
        schedule(.target(id, epoch: epoch), after: span)
    }

    /// Makes sure that nothing that was due for a target happens; its new epoch.
    @discardableResult
    mutating func voidPending(_ id: TargetID) -> Int32? {
        balancing.targets[id]?.epoch &+= 1
        return balancing.targets[id]?.epoch
    }

    private mutating func insertTarget(_ key: TargetKey, zone: String?, task: TaskID?) -> TargetID {
        var target = Target(
            group: key.group, ordinal: nextOrdinal(), id: key.id, port: key.port, zone: zone, task: task,
            registeredAt: now)
        target.answers = answersNow(key.id, task)
        if balancing.targetGroups[key.group]?.uses.isEmpty ?? true { target.state = .unused }
        let id = balancing.targets.insert(target)
        balancing.targetGroups[key.group]?.targets.append(id)
        balancing.targetKeys[key] = id
        balancing.targetsOfID[key.id, default: []].append(id)
        beginTarget(id)
        return id
    }

    private mutating func takeBack(_ id: TargetID, _ target: Target, for task: TaskID?) {
        if let former = target.task, former != task { targetGone(id, of: former) }
        balancing.targets[id]?.task = task
        balancing.targets[id]?.registeredAt = now
        balancing.targets[id]?.registrations += 1
        let answers = answersNow(target.id, task)
        balancing.targets[id]?.answers = answers
        beginTarget(id)
    }

    /// True when what stands behind a target answers: the task's application, a person's running instance or address.
    private func answersNow(_ id: String, _ task: TaskID?) -> Bool {
        if let task { return ecs.tasks[task]?.answers ?? false }
        guard let instance = fleet.instanceNames[id] else { return !id.hasPrefix("i-") }
        return fleet.instances[instance]?.state == .running
    }
}
