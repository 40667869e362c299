import Model

/// Task definitions, and plans for those that could not be read.
extension ObservedReader {
    mutating func readTaskDefinitions() {
        for row in rows(observed.taskDefinitions) {
            guard let name = row.name(of: "taskDefinitionArn"), let (family, revision) = Self.parts(of: name) else {
                continue
            }
            let shown = row.without(["taskDefinitionArn", "status", "tags"])
            insert(family, revision, shown, TaskPlan(shown: shown), row)
        }
    }

    /// `family` and `revision` of `family:revision`.
    static func parts(of name: String) -> (family: String, revision: Int)? {
        let parts = name.split(separator: ":")
        guard parts.count == 2, let revision = Int(parts[1]) else { return nil }
        return (String(parts[0]), revision)
    }

    private mutating func insert(
        _ family: String, _ revision: Int, _ shown: Value, _ plan: TaskPlan, _ row: ObservedRow
    ) {
        var definition = TaskDefinition(
            family: family, revision: revision, shown: shown, tags: row.tags,
            registeredAt: row.time("registeredAt") ?? world.now, plan: plan)
        if let status = row.text("status").flatMap(TaskDefinition.Status.init) { definition.status = status }
        if world.ecs.revisions[family] == nil { world.ecs.families.append(family) }
        world.ecs.revisions[family] = max(world.ecs.revisions[family] ?? 0, revision)
        world.ecs.taskDefinitions[definition.name] = definition
        plans[definition.name] = plan
    }

    /// The plan of a definition; one that was not read is made up from a task of it.
    mutating func plan(_ name: String, like task: ObservedRow?) -> TaskPlan? {
        if let known = plans[name] { return known }
        guard let task, let (family, revision) = Self.parts(of: name) else { return nil }
        note("task definition \(name) could not be read: what AWS shows of its tasks stands for it")
        let containers = task.rows("containers").map { row in
            TaskPlan.Container(
                name: row.text("name") ?? "", image: row.text("image") ?? "", essential: true, healthCheck: nil,
                stopTimeout: nil,
                ports: row.rows("networkBindings").compactMap { binding in
                    binding.number("containerPort").map {
                        TaskPlan.Port(container: $0, host: 0, networkProtocol: binding.text("protocol") ?? "tcp")
                    }
                })
        }
        let plan = TaskPlan(
            cpu: task.number("cpu") ?? 0, memory: task.number("memory") ?? 0,
            networkMode: Self.address(of: task) == nil ? .bridge : .awsvpc, containers: containers)
        insert(family, revision, .emptyObject, plan, ObservedRow(.emptyObject))
        return plan
    }

    /// A task's own private address, which it has in the network mode `awsvpc`.
    static func address(of task: ObservedRow) -> String? {
        for attachment in task.rows("attachments") where attachment.text("type") == "ElasticNetworkInterface" {
            for detail in attachment.rows("details") where detail.text("name") == "privateIPv4Address" {
                return detail.text("value")
            }
        }
        return nil
    }
}
