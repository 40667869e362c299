/// Something that is due at a time. Nothing is ever cancelled: an event whose `epoch` is not its entity's is dropped.
enum Event: Sendable {
    /// The next step of a task's life (`ECSTask.epoch`).
    case task(TaskID, epoch: Int32)
    /// The service scheduler looks at a service.
    case service(ServiceID)
    /// A deployment's bake time, traffic step or hook is over (`Service.timerEpoch`).
    case deployment(ServiceID, epoch: Int32)
    /// Tasks that wait for room are placed again; a cluster's attachments are done.
    case cluster(ClusterID)
    /// A capacity provider's own change is done, or it is gone.
    case capacityProvider(CapacityProviderID)
    /// The next step of an instance's life (`Instance.epoch`).
    case instance(InstanceID, epoch: Int32)
    /// A group compares its instances with what it should have.
    case group(GroupID)
    /// The next step of a group's instance refresh (`AutoScalingGroup.refreshEpoch`).
    case refresh(GroupID, epoch: Int32)
    /// Spot's two minutes begin for an instance.
    case spotNotice(InstanceID)
    /// EC2 takes a Spot instance.
    case spotReclaim(InstanceID)
    /// EC2 says that an instance may soon be taken.
    case rebalanceRecommendation(InstanceID)
    /// A target's state changes (`Target.epoch`).
    case target(TargetID, epoch: Int32)
    /// A load balancer is active.
    case loadBalancer(LoadBalancerID)
    /// Metrics are made, alarms evaluated, managed scaling and target tracking act.
    case minute
    /// Scheduled actions are looked at.
    case schedule
    /// Pages, histories and stopped tasks are let go.
    case tidy
    /// A part of a scenario.
    case injection(Int)
}
