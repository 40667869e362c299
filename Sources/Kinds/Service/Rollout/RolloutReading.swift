import AWSECS
import AWSWire
import Model

/// Reads how a rollout stands: asked only for services that move, so that a pass without change costs nothing more.
enum RolloutReading {
    /// `found` with `rollout` in the detail of each service that moves.
    ///
    /// A read that fails leaves the service as it is and is noted as `rollout/unknown`.
    static func noted(
        in found: [ResourceID: Observation], of resources: [Resource], _ context: ObservationContext
    ) async -> [ResourceID: Observation] {
        let moving = resources.filter { found[$0.id]?.live.map { isMoving(ECS.Service($0.detail)) } ?? false }
        let noted = await Concurrently.observe(moving) { resource in
            guard var live = found[resource.id]?.live else { return .absent }
            live.detail["rollout"] = await rollout(ECS.Service(live.detail), of: resource.id, context)
            return .live(live)
        }
        return found.merging(noted) { $1 }
    }

    /// True while the service is not what its newest deployment is to bring about.
    static func isMoving(_ service: ECS.Service) -> Bool {
        let deployments = service.deployments ?? []
        guard let primary = deployments.first(where: { $0.status == "PRIMARY" }) else { return false }
        if deployments.count > 1 || service.runningCount ?? 0 != service.desiredCount ?? 0 { return true }
        return primary.rolloutState.map { $0 != "COMPLETED" } ?? false
    }

    private static func rollout(
        _ service: ECS.Service, of owner: ResourceID, _ context: ObservationContext
    ) async -> Value {
        var unknown: [String] = []
        let read = await tried(&unknown) { try await ServiceTasks.read(service, of: owner, context) }
        guard let tasks = read else { return ["unknown": .string(unknown.joined())] }
        let running = tasks.alive.filter { $0.lastStatus == "RUNNING" }
        let checked = await tried(&unknown) { try await checkedRevisions(running, context) }
        let targets =
            tasks.alive.isEmpty
            ? nil : await tried(&unknown) { try await TaskTargets.read(service, tasks.alive, context) }
        var rollout: Value = [
            "deployments": deployments(service, tasks) { task in
                guard let checked, let targets else { return nil }
                return verdict(task, checked, targets)
            }
        ]
        if !tasks.interruptions.isEmpty { rollout["interruptions"] = .list(tasks.interruptions) }
        rollout["targets"] = targets?.counts.map { .object($0.mapValues { .integer($0) }) }
        if let first = unknown.first { rollout["unknown"] = .string(first) }
        return rollout
    }

    /// The worse of what the containers' checks and the load balancers say (aws-facts 1.3).
    private static func verdict(
        _ task: ECS.Task, _ checked: Set<String>, _ targets: TaskTargets
    ) -> TaskStanding.Verdict {
        let behind = targets.verdict(task)
        if task.healthStatus == "UNHEALTHY" || behind == .unhealthy { return .unhealthy }
        let isOpen = task.healthStatus != "HEALTHY" && checked.contains(task.taskDefinitionArn ?? "")
        return isOpen ? .pending : behind
    }

    /// Counts by deployment, those behind that ECS lists no more while a task of theirs still drains.
    private static func deployments(
        _ service: ECS.Service, _ tasks: ServiceTasks, _ verdict: (ECS.Task) -> TaskStanding.Verdict?
    ) -> Value {
        let alive = Dictionary(grouping: tasks.alive) { $0.startedBy ?? "" }
        let listed = (service.deployments ?? []).map { deployment in
            let id = deployment.id ?? ""
            // Lists may be behind the service's counts: then tasks run of which nothing more is known.
            var counts = alive[id].map { TaskCounts($0, verdict) } ?? TaskCounts(deployment, areHealthy: false)
            counts.failed = tasks.failed[id]?.count ?? 0
            return (id, deployment.taskDefinition, counts)
        }
        let gone = alive.filter { entry in !listed.contains { $0.0 == entry.key } }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.first?.taskDefinitionArn, TaskCounts($0.value, verdict)) }
        return .list(
            (listed + gone).map { id, definition, counts in
                var value = counts.value
                value["id"] = .string(id)
                value["taskDefinition"] = definition.map { .string($0) }
                value["lastFailure"] = tasks.failed[id]?.max().map { .integer($0) }
                return value
            })
    }

    /// Of the revisions of `tasks` whose health is not known yet, those with a check in an essential container.
    private static func checkedRevisions(
        _ tasks: [ECS.Task], _ context: ObservationContext
    ) async throws -> Set<String> {
        let open = tasks.filter { $0.healthStatus != "HEALTHY" && $0.healthStatus != "UNHEALTHY" }
        var checked: Set<String> = []
        for arn in Set(open.compactMap(\.taskDefinitionArn)).sorted() {
            let call = TaskDefinition.describe(arn)
            let reply = try await context.cache.send(call, .immutable, of: nil, through: context.aws)
            let containers = reply["taskDefinition"].map(ECS.TaskDefinition.init)?.containerDefinitions ?? []
            if containers.contains(where: { $0.essential != false && $0.healthCheck != nil }) { checked.insert(arn) }
        }
        return checked
    }

    /// What `read` gives; nil, and why in `unknown`, when it fails.
    private static func tried<Answer>(_ unknown: inout [String], _ read: () async throws -> Answer) async -> Answer? {
        do {
            return try await read()
        } catch let error as AWSError {
            // Not the whole text: it names the request, and would be another one at every look.
            unknown.append("\(error.operation): \(error.code)")
        } catch {
            unknown.append("\(error)")
        }
        return nil
    }
}
