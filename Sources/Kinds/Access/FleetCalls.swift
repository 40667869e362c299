/// Calls that change nothing which a manifest can state: what ECS and its agents make for every task and instance.
public enum FleetCalls {
    /// Operations of ECS, Auto Scaling and ELB, as CloudTrail names them.
    public static let names = [
        "RegisterTargets", "DeregisterTargets", "RunTask", "StartTask", "StopTask", "RegisterContainerInstance",
        "DeregisterContainerInstance", "CompleteLifecycleAction", "RecordLifecycleActionHeartbeat", "ExecuteCommand",
        "UpdateTaskProtection", "SubmitTaskStateChange", "SubmitContainerStateChange", "SubmitAttachmentStateChanges",
    ]
}
