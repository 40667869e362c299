public import Model

// Instances come into a cluster.
extension World {
    /// Ports that the operating system and the agent hold on every instance.
    static let agentPorts: [UInt16] = [22, 2375, 2376, 51678, 51679]

    /// An instance's agent registers in the cluster that its user data names.
    mutating func registerAgent(of id: InstanceID) {
        guard let instance = fleet.instances[id], let name = instance.joins,
            let cluster = ecs.clusterNames[name], ecs.clusters[cluster]?.status == .active
        else { return }
        if let known = instance.containerInstance, ecs.containerInstances[known]?.inactiveSince == nil,
            ecs.containerInstances[known] != nil
        {
            ecs.containerInstances[known]?.agentConnected = true
            refreshRoom(known)
            roomCameUp(on: known)
            return
        }
        guard let type = fleet.type(named: instance.instanceType) else { return }
        let draft = ContainerInstanceDraft(
            cluster: cluster, instance: id, instanceName: instance.id, instanceType: type.name, zone: instance.zone,
            cpu: type.cpus * 1024, memory: type.ecsMemory, attributes: attributes(of: instance), tags: .list([]))
        let registered = register(draft)
        fleet.instances[id]?.containerInstance = registered
    }

    /// What ECS says of every instance, and what others that were started the same way registered besides.
    private func attributes(of instance: Instance) -> [(name: String, value: String?)] {
        let own = stated(by: instance)
        let others = (instance.launchTemplate ?? instance.launchConfiguration).flatMap { fleet.siblings[$0] } ?? []
        return own + others.filter { other in !own.contains { $0.name == other.name } }
    }

    private func stated(by instance: Instance) -> [(name: String, value: String?)] {
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
        var all = builtIn(instance)
        for attribute in attributes {
            all.removeAll { $0.name == attribute.name }
            all.append(attribute)
        }
        let stated = { (name: String) in all.first { $0.name == name }?.value ?? nil }
        let zone = stated("ecs.availability-zone") ?? place.zones[0]
        let type = stated("ecs.instance-type") ?? "m5.large"
        let draft = ContainerInstanceDraft(
            cluster: cluster, instance: instance, instanceName: instanceName, instanceType: type, zone: zone, cpu: cpu,
            memory: memory, attributes: all, tags: tags)
        let registered = register(draft)
        if let instance { fleet.instances[instance]?.containerInstance = registered }
        return registered
    }

    /// What ECS itself knows of an instance that registers, whatever its agent says.
    private func builtIn(_ id: InstanceID?) -> [(name: String, value: String?)] {
        let instance = id.flatMap { fleet.instances[$0] }
        let known: [(name: String, value: String?)] = [
            ("ecs.availability-zone", instance?.zone ?? place.zones[0]),
            ("ecs.instance-type", instance?.instanceType ?? "m5.large"), ("ecs.os-type", "linux"),
        ]
        guard let image = instance?.data["imageId"]?.string else { return known }
        return known + [("ecs.ami-id", image)]
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
        refreshRoom(id)
        ecs.containerInstanceNames[instance.id] = id
        ecs.clusters[draft.cluster]?.containerInstances.append(id)
        ecs.clusters[draft.cluster]?.zones[instance.zoneSlot].active += 1
        announceInstance(id)
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

    /// The place of a zone among the cluster's.
    mutating func zoneSlot(_ zone: String, in cluster: ClusterID) -> Int {
        if let slot = ecs.clusters[cluster]?.zones.firstIndex(where: { $0.name == zone }) { return slot }
        ecs.clusters[cluster]?.zones.append(Cluster.Zone(name: zone))
        return (ecs.clusters[cluster]?.zones.count ?? 1) - 1
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
