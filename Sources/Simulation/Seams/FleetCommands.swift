public import Model

// Commands of EC2, Auto Scaling and capacity providers. Each moves to its own file with its rules.
extension World {
    /// RunInstances by hand. `data` is RequestLaunchTemplateData as EC2 knows it, in lower camel case.
    public mutating func runInstances(
        _ data: Value, template: (id: String, version: String)?, count: Int, zone: String, subnet: String, spot: Bool,
        tags: Value
    ) throws(Refusal) -> [InstanceID] { throw Refusal("InternalError", "not there") }
    /// Ends an instance, whoever started it.
    public mutating func terminateInstance(_ id: InstanceID, reason: String) {}
    /// StopInstances and StartInstances.
    public mutating func stopInstance(_ id: InstanceID) throws(Refusal) {}
    public mutating func startInstance(_ id: InstanceID) throws(Refusal) {}

    /// CreateAutoScalingGroup; its instances begin to come. `tags` are rows `{key, value, propagateAtLaunch}`.
    public mutating func createGroup(
        name: String, settings: GroupSettings, tags: [Value], hooks: [AutoScalingGroup.Hook]
    ) throws(Refusal) -> GroupID { throw Refusal("InternalFailure", "not there") }
    /// UpdateAutoScalingGroup with the new settings as a whole.
    public mutating func updateGroup(_ id: GroupID, to settings: GroupSettings) throws(Refusal) {}
    public mutating func deleteGroup(_ id: GroupID, force: Bool) throws(Refusal) {}
    /// SetDesiredCapacity.
    public mutating func setDesiredCapacity(_ id: GroupID, _ count: Int, cause: String) throws(Refusal) {}
    public mutating func putHook(_ id: GroupID, _ hook: AutoScalingGroup.Hook) throws(Refusal) {}
    public mutating func deleteHook(_ id: GroupID, _ name: String) throws(Refusal) {}
    /// CompleteLifecycleAction; `isContinue` is false for ABANDON.
    public mutating func completeLifecycleAction(
        _ id: GroupID, hook: String, instance: InstanceID, isContinue: Bool
    ) throws(Refusal) {}
    public mutating func recordHeartbeat(_ id: GroupID, hook: String, instance: InstanceID) throws(Refusal) {}
    public mutating func setProtection(_ id: GroupID, instances: [String], _ isProtected: Bool) throws(Refusal) {}
    public mutating func setHealth(_ instance: InstanceID, isHealthy: Bool) throws(Refusal) {}
    /// TerminateInstanceInAutoScalingGroup; gives the activity.
    public mutating func terminateInGroup(
        _ instance: InstanceID, decrement: Bool
    ) throws(Refusal) -> AutoScalingGroup.Activity { throw Refusal("InternalFailure", "not there") }
    public mutating func enterStandby(_ id: GroupID, instances: [String], decrement: Bool) throws(Refusal) {}
    public mutating func exitStandby(_ id: GroupID, instances: [String]) throws(Refusal) {}
    public mutating func attachInstances(_ id: GroupID, instances: [String]) throws(Refusal) {}
    public mutating func detachInstances(_ id: GroupID, instances: [String], decrement: Bool) throws(Refusal) {}
    public mutating func setSuspended(_ id: GroupID, processes: [String], _ isSuspended: Bool) {}
    public mutating func setEnabledMetrics(_ id: GroupID, _ metrics: [String]) {}
    /// Attach- and DetachLoadBalancerTargetGroups: the whole list.
    public mutating func setTargetGroups(_ id: GroupID, _ arns: [String]) {}
    /// StartInstanceRefresh; gives its id.
    public mutating func startRefresh(
        _ id: GroupID, preferences: InstanceRefresh.Preferences, desired: InstanceRefresh.Configuration?,
        shownDesired: Value
    ) throws(Refusal) -> String { throw Refusal("InternalFailure", "not there") }
    /// CancelInstanceRefresh; gives its id.
    public mutating func cancelRefresh(_ id: GroupID) throws(Refusal) -> String {
        throw Refusal("InternalFailure", "not there")
    }
    /// RollbackInstanceRefresh; gives its id.
    public mutating func rollbackRefresh(_ id: GroupID) throws(Refusal) -> String {
        throw Refusal("InternalFailure", "not there")
    }

    /// CreateCapacityProvider; `group` is an Auto Scaling group's ARN or name.
    public mutating func createCapacityProvider(
        name: String, group: String, scaling: CapacityProvider.ManagedScaling, protection: Bool, draining: Bool,
        tags: Value
    ) throws(Refusal) -> CapacityProviderID { throw Refusal("ServerException", "not there") }
    public mutating func updateCapacityProvider(
        _ id: CapacityProviderID, scaling: CapacityProvider.ManagedScaling, protection: Bool, draining: Bool
    ) throws(Refusal) {}
    public mutating func deleteCapacityProvider(_ id: CapacityProviderID) throws(Refusal) {}
    /// PutClusterCapacityProviders: the association, the scaling policies and tags that follow; UPDATE_IN_PROGRESS meanwhile.
    public mutating func putClusterCapacityProviders(
        _ cluster: ClusterID, providers: [String], strategy: [CapacityProviderStrategyItem]
    ) throws(Refusal) {}
}
