import AWSECS
import AWSWire
import Model

/// Finds a run among ECS's tasks, by the mark that it was started with.
struct RunTasks {
    let resource: Resource
    let context: ObservationContext

    /// The `attempt`th run of `content` as ECS has it; nil when ECS shows none.
    ///
    /// Throws what AWS answers.
    func run(_ content: RunContent, attempt: Int) async throws -> RunRecord? {
        var arns: [Value] = []
        // In this order: a task that stops in between stands in both lists, not in none.
        for status in ["RUNNING", "STOPPED"] {
            var input: Value = ["desiredStatus": .string(status), "startedBy": .string(content.mark(attempt))]
            input["cluster"] = resource.spec["cluster"]
            arns += try await context.aws.sendAll(AWSCall("ecs", "ListTasks", input))["taskArns"]?.list ?? []
        }
        guard !arns.isEmpty else { return nil }
        var input: Value = ["tasks": .list(Array(Set(arns)).sorted { $0.string ?? "" < $1.string ?? "" })]
        input["cluster"] = resource.spec["cluster"]
        let reply = try await context.aws.send(AWSCall("ecs", "DescribeTasks", input))
        let tasks = (reply["tasks"]?.list ?? []).map(ECS.Task.init)
        // Should there be two, the one that succeeded has done it.
        var runs: [RunRecord] = []
        for task in tasks { runs.append(try await record(task, content, attempt)) }
        return runs.first { $0.result == .succeeded } ?? runs.first { $0.result == .running } ?? runs.first
    }

    /// Clocks that are further apart have nothing to do with one another: an AWS on this machine whose time is its own.
    private static let horizon = 7.0 * 86_400

    /// True when `run` was begun longer ago than `timeout` allows; false when nobody knows what time it is.
    func isOverdue(_ run: RunRecord) -> Bool {
        guard run.result == .running, let now = context.now, let created = run.createdAt else { return false }
        let age = Double(now) - created
        return age > Double(BeforeRollout.timeout(of: resource)) && age < Self.horizon
    }

    private func record(_ task: ECS.Task, _ content: RunContent, _ attempt: Int) async throws -> RunRecord {
        var run = RunRecord(content, attempt: attempt, task: task.taskArn ?? "", .running)
        run.createdAt = task.createdAt
        guard task.lastStatus == "STOPPED" else { return run }
        run.exitCode = try await exitCode(of: task)
        run.result = run.exitCode == 0 ? .succeeded : .failed
        if run.result == .failed {
            let reasons = (task.containers ?? []).compactMap(\.reason) + (task.stoppedReason.map { [$0] } ?? [])
            run.reason = reasons.first ?? "ECS gives no reason"
        }
        return run
    }

    /// The exit code of the essential container; of several the worst. Others do not decide: they are told to stop.
    private func exitCode(of task: ECS.Task) async throws -> Int? {
        let containers = task.containers ?? []
        guard containers.count > 1, let definition = task.taskDefinitionArn else { return containers.first?.exitCode }
        let call = TaskDefinition.describe(definition)
        let reply = try await context.cache.send(call, .immutable, of: nil, through: context.aws)
        let described = reply["taskDefinition"].map(ECS.TaskDefinition.init)?.containerDefinitions ?? []
        let others = Set(described.filter { $0.essential == false }.compactMap(\.name))
        let deciding = containers.filter { !others.contains($0.name ?? "") }
        let codes = deciding.compactMap(\.exitCode)
        return codes.count == deciding.count ? codes.first { $0 != 0 } ?? codes.first : codes.first { $0 != 0 }
    }
}
