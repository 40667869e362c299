import AWSECS
import Model

/// The tasks of one service: those that have not stopped, and how many of each deployment failed.
struct ServiceTasks {
    /// In the order of their ARNs.
    let alive: [ECS.Task]
    /// When tasks failed, seconds since 1970, by the deployment's id.
    let failed: [String: [Int]]
    /// Tasks that went with their Spot instance: `at`, `instance` and how many `tasks`.
    let interruptions: [Value]

    /// Two lists and a description of what is not known to have stopped, 100 tasks a call.
    ///
    /// Throws what AWS answers.
    static func read(
        _ service: ECS.Service, of owner: ResourceID, _ context: ObservationContext
    ) async throws -> ServiceTasks {
        // In this order: a task that stops in between stands in both lists, not in none.
        let running = try await arns(list(service, "RUNNING"), context.aws)
        let stopping = Set(try await arns(list(service, "STOPPED"), context.aws))
        // What has ended stays as it is, and a service that fails for an hour leaves hundreds.
        let memory = list(service, "STOPPED")
        let known = await context.cache.answer(to: memory)?.object ?? [:]
        var ended = known.filter { stopping.contains($0.key) }
        let open = stopping.union(running).subtracting(ended.keys).sorted()
        let tasks = try await describe(open, service, context.aws)
        for task in tasks where task.lastStatus == "STOPPED" {
            ended[task.taskArn ?? ""] = end(of: task)
        }
        await context.cache.keep(.object(ended), as: memory, .slow, of: owner)
        let failures = Dictionary(grouping: ended.values.filter { $0["failed"] != nil }) { $0["failed"]?.string ?? "" }
        return ServiceTasks(
            alive: tasks.filter { $0.lastStatus != "STOPPED" },
            failed: failures.mapValues { $0.compactMap { $0["at"]?.integer } },
            interruptions: interruptions(Array(ended.values)))
    }

    /// What is kept of a task that has ended: when, and what of its deployment that tells.
    private static func end(of task: ECS.Task) -> Value {
        var end: Value = ["at": .integer(Int(task.stoppedAt ?? 0))]
        if task.hasFailed { end["failed"] = .string(task.startedBy ?? "") }
        if task.wasInterrupted { end["lost"] = .string(task.containerInstanceArn.map(Service.lastPart) ?? "") }
        return end
    }

    /// One entry an instance, oldest first.
    private static func interruptions(_ ends: [Value]) -> [Value] {
        let lost = Dictionary(grouping: ends.filter { $0["lost"] != nil }) { $0["lost"]?.string ?? "" }
        let all = lost.map { instance, ends in
            (at: ends.compactMap { $0["at"]?.integer }.min() ?? 0, instance: instance, tasks: ends.count)
        }
        return all.sorted { ($0.at, $0.instance) < ($1.at, $1.instance) }.map {
            ["at": .integer($0.at), "instance": .string($0.instance), "tasks": .integer($0.tasks)]
        }
    }

    /// A task that is to stop is listed as STOPPED from then on.
    static func list(_ service: ECS.Service, _ desiredStatus: String) -> AWSCall {
        var input: Value = ["desiredStatus": .string(desiredStatus)]
        input["cluster"] = service.clusterArn.map { .string($0) }
        input["serviceName"] = service.serviceName.map { .string($0) }
        return AWSCall("ecs", "ListTasks", input)
    }

    /// The ARNs that a list gives, all pages of it.
    static func arns(_ call: AWSCall, _ aws: any AWSSender) async throws -> [String] {
        (try await aws.sendAll(call)["taskArns"]?.list ?? []).compactMap(\.string)
    }

    /// Tasks by their ARNs, a hundred a call.
    static func describe(
        _ arns: [String], _ service: ECS.Service, _ aws: any AWSSender
    ) async throws -> [ECS.Task] {
        var found: [ECS.Task] = []
        for batch in arns.chunked(by: 100) {
            var input: Value = ["tasks": .list(batch.map { .string($0) })]
            input["cluster"] = service.clusterArn.map { .string($0) }
            let reply = try await aws.send(AWSCall("ecs", "DescribeTasks", input))
            found += (reply["tasks"]?.list ?? []).map(ECS.Task.init)
        }
        return found
    }
}
