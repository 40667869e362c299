import Model

// Starting a service's tasks.
extension World {
    /// Starts up to `count` tasks of a deployment; true when there is one more than before.
    mutating func start(_ count: Int, of deployment: UInt64, in id: ServiceID) -> Bool {
        guard let chosen = ecs.services[id]?.deployments.first(where: { $0.id == deployment }),
            let request = request(for: id, chosen), let settings = ecs.services[id]?.settings
        else { return false }
        var shares = providerShares(of: id, deployment, settings.strategy)
        var placer = placer(for: request)
        var started: [TaskID] = []
        for _ in 0..<count {
            let item = shares.next()
            let provider = item.flatMap { ecs.capacityProviderNames[$0.capacityProvider] }
            let place = item != nil && provider == nil ? nil : placer.take(provider)
            guard place != nil || mayWait(provider, in: request.cluster) else {
                block(id)
                if place == nil { sayNoRoom(id, request) }
                break
            }
            guard let task = makeTask(of: chosen, in: id, request.plan) else { break }
            ecs.tasks[task]?.capacityProvider = item?.capacityProvider
            if let place {
                put(task, on: place)
            } else {
                ecs.clusters[request.cluster]?.waiting.append(task)
            }
            started.append(task)
        }
        sayStarted(started, of: id)
        return !started.isEmpty
    }

    /// What a deployment's next task asks for; the service's live settings, the revision's definition.
    func request(for id: ServiceID, _ deployment: Deployment) -> PlacementRequest? {
        guard let cluster = ecs.services[id]?.cluster, let settings = ecs.services[id]?.settings,
            let definition = ecs.services[id]?.revisions[deployment.revision].settings.taskDefinition,
            let plan = ecs.taskDefinitions[definition]?.plan
        else { return nil }
        return PlacementRequest(
            cluster: cluster, plan: plan, constraints: plan.constraints + settings.placementConstraints,
            strategy: settings.placementStrategy, peers: ecs.services[id]?.tasks ?? [],
            group: "service:\(ecs.services[id]?.name ?? "")", turn: ordinal,
            providers: settings.scheduling == .daemon
                ? [] : settings.strategy.compactMap { ecs.capacityProviderNames[$0.capacityProvider] })
    }

    /// How a deployment's tasks stand over the strategy's providers.
    private func providerShares(
        of id: ServiceID, _ deployment: UInt64, _ strategy: [CapacityProviderStrategyItem]
    ) -> ProviderShares {
        var shares = ProviderShares(strategy)
        guard !strategy.isEmpty else { return shares }
        for task in ecs.services[id]?.tasks ?? [] {
            guard let seen = glance(at: task), seen.deployment == deployment, seen.isWanted else { continue }
            if let name = ecs.tasks[task]?.capacityProvider { shares.count(name) }
        }
        return shares
    }

    /// Under managed scaling a task may wait for an instance (aws-facts 3.2).
    func mayWait(_ provider: CapacityProviderID?, in cluster: ClusterID) -> Bool {
        guard let provider, ecs.capacityProviders[provider]?.managedScaling.enabled == true else { return false }
        return (ecs.clusters[cluster]?.waiting.count ?? 0) < Self.waitingLimit
    }

    /// A service is looked at again when room comes up.
    mutating func block(_ id: ServiceID) {
        guard let cluster = ecs.services[id]?.cluster, ecs.services[id]?.isBlocked == false else { return }
        ecs.services[id]?.isBlocked = true
        ecs.clusters[cluster]?.blocked.append(id)
    }

    /// A task of a deployment, without a place yet.
    mutating func makeTask(of deployment: Deployment, in id: ServiceID, _ plan: TaskPlan) -> TaskID? {
        guard let service = ecs.services[id]?.cluster, let name = ecs.services[id]?.name,
            let definition = ecs.services[id]?.revisions[deployment.revision].settings.taskDefinition
        else { return nil }
        let ordinal = nextOrdinal()
        var task = ECSTask(
            id: hex(32, ordinal), ordinal: ordinal, cluster: service, service: id, deployment: deployment.id,
            taskDefinition: definition, plan: plan, createdAt: now, startedBy: deployment.name,
            group: "service:\(name)", tags: tagsForTask(of: id, definition), overrides: .emptyObject,
            isDaemon: ecs.services[id]?.settings.scheduling == .daemon)
        task.revision = deployment.revision
        let handle = ecs.tasks.insert(task)
        ecs.taskNames[task.id] = handle
        ecs.services[id]?.tasks.append(handle)
        return handle
    }

    private func tagsForTask(of id: ServiceID, _ definition: String) -> Value {
        switch ecs.services[id]?.settings.propagateTags {
        case "SERVICE": ecs.services[id]?.tags ?? .list([])
        case "TASK_DEFINITION": ecs.taskDefinitions[definition]?.tags ?? .list([])
        default: .list([])
        }
    }
}
