public import Model

// Instances come into a cluster and go out of it.
extension World {
    /// Ports that the operating system and the agent hold on every instance.
    private static let agentPorts: [UInt16] = [22, 2375, 2376, 51678, 51679]

    /// An instance's agent registers in the cluster that its user data names.
    mutating func registerAgent(of id: InstanceID) {
        guard let instance = fleet.instances[id], let name = instance.joins,
            let cluster = ecs.clusterNames[name], ecs.clusters[cluster]?.status == .active
        else { return }
        if let known = instance.containerInstance, ecs.containerInstances[known]?.inactiveSince == nil,
            ecs.containerInstances[known] != nil
        {
            ecs.containerInstances[known]?.agentConnected = true
            roomCameUp(on: known)
            return
        }
        guard let type = InstanceType.named(instance.instanceType) else { return }
        let draft = ContainerInstanceDraft(
            cluster: cluster, instance: id, instanceName: instance.id, instanceType: type.name, zone: instance.zone,
            cpu: type.cpus * 1024, memory: type.ecsMemory, attributes: attributes(of: instance), tags: .list([]))
        let registered = register(draft)
        fleet.instances[id]?.containerInstance = registered
    }

    private func attributes(of instance: Instance) -> [(name: String, value: String?)] {
        [
            ("ecs.ami-id", instance.data["imageId"]?.string ?? ""),
            ("ecs.availability-zone", instance.zone),
            ("ecs.cpu-architecture", InstanceType.architecture(of: instance.instanceType)),
            ("ecs.instance-type", instance.instanceType),
            ("ecs.os-family", "LINUX"),
            ("ecs.os-type", "linux"),
            ("ecs.subnet-id", instance.subnet),
        ]
    }

    /// RegisterContainerInstance by hand.
    public mutating func registerContainerInstance(
        in cluster: ClusterID, instanceName: String, cpu: Int, memory: Int,
        attributes: [(name: String, value: String?)],
        tags: Value
    ) throws(Refusal) -> ContainerInstanceID {
        guard ecs.clusters[cluster]?.status == .active else {
            throw Refusal("ClusterNotFoundException", "Cluster not found.")
        }
        let instance = fleet.instanceNames[instanceName]
        let stated = { (name: String) in attributes.first { $0.name == name }?.value ?? nil }
        let zone = stated("ecs.availability-zone") ?? instance.flatMap { fleet.instances[$0]?.zone } ?? place.zones[0]
        let type = stated("ecs.instance-type") ?? instance.flatMap { fleet.instances[$0]?.instanceType } ?? "m5.large"
        var all = attributes.filter { $0.name != "ecs.availability-zone" && $0.name != "ecs.instance-type" }
        all += [("ecs.availability-zone", zone), ("ecs.instance-type", type)]
        let draft = ContainerInstanceDraft(
            cluster: cluster, instance: instance, instanceName: instanceName, instanceType: type, zone: zone, cpu: cpu,
            memory: memory, attributes: all, tags: tags)
        let registered = register(draft)
        if let instance { fleet.instances[instance]?.containerInstance = registered }
        return registered
    }

    private mutating func register(_ draft: ContainerInstanceDraft) -> ContainerInstanceID {
        let ordinal = nextOrdinal()
        var instance = ContainerInstance(
            id: hex(32, ordinal), ordinal: ordinal, cluster: draft.cluster, instance: draft.instance,
            instanceName: draft.instanceName, capacityProvider: provider(of: draft),
            instanceType: draft.instanceType, zone: draft.zone, cpu: draft.cpu, memory: draft.memory,
            attributes: draft.attributes.sorted { $0.name < $1.name }, registeredAt: now,
            zoneSlot: zoneSlot(draft.zone, in: draft.cluster), tags: draft.tags)
        for port in Self.agentPorts { instance.ports.insert(port) }
        let id = ecs.containerInstances.insert(instance)
        ecs.containerInstanceNames[instance.id] = id
        ecs.clusters[draft.cluster]?.containerInstances.append(id)
        ecs.clusters[draft.cluster]?.zones[instance.zoneSlot].active += 1
        instanceCanTakeTasks(id)
        return id
    }

    /// The group's provider, when the cluster has it at this moment.
    private func provider(of draft: ContainerInstanceDraft) -> CapacityProviderID? {
        guard let instance = draft.instance, let group = fleet.instances[instance]?.group,
            let provider = fleet.groups[group]?.capacityProvider, let name = ecs.capacityProviders[provider]?.name,
            ecs.clusters[draft.cluster]?.capacityProviders.contains(name) == true
        else { return nil }
        return provider
    }

    private mutating func zoneSlot(_ zone: String, in cluster: ClusterID) -> Int {
        if let slot = ecs.clusters[cluster]?.zones.firstIndex(where: { $0.name == zone }) { return slot }
        ecs.clusters[cluster]?.zones.append(Cluster.Zone(name: zone))
        return (ecs.clusters[cluster]?.zones.count ?? 1) - 1
    }

    /// New or undrained: who waits may have it, daemons come first.
    private mutating func instanceCanTakeTasks(_ id: ContainerInstanceID) {
        guard let cluster = ecs.containerInstances[id]?.cluster else { return }
        roomCameUp(on: id)
        for service in ecs.clusters[cluster]?.services ?? [] {
            if ecs.services[service]?.settings.scheduling == .daemon {
                markDirty(service)
            } else if ecs.services[service]?.settings.rebalancesZones == true {
                wake(service, at: now + .minutes(1))
            }
        }
    }

    /// UpdateContainerInstancesState from DRAINING back to ACTIVE.
    public mutating func undrain(_ id: ContainerInstanceID) {
        guard ecs.containerInstances[id]?.status == .draining, let cluster = ecs.containerInstances[id]?.cluster,
            let slot = ecs.containerInstances[id]?.zoneSlot
        else { return }
        ecs.containerInstances[id]?.status = .active
        ecs.containerInstances[id]?.version += 1
        ecs.clusters[cluster]?.zones[slot].active += 1
        markServicesDirty(on: id)
        instanceCanTakeTasks(id)
    }

    /// DeregisterContainerInstance; without `force` an instance with tasks is refused.
    ///
    /// The cluster does not know the tasks on it any more: they are STOPPED, and their services start others.
    public mutating func deregisterContainerInstance(_ id: ContainerInstanceID, force: Bool) throws(Refusal) {
        guard let instance = ecs.containerInstances[id], instance.inactiveSince == nil else {
            throw Refusal("InvalidParameterException", "The referenced container instance is not registered.")
        }
        guard force || instance.tasks.isEmpty else {
            throw Refusal("InvalidParameterException", "Found running tasks on the instance.")
        }
        deactivate(id, reason: "Container instance \(instance.id) deregistered.", code: .serviceScheduler)
    }

    /// An instance is gone; its tasks are STOPPED with "Host EC2 (instance …) terminated.".
    mutating func containerInstanceLost(_ id: ContainerInstanceID) {
        guard let instance = ecs.containerInstances[id], instance.inactiveSince == nil else { return }
        let isReclaimed = instance.instance.flatMap { fleet.instances[$0]?.interruptionAt } != nil
        let reason = "Host EC2 (instance \(instance.instanceName)) terminated."
        deactivate(id, reason: reason, code: isReclaimed ? .spotInterruption : .terminationNotice)
    }

    private mutating func deactivate(_ id: ContainerInstanceID, reason: String, code: ECSTask.StopCode) {
        guard let instance = ecs.containerInstances[id] else { return }
        if instance.status == .active { ecs.clusters[instance.cluster]?.zones[instance.zoneSlot].active -= 1 }
        ecs.containerInstances[id]?.status = .inactive
        ecs.containerInstances[id]?.agentConnected = false
        ecs.containerInstances[id]?.inactiveSince = now
        ecs.clusters[instance.cluster]?.containerInstances.removeAll { $0 == id }
        ecs.inactiveInstances.append(id)
        if let host = instance.instance, fleet.instances[host]?.containerInstance == id {
            fleet.instances[host]?.containerInstance = nil
        }
        for task in instance.tasks {
            if ecs.tasks[task]?.isWanted == true {
                ecs.tasks[task]?.stopCode = code
                ecs.tasks[task]?.stoppedReason = reason
                ecs.tasks[task]?.stoppingAt = now
            }
            endTask(task)
        }
        markDaemonsDirty(in: instance.cluster)
    }

    /// An INACTIVE instance is described for an hour.
    mutating func tidyInstances(before limit: Instant) {
        let gone = ecs.inactiveInstances.prefix { id in
            ecs.containerInstances[id]?.inactiveSince.map { $0 < limit } ?? true
        }
        for id in gone {
            if let name = ecs.containerInstances[id]?.id { ecs.containerInstanceNames[name] = nil }
            ecs.containerInstances.remove(id)
        }
        ecs.inactiveInstances.removeFirst(gone.count)
    }
}

/// What a registration says of an instance.
private struct ContainerInstanceDraft {
    let cluster: ClusterID
    let instance: InstanceID?
    let instanceName: String
    let instanceType: String
    let zone: String
    let cpu: Int
    let memory: Int
    let attributes: [(name: String, value: String?)]
    let tags: Value
}

extension InstanceType {
    /// `arm64` for the families whose name's number is followed by `g`, `x86_64` for the others.
    static func architecture(of name: String) -> String {
        let family = name.prefix { $0 != "." }
        let letters = family.drop { !$0.isNumber }.drop { $0.isNumber }
        return letters.hasPrefix("g") ? "arm64" : "x86_64"
    }
}
