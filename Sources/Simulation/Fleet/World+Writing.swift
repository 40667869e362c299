public import Model

// What stands outside `Simulation` writes down with these.

extension World {
    /// An id as EC2 gives them out: `prefix` and 17 hexadecimal digits, never given before.
    public mutating func mintID(_ prefix: String) -> String { prefix + hex(17, nextOrdinal()) }

    /// A UUID that was never given before.
    public mutating func mintUUID() -> String { uuid(nextOrdinal()) }

    /// Changes what a group only writes down: its tags, policies and scheduled actions.
    public mutating func editGroup(_ id: GroupID, _ change: (inout AutoScalingGroup) -> Void) {
        guard var group = fleet.groups[id] else { return }
        change(&group)
        fleet.groups[id] = group
    }

    /// Replaces an instance's tags: AWS's list of `{key, value}`.
    public mutating func setInstanceTags(_ id: InstanceID, _ tags: Value) { fleet.instances[id]?.tags = tags }
}
