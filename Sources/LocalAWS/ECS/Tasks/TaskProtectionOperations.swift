import Model
import Simulation

extension LocalECS {
    static func updateTaskProtection(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (cluster, names) = try protectionTargets(world, request, atMost: 10)
        let minutes = request["expiresInMinutes"]?.integer ?? 120
        if !(1...2880).contains(minutes) {
            throw .invalidParameter("expiresInMinutes must be between 1 and 2880.")
        }
        let isOn = request["protectionEnabled"]?.bool ?? false
        let until = isOn ? world.now + .minutes(minutes) : nil
        var rows: [Value] = []
        var failures: [Value] = []
        for name in names {
            switch protectable(name, in: cluster, world) {
            case .success(let id):
                world.protectTask(id, until: until)
                rows.append(world.protection(of: id))
            case .failure(let refused): failures.append(refused.row)
            }
        }
        return ["protectedTasks": .list(rows), "failures": .list(failures)]
    }

    static func getTaskProtection(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (cluster, names) = try protectionTargets(world, request, atMost: 100)
        var rows: [Value] = []
        var failures: [Value] = []
        for name in names {
            switch protectable(name, in: cluster, world) {
            case .success(let id): rows.append(world.protection(of: id))
            case .failure(let refused): failures.append(refused.row)
            }
        }
        return ["protectedTasks": .list(rows), "failures": .list(failures)]
    }

    private static func protectionTargets(
        _ world: World, _ request: LocalRequest, atMost limit: Int
    ) throws(Refusal) -> (ClusterID, [String]) {
        let cluster = try world.cluster(request.text("cluster"))
        let names = request.texts("tasks")
        if names.isEmpty { throw .invalidParameter("Tasks cannot be empty.") }
        if names.count > limit { throw .invalidParameter("Tasks can have at most \(limit) items.") }
        return (cluster, names)
    }

    /// Why a task can have no protection.
    private struct Unprotectable: Error {
        let row: Value
    }

    /// Only a service's tasks can be protected.
    private static func protectable(
        _ name: String, in cluster: ClusterID, _ world: World
    ) -> Result<TaskID, Unprotectable> {
        guard let id = world.task(name, in: cluster), let task = world.ecs.tasks[id] else {
            return .failure(Unprotectable(row: failure(world.missingTaskArn(name, in: cluster))))
        }
        guard task.service != nil, task.lastStatus != .stopped else {
            return .failure(Unprotectable(row: failure(world.arn(task), "TASK_NOT_VALID")))
        }
        return .success(id)
    }
}

extension World {
    /// A row of `protectedTasks`.
    fileprivate func protection(of id: TaskID) -> Value {
        guard let task = ecs.tasks[id] else { return .emptyObject }
        let until = task.protectedUntil.flatMap { $0 > now ? $0 : nil }
        var members: [String: Value] = ["taskArn": .string(arn(task)), "protectionEnabled": .bool(until != nil)]
        members["expirationDate"] = until?.shown
        return .object(members)
    }
}
