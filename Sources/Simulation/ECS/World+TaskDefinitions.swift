public import Model

extension World {
    /// RegisterTaskDefinition: always a new revision, numbers are never used again (aws-facts 4.5).
    ///
    /// `shown` holds AWS's defaults already; `registeredBy` is a principal's ARN.
    public mutating func registerTaskDefinition(
        family: String, shown: Value, tags: Value, registeredBy: String
    ) -> TaskDefinition {
        let revision = (ecs.revisions[family] ?? 0) + 1
        if revision == 1 { ecs.families.append(family) }
        ecs.revisions[family] = revision
        var shown = shown
        shown["registeredBy"] = .string(registeredBy)
        let definition = TaskDefinition(
            family: family, revision: revision, shown: shown, tags: tags, registeredAt: now,
            plan: TaskPlan(shown: shown))
        ecs.taskDefinitions[definition.name] = definition
        return definition
    }

    /// DeregisterTaskDefinition of `family:revision`: INACTIVE; what runs of it goes on.
    public mutating func deregisterTaskDefinition(_ name: String) {
        guard var definition = ecs.taskDefinitions[name], definition.status == .active else { return }
        definition.status = .inactive
        definition.deregisteredAt = now
        ecs.taskDefinitions[name] = definition
    }

    /// DeleteTaskDefinitions of `family:revision`, which has to be INACTIVE: DELETE_IN_PROGRESS.
    public mutating func deleteTaskDefinition(_ name: String) throws(Refusal) {
        guard var definition = ecs.taskDefinitions[name] else { return }
        if definition.status == .active {
            throw Refusal(
                "InvalidParameterException",
                "The specified task definition is still in ACTIVE status. Please deregister the target and try again.")
        }
        definition.status = .deleting
        definition.deleteRequestedAt = definition.deleteRequestedAt ?? now
        ecs.taskDefinitions[name] = definition
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
