// RunTask, StartTask, StopTask and UpdateTaskProtection.
extension World {
    /// RunTask and StartTask: one task for each entry of `count` or `instances`; what could not be placed is a failure.
    public mutating func runTasks(_ request: RunRequest) throws(Refusal) -> (tasks: [TaskID], failures: [RunFailure]) {
        guard ecs.clusters[request.cluster]?.status == .active else {
            throw Refusal("ClusterNotFoundException", "Cluster not found.")
        }
        guard let definition = ecs.taskDefinitions[request.taskDefinition] else {
            throw Refusal("ClientException", "Unable to describe task definition.")
        }
        guard definition.status == .active else { throw Refusal("ClientException", "TaskDefinition is inactive") }
        try check(request.strategy, in: request.cluster)
        for constraint in request.placementConstraints where constraint.type == "memberOf" {
            guard ClusterQuery(constraint.expression) != nil else {
                throw Refusal("InvalidParameterException", "Invalid placement constraint expression.")
            }
        }
        let group = request.group ?? "family:\(definition.family)"
        return request.instances.isEmpty
            ? runAnywhere(request, definition, group) : runOn(request, definition, group)
    }

    private mutating func runAnywhere(
        _ request: RunRequest, _ definition: TaskDefinition, _ group: String
    ) -> (tasks: [TaskID], failures: [RunFailure]) {
        let asked = placement(request, definition, group)
        var shares = ProviderShares(request.strategy)
        var placer = placer(for: asked)
        var tasks: [TaskID] = []
        var failures: [RunFailure] = []
        for _ in 0..<max(0, request.count) {
            let item = shares.next()
            let provider = item.flatMap { ecs.capacityProviderNames[$0.capacityProvider] }
            let place = placer.take(provider)
            guard place != nil || mayWait(provider, in: request.cluster) else {
                failures.append(failure(asked))
                continue
            }
            let task = makeTask(request, definition, group)
            ecs.tasks[task]?.capacityProvider = item?.capacityProvider
            if let place {
                put(task, on: place)
            } else {
                ecs.clusters[request.cluster]?.waiting.append(task)
            }
            tasks.append(task)
        }
        return (tasks, failures)
    }

    private mutating func runOn(
        _ request: RunRequest, _ definition: TaskDefinition, _ group: String
    ) -> (tasks: [TaskID], failures: [RunFailure]) {
        var tasks: [TaskID] = []
        var failures: [RunFailure] = []
        var asked = placement(request, definition, group)
        asked.constraints = []
        for place in request.instances {
            let status = ecs.containerInstances[place]?.status
            guard let status, status != .inactive else {
                failures.append(RunFailure(instance: place, reason: "MISSING"))
                continue
            }
            guard ecs.containerInstances[place]?.agentConnected == true else {
                failures.append(RunFailure(instance: place, reason: "AGENT"))
                continue
            }
            var placer = placer(for: asked, among: [place])
            guard placer.take(nil) != nil else {
                let reason = status == .draining ? "INACTIVE" : resource(lackingOn: place, asked)
                failures.append(RunFailure(instance: place, reason: reason))
                continue
            }
            let task = makeTask(request, definition, group)
            put(task, on: place)
            tasks.append(task)
        }
        return (tasks, failures)
    }

    private func placement(
        _ request: RunRequest, _ definition: TaskDefinition, _ group: String
    ) -> PlacementRequest {
        PlacementRequest(
            cluster: request.cluster, plan: definition.plan,
            constraints: definition.plan.constraints + request.placementConstraints,
            strategy: request.placementStrategy, peers: peers(ofGroup: group, in: request.cluster), group: group,
            turn: ordinal)
    }

    private func failure(_ asked: PlacementRequest) -> RunFailure {
        let places = (ecs.clusters[asked.cluster]?.containerInstances ?? []).filter {
            ecs.containerInstances[$0]?.status == .active
        }
        guard let place = places.last else { return RunFailure(instance: nil, reason: "No Container Instances") }
        return RunFailure(instance: place, reason: resource(lackingOn: place, asked))
    }

    /// AWS's `RESOURCE:…`; `ATTRIBUTE` when it is not for want of resources.
    private func resource(lackingOn place: ContainerInstanceID, _ asked: PlacementRequest) -> String {
        guard let instance = ecs.containerInstances[place] else { return "MISSING" }
        if instance.freeCPU < asked.plan.cpu { return "RESOURCE:CPU" }
        if instance.freeMemory < asked.plan.memory { return "RESOURCE:MEMORY" }
        if asked.staticPorts.contains(where: { instance.ports.contains($0) }) { return "RESOURCE:PORTS" }
        return "ATTRIBUTE"
    }

    private mutating func makeTask(_ request: RunRequest, _ definition: TaskDefinition, _ group: String) -> TaskID {
        let ordinal = nextOrdinal()
        var task = ECSTask(
            id: hex(32, ordinal), ordinal: ordinal, cluster: request.cluster, service: nil, deployment: 0,
            taskDefinition: definition.name, plan: definition.plan, createdAt: now, startedBy: request.startedBy,
            group: group, tags: request.tags, overrides: request.overrides, isDaemon: false)
        task.placementConstraints = request.placementConstraints
        task.placementStrategy = request.placementStrategy
        let id = ecs.tasks.insert(task)
        ecs.taskNames[task.id] = id
        ecs.clusters[request.cluster]?.standalone.append(id)
        return id
    }

    /// StopTask.
    public mutating func stopTask(_ id: TaskID, reason: String?) {
        stopTask(id, code: .userInitiated, reason: reason ?? "Task stopped by user")
    }

    /// UpdateTaskProtection; nil takes protection away.
    public mutating func protectTask(_ id: TaskID, until: Instant?) {
        ecs.tasks[id]?.protectedUntil = until
        if let service = ecs.tasks[id]?.service { markDirty(service) }
    }
}
