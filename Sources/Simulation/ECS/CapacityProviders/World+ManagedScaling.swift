/// Managed scaling, once a minute: the metric, then the group's desired capacity (aws-facts 3.2).
extension World {
    /// Data points below the target that a scale-in takes.
    static let scaleInMinutes = 15

    /// Once a minute: groups that time may have changed, then every provider with managed scaling.
    mutating func runManagedScaling() {
        lookAtGroups()
        for id in ecs.capacityProviders.handles {
            guard let provider = ecs.capacityProviders[id], provider.status == .active, let cluster = provider.cluster
            else { continue }
            guard ecs.clusters[cluster]?.status == .active else {
                ecs.capacityProviders[id]?.cluster = nil
                continue
            }
            guard provider.managedScaling.enabled, let group = group(of: provider) else { continue }
            scale(id, provider, cluster, group)
        }
    }

    private mutating func scale(
        _ id: CapacityProviderID, _ provider: CapacityProvider, _ cluster: ClusterID, _ group: GroupID
    ) {
        let need = need(of: provider, id, cluster, group)
        let clusterName = ecs.clusters[cluster]?.name ?? ""
        ecs.capacityProviders[id]?.reservation = need.reservation
        putMetric(
            MetricKey(
                namespace: "AWS/ECS/ManagedScaling", name: "CapacityProviderReservation",
                dimensions: [("CapacityProviderName", provider.name), ("ClusterName", clusterName)]),
            need.reservation)
        let target = provider.managedScaling.targetCapacity
        if need.reservation > target * 1000 {
            ecs.capacityProviders[id]?.lowMinutes = 0
            scaleOut(provider, group, to: need.capacity(target: target))
        } else if need.reservation < target * 1000 {
            let minutes = provider.lowMinutes + 1
            ecs.capacityProviders[id]?.lowMinutes = minutes
            guard minutes >= Self.scaleInMinutes else { return }
            scaleIn(provider, id, group, from: need.up, to: need.capacity(target: target))
        } else {
            ecs.capacityProviders[id]?.lowMinutes = 0
        }
    }

    /// M and N of a provider now.
    private func need(
        of provider: CapacityProvider, _ id: CapacityProviderID, _ cluster: ClusterID, _ group: GroupID
    ) -> CapacityNeed {
        var (up, working) = (0, 0)
        for member in fleet.groups[group]?.instances ?? [] where fleet.instances[member]?.lifecycle == .inService {
            up += 1
            if let agent = fleet.instances[member]?.containerInstance, hasWork(agent) { working += 1 }
        }
        let waiting = demands(provider.name, cluster)
        guard !waiting.isEmpty else { return CapacityNeed(up: up, needed: working) }
        let scaling = provider.managedScaling
        return CapacityNeed(
            up: up, holdingWork: working, waiting: waiting, types: rooms(group),
            steps: scaling.minimumScalingStepSize...scaling.maximumScalingStepSize)
    }

    /// The tasks that wait for a provider, in groups of equal demands, in the order of their waiting.
    private func demands(_ provider: String, _ cluster: ClusterID) -> [(demand: CapacityNeed.Demand, count: Int)] {
        var groups: [(demand: CapacityNeed.Demand, count: Int)] = []
        var places: [CapacityNeed.Demand: Int] = [:]
        for task in ecs.clusters[cluster]?.waiting ?? [] {
            guard ecs.tasks[task]?.capacityProvider == provider, ecs.tasks[task]?.isWanted == true,
                let demand = demand(of: task)
            else { continue }
            if let place = places[demand] {
                groups[place].count += 1
            } else {
                places[demand] = groups.count
                groups.append((demand, 1))
            }
        }
        return groups
    }

    private func demand(of task: TaskID) -> CapacityNeed.Demand? {
        guard let plan = ecs.tasks[task]?.plan else { return nil }
        let ports = plan.networkMode == .awsvpc ? [] : plan.containers.flatMap { $0.ports.map(\.host) }
        let service = ecs.tasks[task]?.service.flatMap { ecs.services[$0]?.settings.placementConstraints } ?? []
        return CapacityNeed.Demand(
            cpu: plan.cpu, memory: plan.memory, ports: ports.filter { $0 > 0 }.sorted(),
            isAlone: (plan.constraints + service).contains { $0.type == "distinctInstance" })
    }

    /// What the group's types give to tasks.
    private func rooms(_ group: GroupID) -> [CapacityNeed.Room] {
        guard let configuration = fleet.groups[group]?.configuration else { return [] }
        return possibleOptions(configuration).compactMap { fleet.type(named: $0.instanceType) }
            .map { CapacityNeed.Room(cpu: $0.cpus * 1024, memory: $0.ecsMemory) }
    }

    /// One step out; none while instances of the last one still come up or warm up.
    private mutating func scaleOut(_ provider: CapacityProvider, _ id: GroupID, to wanted: Int) {
        guard let settings = fleet.groups[id]?.settings, isOn("AlarmNotification", id), !isWarming(provider, id) else {
            return
        }
        let count = min(wanted, settings.maxSize)
        if count > settings.desiredCapacity { moveDesired(id, to: count, cause: cause(provider, "AlarmHigh")) }
    }

    private func isWarming(_ provider: CapacityProvider, _ id: GroupID) -> Bool {
        fleet.groups[id]?.instances.contains { member in
            guard let instance = fleet.instances[member], instance.isCounted else { return false }
            guard let since = instance.inServiceAt else { return true }
            return now - since < provider.managedScaling.instanceWarmupPeriod
        } == true
    }

    private mutating func scaleIn(
        _ provider: CapacityProvider, _ id: CapacityProviderID, _ group: GroupID, from up: Int, to wanted: Int
    ) {
        guard let settings = fleet.groups[group]?.settings, isOn("AlarmNotification", group) else { return }
        let count = max(settings.minSize, CapacityNeed.shrunk(from: up, to: wanted))
        guard count < settings.desiredCapacity else { return }
        if provider.managedTerminationProtection { unprotectIdle(group) }
        moveDesired(group, to: count, cause: cause(provider, "AlarmLow"))
    }

    /// Instances that never held work came protected; they are free to go.
    private mutating func unprotectIdle(_ id: GroupID) {
        for member in fleet.groups[id]?.instances ?? [] {
            guard let agent = fleet.instances[member]?.containerInstance, !hasWork(agent) else { continue }
            setManagedProtection(agent, false)
        }
    }

    private func cause(_ provider: CapacityProvider, _ alarm: String) -> String {
        "a monitor alarm TargetTracking-\(provider.groupName)-\(alarm)-\(provider.policyID) in state ALARM triggered "
            + "policy \(provider.policyName)"
    }
}
