import Model

/// Container instances, oldest first; what tasks hold on them is put on with the tasks.
extension ObservedReader {
    mutating func readContainerInstances() {
        let rows = observed.containerInstances.map(ObservedRow.init)
            .map { (at: $0.time("registeredAt") ?? world.now, id: $0.name(of: "containerInstanceArn") ?? "", row: $0) }
        for (at, id, row) in rows.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) where !id.isEmpty {
            read(id, row, registeredAt: at)
        }
    }

    private mutating func read(_ id: String, _ row: ObservedRow, registeredAt: Instant) {
        guard let status = row.text("status").flatMap(ContainerInstance.Status.init), status != .inactive,
            let cluster = cluster(row.text("clusterArn"), below: row.text("containerInstanceArn"))
        else { return }
        let name = row.text("ec2InstanceId") ?? ""
        let host = world.fleet.instanceNames[name]
        let attributes = row.rows("attributes").map { (name: $0.text("name") ?? "", value: $0.text("value")) }
            .sorted { $0.name < $1.name }
        let stated = { (name: String) in attributes.first { $0.name == name }.flatMap(\.value) }
        let zone = stated("ecs.availability-zone") ?? host.flatMap { world.fleet.instances[$0]?.zone } ?? ""
        let type = stated("ecs.instance-type") ?? host.flatMap { world.fleet.instances[$0]?.instanceType } ?? ""
        let all = Resources(row.rows("registeredResources"))
        let free = Resources(row.rows("remainingResources"))
        var instance = ContainerInstance(
            id: id, ordinal: world.nextOrdinal(), cluster: cluster, instance: host, instanceName: name,
            capacityProvider: row.text("capacityProviderName").flatMap { world.ecs.capacityProviderNames[$0] },
            instanceType: type, zone: zone, cpu: all.cpu, memory: all.memory, attributes: attributes,
            registeredAt: registeredAt, zoneSlot: world.zoneSlot(zone, in: cluster), tags: row.tags)
        instance.status = status
        instance.agentConnected = row.flag("agentConnected") ?? true
        instance.version = row.number("version") ?? 1
        for port in World.agentPorts + free.ports { instance.ports.insert(port) }
        insert(instance, held: (all.cpu - free.cpu, all.memory - free.memory))
    }

    private mutating func insert(_ instance: ContainerInstance, held amount: (cpu: Int, memory: Int)) {
        let key = world.ecs.containerInstances.insert(instance)
        held[key] = amount
        world.ecs.containerInstanceNames[instance.id] = key
        world.ecs.clusters[instance.cluster]?.containerInstances.append(key)
        if instance.status == .active { world.ecs.clusters[instance.cluster]?.zones[instance.zoneSlot].active += 1 }
        learn(type: instance.instanceType, registeredMemory: instance.memory)
        guard let host = instance.instance else { return }
        world.fleet.instances[host]?.containerInstance = key
        if let group = world.fleet.instances[host]?.group { learnHome(of: group, host, instance) }
    }

    /// What the newest member registered with, the next one of its template will, too.
    private mutating func learnHome(of group: GroupID, _ host: InstanceID, _ instance: ContainerInstance) {
        guard let cluster = world.ecs.clusters[instance.cluster]?.name else { return }
        let source = world.fleet.instances[host].flatMap { $0.launchTemplate ?? $0.launchConfiguration }
        guard let source else { return setHome(of: group, cluster) }
        world.fleet.homes[source] = cluster
        world.fleet.siblings[source] = instance.attributes
    }
}

/// `registeredResources` or `remainingResources`; the second lists the ports that are taken.
private struct Resources {
    private(set) var cpu = 0
    private(set) var memory = 0
    private(set) var ports: [UInt16] = []

    init(_ rows: [ObservedRow]) {
        for row in rows {
            switch row.text("name") {
            case "CPU": cpu = row.number("integerValue") ?? 0
            case "MEMORY": memory = row.number("integerValue") ?? 0
            // AWS lists what is reserved; a dynamic port comes with its task.
            case "PORTS": ports = row.texts("stringSetValue").compactMap { UInt16($0) }.filter { $0 < 32768 }
            default: break
            }
        }
    }
}
