import Model

/// One task an instance, and every instance has one.
struct DistinctInstanceUnsatisfied: CauseRule {
    static let id = "distinct-instance"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let event = evidence.event("distinctInstance") else { return nil }
        let spot = evidence.manifest.service("/placementConstraints", "`placementConstraints`")
        let count = evidence.capacity.map { "\($0.instances.count) instances, each with a task of it; " } ?? ""
        return found(
            "every instance has a task of the service already, and it may have only one",
            count + Said.short(Self.core(event)),
            fix: "add instances, let the old task stop first (maximumPercent 100), or drop distinctInstance in \(spot)",
            at: spot)
    }

    /// What ECS says behind the words that every such event has.
    static func core(_ event: String) -> String {
        Said.after("encountered error \"", in: event, until: ["\""]) ?? Said.after(
            "closest matching ", in: event, until: [])
            ?? event
    }
}

/// No instance fulfils a `memberOf` expression.
struct PlacementConstraintUnsatisfied: CauseRule {
    static let id = "placement-constraint"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let event = evidence.event("placement constraint unsatisfied", "placement constraint") else { return nil }
        let own = evidence.manifest.definition("/placementConstraints", "`placementConstraints`")
        let service = evidence.manifest.service("/placementConstraints", "`placementConstraints`")
        let spot = evidence.manifest.constrainsService ? service : own
        return found(
            "no instance fulfils the placement constraint", Said.short(DistinctInstanceUnsatisfied.core(event)),
            fix: "correct \(spot), or launch instances that fulfil it", at: spot)
    }
}

/// The instances lack something that the task definition demands: a log driver, a role capability, an architecture.
struct AttributeMissing: CauseRule {
    static let id = "attribute-missing"

    func cause(_ evidence: Evidence) -> Cause? {
        guard evidence.event("missing an attribute required by your task") != nil else { return nil }
        let spot = evidence.manifest.definition("/requiresCompatibilities", "the task definition")
        return found(
            "no instance can run the task: an attribute that it needs is missing",
            "no instance can take the task: missing an attribute required by your task",
            fix:
                "compare `requiresAttributes` of \(evidence.definition.name) with the instances: the agent's version and "
                + "settings, the architecture, the subnets of awsvpc; see \(spot)",
            at: spot)
    }
}

/// No instance is ever large enough.
struct TaskLargerThanInstance: CauseRule {
    static let id = "task-larger-than-instance"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let capacity = evidence.capacity, !capacity.instances.isEmpty,
            !capacity.instances.contains(where: { $0.registered.holds(evidence.definition) })
        else { return nil }
        let most = capacity.instances.map(\.registered).max { ($0.cpu, $0.memory) < ($1.cpu, $1.memory) }
        let spot = evidence.manifest.definition("/memory", "the task definition")
        return found(
            "the task is larger than any instance",
            "a task needs \(evidence.definition.size); the largest of \(capacity.instances.count) instances has "
                + "\(most?.cpu ?? 0) CPU, \(most?.memory ?? 0) MiB in all",
            fix: "ask for less in \(spot), or launch larger instance types; \(evidence.commit)", at: spot)
    }
}

/// The agent of the only fitting instances does not answer.
struct AgentDisconnected: CauseRule {
    static let id = "agent-disconnected"

    func cause(_ evidence: Evidence) -> Cause? {
        guard evidence.event("doesn't have the agent connected", "agent connected") != nil else { return nil }
        let lost = evidence.capacity?.instances.filter { !$0.isConnected }.map(\.id).sorted() ?? []
        let names = lost.isEmpty ? "" : ": " + lost.prefix(3).joined(separator: ", ")
        return found(
            "the ECS agent of an instance is not connected",
            "no instance can take the task: \(max(1, lost.count)) without its agent\(names)",
            fix:
                "restart the agent there (`systemctl restart ecs`) or terminate the instance; check the way to ECS's endpoints"
        )
    }
}
