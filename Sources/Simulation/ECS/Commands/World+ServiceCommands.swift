public import Model

// CreateService, UpdateService, DeleteService (aws-facts 1.5, 4.6).
extension World {
    /// Makes a service; its first deployment begins. Refuses as AWS does (aws-facts 4.6, 5).
    public mutating func createService(
        in cluster: ClusterID, name: String, settings: ServiceSettings, tags: Value, createdBy: String
    ) throws(Refusal) -> ServiceID {
        guard ecs.clusters[cluster]?.status == .active else {
            throw Refusal("ClusterNotFoundException", "Cluster not found.")
        }
        let complete = withDefaults(settings, in: cluster)
        if let known = ecs.clusters[cluster]?.serviceNames[name] {
            if let same = try existing(known, complete) { return same }
        }
        try check(complete, in: cluster)
        let service = Service(
            name: name, ordinal: nextOrdinal(), cluster: cluster, settings: complete, tags: tags, createdAt: now,
            createdBy: createdBy)
        let id = ecs.services.insert(service)
        ecs.clusters[cluster]?.services.append(id)
        ecs.clusters[cluster]?.serviceNames[name] = id
        beginDeployment(of: id)
        return id
    }

    /// The service of the name when it is the same; nil when the name is free again.
    private func existing(_ id: ServiceID, _ settings: ServiceSettings) throws(Refusal) -> ServiceID? {
        switch ecs.services[id]?.status {
        case .draining:
            throw Refusal("InvalidParameterException", "Unable to Start a service that is still Draining.")
        case .active:
            guard ecs.services[id]?.settings == settings else {
                throw Refusal("InvalidParameterException", "Creation of service was not idempotent.")
            }
            return id
        case .inactive, nil: return nil
        }
    }

    /// Without launch type and strategy the cluster's default strategy holds, else EC2.
    private func withDefaults(_ settings: ServiceSettings, in cluster: ClusterID) -> ServiceSettings {
        var complete = settings
        guard complete.launchType == nil, complete.strategy.isEmpty else { return complete }
        complete.strategy = ecs.clusters[cluster]?.defaultStrategy ?? []
        if complete.strategy.isEmpty { complete.launchType = "EC2" }
        return complete
    }

    /// Changes a service to `settings`, which are overlaid on the live ones; a deployment begins where AWS begins one.
    public mutating func updateService(_ id: ServiceID, to settings: ServiceSettings, force: Bool) throws(Refusal) {
        guard let service = ecs.services[id], service.status == .active else {
            throw Refusal("ServiceNotActiveException", "Service was not ACTIVE.")
        }
        guard settings.scheduling == service.settings.scheduling else {
            throw Refusal("InvalidParameterException", "The scheduling strategy of a service cannot be changed.")
        }
        let live = service.settings
        try check(settings, in: service.cluster, isNew: settings.taskDefinition != live.taskDefinition)
        if settings.scheduling == .replica { setDesiredCount(id, settings.desiredCount) }
        let desired = ecs.services[id]?.settings.desiredCount ?? 0
        ecs.services[id]?.settings = settings
        ecs.services[id]?.settings.desiredCount = desired
        ecs.services[id]?.stuckDeployment = nil
        if force || settings.rollsOut(against: live) { beginDeployment(of: id) }
        markDirty(id)
    }

    /// DRAINING, then INACTIVE once its tasks are gone; a REPLICA with tasks wanted needs `force`.
    public mutating func deleteService(_ id: ServiceID, force: Bool) throws(Refusal) {
        guard let service = ecs.services[id], service.status != .inactive else {
            throw Refusal("ServiceNotFoundException", "Service not found.")
        }
        guard service.status == .active else { return }
        if !force, service.settings.scheduling == .replica {
            guard service.settings.desiredCount == 0 else {
                throw Refusal(
                    "InvalidParameterException",
                    "The service cannot be stopped while the primary deployment is scaled above 0.")
            }
            guard service.deployments.count <= 1 else {
                throw Refusal(
                    "InvalidParameterException", "The service cannot be stopped while deployments are active.")
            }
        }
        ecs.services[id]?.status = .draining
        ecs.services[id]?.settings.desiredCount = 0
        for index in service.deployments.indices { ecs.services[id]?.deployments[index].desiredCount = 0 }
        endHistory(of: id, .stopped, "The service was deleted.")
        ecs.services[id]?.native = nil
        ecs.services[id]?.rebalancing = 0
        note(.service(id), service.name, "draining")
        markDirty(id)
    }
}

extension ServiceSettings {
    /// Members in `passed` whose change rolls out (aws-facts 1.5).
    private static let rollingMembers = [
        "networkConfiguration", "serviceRegistries", "serviceConnectConfiguration", "volumeConfigurations",
        "vpcLatticeConfigurations", "platformVersion",
    ]

    /// True when going from `live` to these starts a deployment.
    func rollsOut(against live: ServiceSettings) -> Bool {
        taskDefinition != live.taskDefinition || loadBalancers != live.loadBalancers
            || Self.rollingMembers.contains { passed[$0] != live.passed[$0] }
    }
}
