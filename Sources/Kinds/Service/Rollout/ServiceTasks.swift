import AWSECS
import Model

/// The tasks of one service: those that have not stopped, and how many of each deployment failed.
struct ServiceTasks {
    /// In the order of their ARNs.
    let alive: [ECS.Task]
    /// By the deployment's id.
    let failed: [String: Int]

    /// Two lists and a description of what is not known to have stopped, 100 tasks a call.
    ///
    /// Throws what AWS answers.
    static func read(
        _ service: ECS.Service, of owner: ResourceID, _ context: ObservationContext
    ) async throws -> ServiceTasks {
        // In this order: a task that stops in between stands in both lists, not in none.
        let running = try await arns(list(service, "RUNNING"), context)
        let stopping = Set(try await arns(list(service, "STOPPED"), context))
        // What has ended stays as it is, and a service that fails for an hour leaves hundreds.
        let memory = list(service, "STOPPED")
        let known = await context.cache.answer(to: memory)?.object ?? [:]
        var ended = known.filter { stopping.contains($0.key) }
        let open = stopping.union(running).subtracting(ended.keys).sorted()
        let tasks = try await describe(open, service, context)
        for task in tasks where task.lastStatus == "STOPPED" {
            ended[task.taskArn ?? ""] = task.hasFailed ? .string(task.startedBy ?? "") : .null
        }
        await context.cache.keep(.object(ended), as: memory, .slow, of: owner)
        let failures = Dictionary(grouping: ended.values.compactMap(\.string)) { $0 }
        return ServiceTasks(
            alive: tasks.filter { $0.lastStatus != "STOPPED" }, failed: failures.mapValues(\.count))
    }

    /// A task that is to stop is listed as STOPPED from then on.
    private static func list(_ service: ECS.Service, _ desiredStatus: String) -> AWSCall {
        var input: Value = ["desiredStatus": .string(desiredStatus)]
        input["cluster"] = service.clusterArn.map { .string($0) }
        input["serviceName"] = service.serviceName.map { .string($0) }
        return AWSCall("ecs", "ListTasks", input)
    }

    private static func arns(_ call: AWSCall, _ context: ObservationContext) async throws -> [String] {
        (try await context.aws.sendAll(call)["taskArns"]?.list ?? []).compactMap(\.string)
    }

    private static func describe(
        _ arns: [String], _ service: ECS.Service, _ context: ObservationContext
    ) async throws -> [ECS.Task] {
        var found: [ECS.Task] = []
        for batch in arns.chunked(by: 100) {
            var input: Value = ["tasks": .list(batch.map { .string($0) })]
            input["cluster"] = service.clusterArn.map { .string($0) }
            let reply = try await context.aws.send(AWSCall("ecs", "DescribeTasks", input))
            found += (reply["tasks"]?.list ?? []).map(ECS.Task.init)
        }
        return found
    }
}
