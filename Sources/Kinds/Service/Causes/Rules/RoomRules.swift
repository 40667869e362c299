import Model

extension Evidence {
    /// `2 tasks wait`, or that ECS does not place one.
    fileprivate var waiting: String {
        let count = rollout.allTasks.waitingForRoom
        return count == 0 ? "a task is not placed" : "\(count) task\(count == 1 ? " waits" : "s wait")"
    }

    /// What is short on each instance: CPU, memory, or both.
    fileprivate func short(_ capacity: CapacityEvidence) -> String {
        let cpu = !capacity.instances.contains { $0.remaining.cpu >= definition.cpu }
        let memory = !capacity.instances.contains { $0.remaining.memory >= definition.memory }
        return [(cpu, "CPU"), (memory, "memory")].filter(\.0).map(\.1).joined(separator: " and ")
    }

    /// `2 tasks wait: each needs 512 CPU, 1024 MiB; the most that one of 3 instances has free is 128 CPU, 700 MiB`.
    fileprivate func room(_ capacity: CapacityEvidence) -> String {
        let needs = "\(waiting): each needs \(definition.size)"
        guard let best = capacity.instances.first else { return needs + "; there is no instance" }
        let count = capacity.instances.count
        return needs + "; the most that one of \(count) instance\(count == 1 ? "" : "s") has free is "
            + "\(best.remaining.cpu) CPU, \(best.remaining.memory) MiB"
    }
}

/// The group may not grow.
struct GroupAtMaximum: CauseRule {
    static let id = "group-at-maximum"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let capacity = evidence.capacity, !capacity.groups.isEmpty,
            capacity.groups.allSatisfy({ $0.desired >= $0.maximum }),
            !capacity.instances.contains(where: { $0.remaining.holds(evidence.definition) })
        else { return nil }
        let group = capacity.groups[0]
        let spot = evidence.manifest.group(group.name, "/maxSize", "`maxSize`")
        let short = evidence.short(capacity)
        return found(
            "no instance has \(short.isEmpty ? "room" : "enough \(short)"), and group \(group.name) is at its maximum",
            evidence.room(capacity) + "; group \(group.name) has \(group.desired) of at most \(group.maximum)",
            fix: "raise maxSize in \(spot), ask for less in the task definition, or let old tasks stop first "
                + "(minimumHealthyPercent)",
            at: spot)
    }
}

/// There is no room, and nobody makes any.
struct NoRoom: CauseRule {
    static let id = "no-room"

    func cause(_ evidence: Evidence) -> Cause? {
        let event = evidence.event("insufficient CPU", "insufficient memory", "RESOURCE:CPU", "RESOURCE:MEMORY")
        let none = evidence.event("No Container Instances were found")
        guard let capacity = evidence.capacity, !capacity.isScaled else { return nil }
        guard event ?? none != nil || evidence.rollout.allTasks.waitingForRoom > 0,
            !capacity.instances.contains(where: { $0.remaining.holds(evidence.definition) })
        else { return nil }
        let spot = evidence.manifest.service("/capacityProviderStrategy", "the service")
        let short = evidence.short(capacity)
        return found(
            "no instance has \(short.isEmpty || capacity.instances.isEmpty ? "room" : "enough \(short)"), and none is added",
            evidence.room(capacity),
            fix: "add instances to the cluster, or give the service a capacity provider with managed scaling (\(spot))",
            at: spot)
    }
}
