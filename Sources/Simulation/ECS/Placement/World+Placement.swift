// Where a task goes (aws-facts 1.2).
extension World {
    /// Ports that dynamic mapping takes, the lowest free one first.
    static let dynamicPorts: ClosedRange<UInt16> = 32768...60999

    /// A placer over the instances of `among` (nil for all of the cluster) that can take a task of this request.
    func placer(for request: PlacementRequest, among: [ContainerInstanceID]? = nil) -> Placer {
        let queries = request.queries
        let ports = request.staticPorts
        var candidates: [Placer.Candidate] = []
        for id in among ?? ecs.clusters[request.cluster]?.containerInstances ?? [] where queries != nil {
            let room = ecs.rooms[Int(id.slot)]
            guard room.isOpen, room.cpu >= request.plan.cpu, room.memory >= request.plan.memory,
                request.providers.isEmpty || room.provider.map(request.providers.contains) == true,
                ports.isEmpty || isFree(id, ports), queries?.allSatisfy({ holds($0, of: id) }) != false
            else { continue }
            candidates.append(Placer.Candidate(room: room))
        }
        return assemble(request, candidates)
    }

    private func isFree(_ id: ContainerInstanceID, _ ports: [UInt16]) -> Bool {
        ports.allSatisfy { ecs.containerInstances[id]?.ports.contains($0) == false }
    }

    private func assemble(_ request: PlacementRequest, _ found: [Placer.Candidate]) -> Placer {
        var candidates = found
        var spreads: [SpreadTable] = []
        let chain = request.strategy.isEmpty ? PlacementStrategy.awsDefault : request.strategy
        let rules = chain.map { strategy -> Placer.Rule in
            guard let attribute = strategy.spreadAttribute else { return strategy.rule }
            if attribute == "ecs.availability-zone" { return .spreadZones }
            spreads.append(SpreadTable(attribute: attribute))
            return .spread(slot: spreads.count - 1)
        }
        var zones = Array(repeating: 0, count: ecs.clusters[request.cluster]?.zones.count ?? 0)
        var here = ContiguousArray(repeating: 0, count: ecs.rooms.count)
        for peer in request.peers {
            guard let task = glance(at: peer), let place = task.instance else { continue }
            here[Int(place.slot)] += 1
            guard task.isWanted else { continue }
            zones[ecs.rooms[Int(place.slot)].zone] += 1
            for slot in spreads.indices { spreads[slot].add(spreadValue(spreads[slot].attribute, of: place), 1) }
        }
        for index in candidates.indices {
            candidates[index].here = here[Int(candidates[index].room.id.slot)]
            guard !spreads.isEmpty else { continue }
            candidates[index].values = spreads.indices.map {
                spreads[$0].add(spreadValue(spreads[$0].attribute, of: candidates[index].room.id), 0)
            }
        }
        return Placer(
            cpu: request.plan.cpu, memory: request.plan.memory, isDistinct: request.isDistinct,
            hasStaticPorts: !request.staticPorts.isEmpty, rules: rules, dice: dice, turn: request.turn,
            candidates: candidates, zones: zones, counts: spreads.map(\.counts))
    }

    private func spreadValue(_ attribute: String, of id: ContainerInstanceID) -> String {
        ecs.containerInstances[id]?.attributes.first { $0.name == attribute }?.value ?? ""
    }

    /// True when a query holds of an instance.
    func holds(_ query: ClusterQuery, of id: ContainerInstanceID) -> Bool {
        query.holds { queryValues($0, of: id) }
    }

    private func queryValues(_ subject: String, of id: ContainerInstanceID) -> [String] {
        guard let instance = ecs.containerInstances[id] else { return [] }
        if subject.hasPrefix("attribute:") {
            let name = subject.dropFirst("attribute:".count)
            return instance.attributes.filter { $0.name == name }.map { $0.value ?? "" }
        }
        switch subject {
        case "ec2InstanceId": return [instance.instanceName]
        case "containerInstanceArn", "containerInstanceId": return [instance.id]
        case "agentConnected": return [instance.agentConnected ? "true" : "false"]
        case "status": return [instance.status.rawValue]
        case "registeredAt": return [String(instance.registeredAt.milliseconds / 1000)]
        case "runningTasksCount":
            return [String(instance.tasks.filter { ecs.tasks[$0]?.lastStatus == .running }.count)]
        case "task:group": return instance.tasks.compactMap { ecs.tasks[$0]?.group }
        default: return []
        }
    }

    /// Puts a task on an instance that has room for it; its images are pulled next.
    mutating func put(_ id: TaskID, on place: ContainerInstanceID) {
        guard let plan = ecs.tasks[id]?.plan else { return }
        ecs.containerInstances[place]?.usedCPU += plan.cpu
        ecs.containerInstances[place]?.usedMemory += plan.memory
        ecs.containerInstances[place]?.tasks.append(id)
        ecs.containerInstances[place]?.version += 1
        ecs.tasks[id]?.containerInstance = place
        ecs.tasks[id]?.zone = ecs.containerInstances[place]?.zone
        ecs.tasks[id]?.containerInstanceName = ecs.containerInstances[place]?.id
        let ports = takePorts(plan, on: place)
        ecs.tasks[id]?.hostPorts = ports
        if plan.networkMode == .awsvpc, let ordinal = ecs.tasks[id]?.ordinal {
            ecs.tasks[id]?.address = "10.\(128 + (ordinal >> 16) & 127).\((ordinal >> 8) & 255).\(ordinal & 255)"
        }
        refreshRoom(place)
        if ecs.tasks[id]?.isDaemon == false {
            ecs.containerInstances[place]?.ordinaryTasks += 1
            if ecs.containerInstances[place]?.ordinaryTasks == 1 { containerInstanceFilled(place) }
        }
        beginPulling(id)
    }

    private mutating func takePorts(_ plan: TaskPlan, on place: ContainerInstanceID) -> [UInt16] {
        guard plan.networkMode == .bridge || plan.networkMode == .host else { return [] }
        var taken: [UInt16] = []
        for port in plan.containers.flatMap(\.ports) {
            let fixed = plan.networkMode == .host && port.host == 0 ? port.container : port.host
            let free = fixed == 0 ? ecs.containerInstances[place]?.ports.lowestFree(in: Self.dynamicPorts) : nil
            let host = free ?? UInt16(exactly: fixed) ?? 0
            ecs.containerInstances[place]?.ports.insert(host)
            taken.append(host)
        }
        return taken
    }

    /// What a STOPPED task held is free; who waits for room may have it.
    mutating func leaveInstance(_ id: TaskID) {
        guard let place = ecs.tasks[id]?.containerInstance, let plan = ecs.tasks[id]?.plan,
            let index = ecs.containerInstances[place]?.tasks.firstIndex(of: id)
        else { return }
        ecs.containerInstances[place]?.tasks.remove(at: index)
        ecs.containerInstances[place]?.usedCPU -= plan.cpu
        ecs.containerInstances[place]?.usedMemory -= plan.memory
        ecs.containerInstances[place]?.version += 1
        for port in ecs.tasks[id]?.hostPorts ?? [] { ecs.containerInstances[place]?.ports.remove(port) }
        refreshRoom(place)
        roomCameUp(on: place)
        if ecs.tasks[id]?.isDaemon == false { ecs.containerInstances[place]?.ordinaryTasks -= 1 }
        instanceMayBeEmpty(place, wasDaemon: ecs.tasks[id]?.isDaemon == true)
    }
}

/// Tasks by the value of an attribute, values in the order of their finding.
private struct SpreadTable {
    let attribute: String
    private var values: [String] = []
    private(set) var counts: [Int] = []

    init(attribute: String) { self.attribute = attribute }

    /// Adds to a value's count and gives the value's index.
    @discardableResult
    mutating func add(_ value: String, _ count: Int) -> Int {
        if let index = values.firstIndex(of: value) {
            counts[index] += count
            return index
        }
        values.append(value)
        counts.append(count)
        return values.count - 1
    }
}

extension PlacementStrategy {
    /// What AWS does without strategy: zones, then instances.
    static let awsDefault = [
        PlacementStrategy(type: "spread", field: "attribute:ecs.availability-zone"),
        PlacementStrategy(type: "spread", field: "instanceId"),
    ]

    /// The attribute that it spreads over; nil for instances and for other strategies.
    var spreadAttribute: String? {
        guard type == "spread", field.hasPrefix("attribute:") else { return nil }
        return String(field.dropFirst("attribute:".count))
    }

    fileprivate var rule: Placer.Rule {
        switch (type, field.lowercased()) {
        case ("binpack", "memory"): .binpackMemory
        case ("binpack", _): .binpackCPU
        case ("random", _): .random
        default: .spreadInstances
        }
    }
}
