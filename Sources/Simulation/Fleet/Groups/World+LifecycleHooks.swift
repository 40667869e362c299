/// Lifecycle hooks: instances wait in `Pending:Wait` and `Terminating:Wait` (aws-facts 2.2).
extension World {
    /// PutLifecycleHook.
    public mutating func putHook(_ id: GroupID, _ hook: AutoScalingGroup.Hook) throws(Refusal) {
        try check(hook)
        if let place = fleet.groups[id]?.hooks.firstIndex(where: { $0.name == hook.name }) {
            fleet.groups[id]?.hooks[place] = hook
            return
        }
        guard fleet.groups[id]?.hooks.count ?? 0 < 50 else {
            throw Refusal("LimitExceeded", "You have reached the limit of 50 lifecycle hooks for this group.")
        }
        fleet.groups[id]?.hooks.append(hook)
    }

    func check(_ hook: AutoScalingGroup.Hook) throws(Refusal) {
        guard (30...7200).contains(hook.heartbeatTimeout) else {
            throw Refusal("ValidationError", "Heartbeat timeout must be between 30 and 7200 seconds.")
        }
        guard ["CONTINUE", "ABANDON"].contains(hook.defaultResult) else {
            throw Refusal("ValidationError", "Lifecycle hook default result must be CONTINUE or ABANDON.")
        }
    }

    /// DeleteLifecycleHook; instances that wait for it go on (CONTINUE when they end, ABANDON when they come).
    public mutating func deleteHook(_ id: GroupID, _ name: String) throws(Refusal) {
        guard fleet.groups[id]?.hooks.contains(where: { $0.name == name }) == true else {
            throw Refusal("ValidationError", "No Lifecycle Hook found with name \(name)")
        }
        removeHook(id, name)
    }

    /// Takes a hook away; who waits for it goes on. Does nothing when there is none of this name.
    mutating func removeHook(_ id: GroupID, _ name: String) {
        guard let place = fleet.groups[id]?.hooks.firstIndex(where: { $0.name == name }),
            let hook = fleet.groups[id]?.hooks.remove(at: place)
        else { return }
        for instance in fleet.groups[id]?.instances ?? [] where isWaiting(instance, for: name) {
            finishHook(name, of: instance, isContinue: !hook.isLaunching)
        }
    }

    private func isWaiting(_ instance: InstanceID, for hook: String) -> Bool {
        fleet.instances[instance]?.hooks.contains { $0.name == hook } == true
    }

    /// CompleteLifecycleAction; `isContinue` is false for ABANDON.
    public mutating func completeLifecycleAction(
        _ id: GroupID, hook: String, instance: InstanceID, isContinue: Bool
    ) throws(Refusal) {
        guard fleet.instances[instance]?.group == id, isWaiting(instance, for: hook) else {
            throw noAction(instance)
        }
        finishHook(hook, of: instance, isContinue: isContinue)
    }

    /// RecordLifecycleActionHeartbeat: the hook's timeout begins anew, up to its limit.
    public mutating func recordHeartbeat(_ id: GroupID, hook: String, instance: InstanceID) throws(Refusal) {
        guard fleet.instances[instance]?.group == id, isWaiting(instance, for: hook) else {
            throw noAction(instance)
        }
        let seconds = fleet.groups[id]?.hooks.first { $0.name == hook }?.heartbeatTimeout ?? 3600
        prolong(hook, of: instance, by: .seconds(seconds))
    }

    private func noAction(_ instance: InstanceID) -> Refusal {
        Refusal(
            "ValidationError",
            "No active Lifecycle Action found with instance ID \(fleet.instances[instance]?.id ?? "")")
    }

    /// Moves a hook's deadline on, never beyond its limit.
    mutating func prolong(_ hook: String, of instance: InstanceID, by span: Span) {
        guard let place = fleet.instances[instance]?.hooks.firstIndex(where: { $0.name == hook }),
            let limit = fleet.instances[instance]?.hooks[place].limit
        else { return }
        fleet.instances[instance]?.hooks[place].deadline = min(now + span, limit)
        arm(instance)
    }

    /// EC2 runs a group's instance: it waits for the launching hooks, or goes into service.
    mutating func beginLaunchHooks(_ id: InstanceID) {
        guard let group = fleet.instances[id]?.group else { return }
        guard addHooks(to: id, of: group, launching: true) else { return enterService(id) }
        fleet.instances[id]?.lifecycle = .pendingWait
        markActivity(group, instance: fleet.instances[id]?.id ?? "", "MidLifecycleAction")
    }

    /// Gives an instance its group's hooks of one kind; false when there are none.
    mutating func addHooks(to id: InstanceID, of group: GroupID, launching: Bool) -> Bool {
        let hooks = (fleet.groups[group]?.hooks ?? []).filter { $0.isLaunching == launching }
        for hook in hooks {
            let heartbeat = Span.seconds(hook.heartbeatTimeout)
            let limit = now + min(FleetPace.hookLimit, heartbeat * 100)
            let pending = Instance.PendingHook(
                name: hook.name, token: uuid(nextOrdinal()), deadline: min(now + heartbeat, limit), limit: limit,
                defaultResult: hook.defaultResult)
            fleet.instances[id]?.hooks.append(pending)
        }
        arm(id)
        return !hooks.isEmpty
    }

    /// Hooks whose time is over get their default result; ECS asks for more time while it drains.
    mutating func expireHooks(of id: InstanceID) {
        for hook in fleet.instances[id]?.hooks ?? [] where hook.deadline <= now {
            if hook.name == ManagedDraining.hook, now < hook.limit, isDrainUnderWay(id) {
                prolong(hook.name, of: id, by: .seconds(ManagedDraining.heartbeat))
                continue
            }
            finishHook(hook.name, of: id, isContinue: hook.defaultResult == "CONTINUE")
        }
    }

    /// One hook is done; ABANDON ends the wait for the others too.
    mutating func finishHook(_ name: String, of id: InstanceID, isContinue: Bool) {
        guard let lifecycle = fleet.instances[id]?.lifecycle, isWaiting(id, for: name) else { return }
        fleet.instances[id]?.hooks.removeAll { $0.name == name || !isContinue }
        guard fleet.instances[id]?.hooks.isEmpty == true else { return arm(id) }
        if lifecycle == .terminatingWait {
            proceedWhenReleased(id)
        } else if isContinue {
            fleet.instances[id]?.lifecycle = .pendingProceed
            enterService(id)
        } else {
            endInGroup(id, cause: "a lifecycle action being abandoned", message: "Lifecycle Action was abandoned")
        }
        arm(id)
    }
}
