public import Model

// What stands outside `Simulation` and turns requests into settings makes these.

extension MixedInstances.Override {
    /// An override for one instance type.
    public init(_ instanceType: String, weightedCapacity: Int? = nil, template: LaunchSource? = nil) {
        self.init(instanceType: instanceType, weightedCapacity: weightedCapacity, template: template)
    }
}

extension GroupSettings.MaintenancePolicy {
    /// Bounds in percent of the desired capacity.
    public init(_ minHealthyPercentage: Int, _ maxHealthyPercentage: Int) {
        self.init(minHealthyPercentage: minHealthyPercentage, maxHealthyPercentage: maxHealthyPercentage)
    }
}

extension AutoScalingGroup.Hook {
    /// A hook with AWS's defaults: an hour, then `ABANDON`.
    public init(_ name: String, isLaunching: Bool) {
        self.init(
            name: name, isLaunching: isLaunching, heartbeatTimeout: 3600, defaultResult: "ABANDON", passed: [:])
    }
}

extension InstanceRefresh.Configuration {
    /// What a group's instances are to be started with.
    public init(_ source: LaunchSource, mixed: MixedInstances?) {
        self.init(source: source, mixed: mixed)
    }
}

extension World {
    /// Changes what a group only writes down: its tags, policies and scheduled actions.
    public mutating func editGroup(_ id: GroupID, _ change: (inout AutoScalingGroup) -> Void) {
        guard var group = fleet.groups[id] else { return }
        change(&group)
        fleet.groups[id] = group
    }

    /// Replaces an instance's tags: AWS's list of `{key, value}`.
    public mutating func setInstanceTags(_ id: InstanceID, _ tags: Value) { fleet.instances[id]?.tags = tags }
}
