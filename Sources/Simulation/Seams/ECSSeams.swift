// What Amazon ECS does when other domains ask. Each function moves to its own file with its rules.
extension World {
    mutating func advanceTask(_ id: TaskID, epoch: Int32) {}
    mutating func tickService(_ id: ServiceID) {}
    mutating func deploymentTimer(_ id: ServiceID, epoch: Int32) {}
    mutating func clusterDue(_ id: ClusterID) {}
    mutating func tidyTasks() {}
    /// The image behaves otherwise from now on.
    mutating func imageBehaviourChanged(_ behaviour: ImageBehaviour) {}
    /// An instance's agent registers in the cluster that its user data names.
    mutating func registerAgent(of instance: InstanceID) {}
    /// An instance drains: no new tasks, its service tasks go elsewhere. `reason` is shown in events.
    public mutating func drain(_ id: ContainerInstanceID, reason: String) {}
    /// An instance is gone; its tasks are STOPPED with "Host EC2 (instance …) terminated.".
    mutating func containerInstanceLost(_ id: ContainerInstanceID) {}
    /// A target of a task changed its state.
    mutating func targetChanged(_ target: TargetID, of task: TaskID) {}
    /// A target of a task is drained and gone.
    mutating func targetGone(_ target: TargetID, of task: TaskID) {}
    /// An alarm that deployments watch rings.
    mutating func deploymentAlarmRang(_ alarm: String) {}
    /// Moves a service's count, as UpdateService(desiredCount) does.
    public mutating func setDesiredCount(_ service: ServiceID, _ count: Int) {}
}
