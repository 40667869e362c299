// What load balancers do when other domains ask. Each function moves to its own file.
extension World {
    mutating func advanceTarget(_ id: TargetID, epoch: Int32) {}
    mutating func loadBalancerDue(_ id: LoadBalancerID) {}
    mutating func tidyBalancing() {}
    /// Registers a target; the one that is there already, when it is registered and not draining. Nil for an unknown group.
    public mutating func registerTarget(
        _ groupArn: String, id: String, port: Int, zone: String?, task: TaskID?
    ) -> TargetID? { nil }
    /// Lets a target drain; it is gone after the group's deregistration delay (at once when it never was healthy).
    public mutating func deregisterTarget(_ id: TargetID) {}
    /// The application behind a task's targets begins or ceases to answer health checks.
    mutating func applicationAnswers(_ task: TaskID, _ answers: Bool) {}
    /// The shares of a listener's default action or a rule, by its ARN; nil when there is no such forward.
    public func forwards(of arn: String) -> [Forward]? { nil }
    /// Changes the weights of a forward's target groups, as ECS's native strategies do.
    mutating func setForwards(of arn: String, _ forwards: [Forward]) {}
    /// True when a target group is reached through a listener or a rule.
    public func isAttached(targetGroup arn: String) -> Bool { false }
}
