import Model

/// Tasks that have not stopped, oldest first, on their instances.
extension ObservedReader {
    mutating func readTasks() {
        let rows = observed.tasks.map(ObservedRow.init)
            .map { (at: $0.time("createdAt") ?? world.now, id: $0.name(of: "taskArn") ?? "", row: $0) }
        for (at, id, row) in rows.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) where !id.isEmpty {
            read(id, row, createdAt: at)
        }
        for (key, amount) in held.sorted(by: { $0.key < $1.key }) { settleResources(of: key, amount) }
    }

    private mutating func read(_ id: String, _ row: ObservedRow, createdAt: Instant) {
        guard let status = row.text("lastStatus").flatMap(ECSTask.Status.init), status != .stopped,
            row.text("launchType") != "FARGATE", row.text("capacityProviderName")?.hasPrefix("FARGATE") != true,
            let cluster = cluster(row.text("clusterArn"), below: row.text("taskArn")),
            let definition = row.name(of: "taskDefinitionArn"), let plan = plan(definition, like: row)
        else { return }
        let group = row.text("group") ?? ""
        let service = self.service(group, in: cluster)
        let deployment = service.map { self.deployment(of: row, in: $0) } ?? 0
        let isDaemon = service.map { world.ecs.services[$0]?.settings.scheduling == .daemon } ?? false
        var task = ECSTask(
            id: id, ordinal: world.nextOrdinal(), cluster: cluster, service: service, deployment: deployment,
            taskDefinition: definition, plan: plan, createdAt: createdAt, startedBy: row.text("startedBy") ?? "",
            group: group, tags: row.tags, overrides: row["overrides"] ?? .emptyObject, isDaemon: isDaemon)
        if let service { task.revision = revision(of: service, deployment, definition) }
        task.lastStatus = status
        fill(&task, row)
        let key = world.ecs.tasks.insert(task)
        world.ecs.taskNames[id] = key
        if let service {
            world.ecs.services[service]?.tasks.append(key)
        } else {
            world.ecs.clusters[cluster]?.standalone.append(key)
        }
        place(key, task, row)
    }

    private func service(_ group: String, in cluster: ClusterID) -> ServiceID? {
        guard group.hasPrefix("service:") else { return nil }
        return world.ecs.clusters[cluster]?.serviceNames[String(group.dropFirst("service:".count))]
    }

    private func deployment(of row: ObservedRow, in service: ServiceID) -> UInt64 {
        Self.deployment(row.text("startedBy")) ?? world.ecs.services[service]?.deployments.first?.id ?? 0
    }

    /// A deployment that AWS lists no more still has tasks that drain.
    private mutating func revision(of service: ServiceID, _ deployment: UInt64, _ definition: String) -> Int {
        let key = RevisionKey(service: service, deployment: deployment)
        if let known = revisions[key] { return known }
        guard var settings = world.ecs.services[service]?.settings else { return 0 }
        settings.taskDefinition = definition
        let place = world.ecs.services[service]?.revisions.count ?? 0
        world.ecs.services[service]?.revisions.append(
            ServiceRevision(id: deployment, settings: settings, createdAt: world.now))
        revisions[key] = place
        return place
    }

    private func fill(_ task: inout ECSTask, _ row: ObservedRow) {
        task.isWanted = row.text("desiredStatus") != "STOPPED"
        task.health = row.text("healthStatus").flatMap(ECSTask.Health.init) ?? .unknown
        task.capacityProvider = row.text("capacityProviderName")
        task.zone = row.text("availabilityZone")
        task.startedAt = row.time("startedAt")
        if task.lastStatus == .running, task.startedAt == nil { task.startedAt = world.now }
        task.stoppingAt = row.time("stoppingAt")
        task.pullStartedAt = row.time("pullStartedAt")
        task.pullStoppedAt = row.time("pullStoppedAt")
        task.stopCode = row.text("stopCode").flatMap(ECSTask.StopCode.init)
        task.stoppedReason = row.text("stoppedReason")
        task.version = row.number("version") ?? 1
        task.address = task.plan.networkMode == .awsvpc ? Self.address(of: row) : nil
    }

    /// On its instance, or among those that wait for one.
    private mutating func place(_ id: TaskID, _ task: ECSTask, _ row: ObservedRow) {
        let name = row.name(of: "containerInstanceArn")
        guard let name, let place = world.ecs.containerInstanceNames[name] else {
            if name == nil, task.lastStatus == .provisioning, task.isWanted {
                world.ecs.clusters[task.cluster]?.waiting.append(id)
            }
            return
        }
        let ports = hostPorts(of: task.plan, row, on: place)
        world.ecs.tasks[id]?.containerInstance = place
        world.ecs.tasks[id]?.containerInstanceName = name
        world.ecs.tasks[id]?.hostPorts = ports
        if task.zone == nil { world.ecs.tasks[id]?.zone = world.ecs.containerInstances[place]?.zone }
        world.ecs.containerInstances[place]?.usedCPU += task.plan.cpu
        world.ecs.containerInstances[place]?.usedMemory += task.plan.memory
        world.ecs.containerInstances[place]?.tasks.append(id)
        if !task.isDaemon { world.ecs.containerInstances[place]?.ordinaryTasks += 1 }
        guard task.pullStoppedAt != nil || task.startedAt != nil else { return }
        for image in task.plan.containers.map(\.image)
        where world.ecs.containerInstances[place]?.images.contains(image) == false {
            world.ecs.containerInstances[place]?.images.append(image)
        }
    }

    /// The instance's ports in the order of containers and their ports; those that AWS does not show yet are chosen.
    private mutating func hostPorts(of plan: TaskPlan, _ row: ObservedRow, on place: ContainerInstanceID) -> [UInt16] {
        guard plan.networkMode == .bridge || plan.networkMode == .host else { return [] }
        let rows = row.rows("containers")
        var taken: [UInt16] = []
        for container in plan.containers where !container.ports.isEmpty {
            let bindings = rows.first { $0.text("name") == container.name }?.rows("networkBindings") ?? []
            for port in container.ports {
                let shown = bindings.first { $0.number("containerPort") == port.container }?.number("hostPort")
                let fixed = shown ?? (plan.networkMode == .host && port.host == 0 ? port.container : port.host)
                let free =
                    fixed == 0
                    ? world.ecs.containerInstances[place]?.ports.lowestFree(in: World.dynamicPorts) : nil
                let host = free ?? UInt16(exactly: fixed) ?? 0
                world.ecs.containerInstances[place]?.ports.insert(host)
                taken.append(host)
            }
        }
        return taken
    }

    /// What AWS counts as held beyond the tasks that were seen stays held.
    private mutating func settleResources(of id: ContainerInstanceID, _ amount: (cpu: Int, memory: Int)) {
        guard let instance = world.ecs.containerInstances[id] else { return }
        world.ecs.containerInstances[id]?.usedCPU = max(instance.usedCPU, amount.cpu)
        world.ecs.containerInstances[id]?.usedMemory = max(instance.usedMemory, amount.memory)
        world.refreshRoom(id)
    }
}
