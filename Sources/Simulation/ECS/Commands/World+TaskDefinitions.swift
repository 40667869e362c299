public import Model

// Task definitions come and go (aws-facts 4.5).
extension World {
    /// RegisterTaskDefinition: always a new revision, numbers are never used again; gives its name, `family:revision`.
    ///
    /// `shown` holds AWS's defaults already.
    @discardableResult
    public mutating func registerTaskDefinition(
        family: String, shown: Value, tags: Value, plan: TaskPlan
    ) -> String {
        let revision = (ecs.revisions[family] ?? 0) + 1
        if revision == 1 { ecs.families.append(family) }
        ecs.revisions[family] = revision
        let definition = TaskDefinition(
            family: family, revision: revision, shown: shown, tags: tags, registeredAt: now, plan: plan)
        ecs.taskDefinitions[definition.name] = definition
        return definition.name
    }

    /// DeregisterTaskDefinition of `family:revision`: INACTIVE; what runs of it goes on.
    public mutating func deregisterTaskDefinition(_ name: String) throws(Refusal) {
        guard let status = ecs.taskDefinitions[name]?.status else {
            throw Refusal("ClientException", "Unable to describe task definition.")
        }
        guard status == .active else { return }
        ecs.taskDefinitions[name]?.status = .inactive
        ecs.taskDefinitions[name]?.deregisteredAt = now
    }

    /// DeleteTaskDefinitions of `family:revision`, which has to be INACTIVE: DELETE_IN_PROGRESS.
    public mutating func deleteTaskDefinition(_ name: String) throws(Refusal) {
        guard let definition = ecs.taskDefinitions[name] else {
            throw Refusal("ClientException", "Unable to describe task definition.")
        }
        if definition.status == .active {
            throw Refusal(
                "InvalidParameterException",
                "The specified task definition is still in ACTIVE status. Please deregister the target and try again.")
        }
        ecs.taskDefinitions[name]?.status = .deleting
        ecs.taskDefinitions[name]?.deleteRequestedAt = definition.deleteRequestedAt ?? now
    }

    /// The newest ACTIVE revision of a family; nil when it has none.
    public func latestTaskDefinition(of family: String) -> TaskDefinition? {
        let newest = ecs.revisions[family] ?? 0
        for revision in stride(from: newest, to: 0, by: -1) {
            if let found = ecs.taskDefinitions["\(family):\(revision)"], found.status == .active { return found }
        }
        return nil
    }

    /// Every revision of a family, oldest first.
    public func taskDefinitions(of family: String) -> [TaskDefinition] {
        let newest = ecs.revisions[family] ?? 0
        return newest == 0 ? [] : (1...newest).compactMap { ecs.taskDefinitions["\(family):\($0)"] }
    }
}
