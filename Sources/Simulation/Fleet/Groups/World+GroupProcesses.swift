/// Suspended processes, metrics and target groups of a group.
extension World {
    /// SuspendProcesses and ResumeProcesses; none named means all of them.
    public mutating func setSuspended(_ id: GroupID, processes: [String], _ isSuspended: Bool) {
        let named = processes.isEmpty ? Self.processes : processes
        let kept = (fleet.groups[id]?.suspendedProcesses ?? []).filter { !named.contains($0) }
        fleet.groups[id]?.suspendedProcesses = isSuspended ? kept + named : kept
        touchGroup(id)
    }

    /// AWS's process names.
    static let processes = [
        "Launch", "Terminate", "AddToLoadBalancer", "AlarmNotification", "AZRebalance", "HealthCheck",
        "InstanceRefresh", "ReplaceUnhealthy", "ScheduledActions",
    ]

    /// True when a person did not suspend a process.
    func isOn(_ process: String, _ group: GroupID) -> Bool {
        fleet.groups[group]?.suspendedProcesses.contains(process) == false
    }

    /// EnableMetricsCollection and DisableMetricsCollection: the whole list.
    public mutating func setEnabledMetrics(_ id: GroupID, _ metrics: [String]) {
        fleet.groups[id]?.enabledMetrics = metrics
    }

    /// AttachLoadBalancerTargetGroups and DetachLoadBalancerTargetGroups: the whole list.
    public mutating func setTargetGroups(_ id: GroupID, _ arns: [String]) {
        guard let old = fleet.groups[id]?.settings.targetGroupArns else { return }
        fleet.groups[id]?.settings.targetGroupArns = arns
        moveTargets(id, from: old)
    }

    mutating func moveTargets(_ id: GroupID, from old: [String]) {
        let arns = fleet.groups[id]?.settings.targetGroupArns ?? []
        for member in fleet.groups[id]?.instances ?? [] where fleet.instances[member]?.lifecycle == .inService {
            let targets = fleet.instances[member]?.targets ?? []
            for target in targets where !isAt(target, arns) { deregisterTarget(target) }
            let kept = targets.filter { isAt($0, arns) }
            fleet.instances[member]?.targets = kept
            guard let instance = fleet.instances[member], isOn("AddToLoadBalancer", id) else { continue }
            for arn in arns where !old.contains(arn) { join(targetGroup: arn, instance, member) }
        }
    }

    private func isAt(_ target: TargetID, _ arns: [String]) -> Bool {
        guard let group = balancing.targets[target]?.group, let arn = balancing.targetGroups[group]?.arn else {
            return false
        }
        return arns.contains(arn)
    }
}
