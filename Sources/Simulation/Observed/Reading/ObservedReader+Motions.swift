import Model

/// What is under way: everything else stays as it is, however much time passes.
extension ObservedReader {
    mutating func findMotions() {
        inferDepartures()
        for id in world.fleet.instances.handles where isMoving(id) { motions.append(.instance(id)) }
        for id in world.fleet.groups.handles {
            if isMoving(id) { motions.append(.group(id)) }
            world.sampleFleet(id)
        }
        for id in world.ecs.tasks.handles { lookAt(id) }
        for id in world.balancing.targets.handles { lookAt(id) }
        for id in world.ecs.services.handles { lookAt(id) }
        for id in world.ecs.clusters.handles where world.ecs.clusters[id]?.waiting.isEmpty == false {
            motions.append(.cluster(id))
        }
    }

    private mutating func isMoving(_ id: InstanceID) -> Bool {
        guard let instance = world.fleet.instances[id] else { return false }
        switch instance.state {
        case .pending, .shuttingDown, .stopping: return true
        case .stopped, .terminated: return instance.lifecycle == .inService
        case .running: break
        }
        switch instance.lifecycle {
        case .inService, .standby, .enteringStandby, .detached, .terminated, nil: break
        default: return true
        }
        guard instance.joins != nil, instance.containerInstance == nil else { return false }
        guard world.now - instance.launchedAt < .minutes(15) else {
            note("instance \(instance.id) is in no cluster, long after its launch: it stays out")
            return false
        }
        return true
    }

    /// A group whose members are not what it wants.
    private func isMoving(_ id: GroupID) -> Bool {
        guard let group = world.fleet.groups[id] else { return false }
        let census = world.census(of: id)
        return group.status != nil || census.capacity != group.settings.desiredCapacity || !census.leaving.isEmpty
            || group.instances.contains { world.fleet.instances[$0]?.isHealthy == false }
    }

    /// More members than wanted while some still come: as many go once those are in service.
    ///
    /// AWS does not say which; those of older template versions first, then those of the fullest zone.
    private mutating func inferDepartures() {
        for id in world.fleet.groups.handles {
            guard let group = world.fleet.groups[id] else { continue }
            let census = world.census(of: id)
            let surplus = min(census.capacity - group.settings.desiredCapacity, census.pending.count)
            guard surplus > 0 else { continue }
            let free = census.serving.filter { world.fleet.instances[$0]?.isProtected == false }
            let order = free.map { (age: templateAge($0), members: fullness($0, census), id: $0) }
                .sorted { ($0.age, -$0.members, $0.id) < ($1.age, -$1.members, $1.id) }
            for member in order.prefix(surplus) { world.fleet.instances[member.id]?.leaving = .zones }
        }
    }

    private func templateAge(_ id: InstanceID) -> Int {
        world.fleet.instances[id]?.launchTemplateVersion.flatMap { Int($0) } ?? 0
    }

    /// How many members are in service in an instance's zone.
    private func fullness(_ id: InstanceID, _ census: GroupCensus) -> Int {
        let zone = world.fleet.instances[id]?.zone
        return census.serving.count { world.fleet.instances[$0]?.zone == zone }
    }

    /// A task is at rest when it runs, is wanted, and everything that looks at it says that it is well.
    private mutating func lookAt(_ id: TaskID) {
        guard let task = world.ecs.tasks[id] else { return }
        let isWell =
            task.lastStatus == .running && task.isWanted && (!task.plan.isChecked || task.health == .healthy)
            && task.targets.allSatisfy { target in
                let state = world.balancing.targets[target]?.state
                return state != .initial && state != .draining && state != .unhealthy
            }
        guard isWell, !lacksTargets(task) else {
            if task.lastStatus != .provisioning || !task.isWanted || task.containerInstance != nil {
                motions.append(.task(id))
            }
            return
        }
        world.ecs.tasks[id]?.answers = true
    }

    /// A task that has just come up is not registered yet.
    private func lacksTargets(_ task: ECSTask) -> Bool {
        guard task.targets.isEmpty, let service = task.service, let start = task.startedAt else { return false }
        return world.now - start < .minutes(1)
            && world.ecs.services[service]?.settings.loadBalancers.isEmpty == false
    }

    /// A target that is probed has its place in the interval; one without task moves by itself.
    private mutating func lookAt(_ id: TargetID) {
        guard let target = world.balancing.targets[id] else { return }
        if target.state == .healthy || target.state == .unhealthy {
            let interval = world.balancing.targetGroups[target.group]?.check.interval ?? .seconds(30)
            let phase = Int64(truncatingIfNeeded: target.ordinal &* 7919) % max(1, interval.milliseconds)
            world.balancing.targets[id]?.probesFrom = world.now - Span(milliseconds: phase)
        }
        let isMoving = target.state == .draining || (target.state == .initial && target.task == nil)
        if isMoving { motions.append(.target(id)) }
    }

    private mutating func lookAt(_ id: ServiceID) {
        findAlternates(of: id)
        let census = world.census(of: id)
        for task in census {
            world.ecs.tasks[task.id]?.wasHealthy = task.standing == .healthy
            world.ecs.tasks[task.id]?.isCountedFailure = task.standing == .unhealthy
        }
        world.sample(id, census)
        guard let service = world.ecs.services[id], let primary = service.deployments.first else {
            return motions.append(.service(id))
        }
        let isAtRest =
            service.status == .active && service.deployments.count == 1 && primary.rollout == .completed
            && census.count == service.settings.desiredCount
            && census.allSatisfy { $0.deployment == primary.id && $0.standing == .healthy && !$0.isDraining }
        if isAtRest { return }
        world.ecs.services[id]?.steadySince = nil
        motions.append(.service(id))
    }

    /// Which of a native strategy's two target groups a deployment's tasks are in.
    private mutating func findAlternates(of id: ServiceID) {
        guard let service = world.ecs.services[id] else { return }
        let others = service.settings.loadBalancers.compactMap { $0.advanced?.alternateTargetGroupArn }
        guard !others.isEmpty else { return }
        for index in service.deployments.indices {
            let deployment = service.deployments[index].id
            let isAlternate = service.tasks.contains { task in
                guard let task = world.ecs.tasks[task], task.deployment == deployment else { return false }
                return task.targets.contains { target in
                    world.balancing.targets[target].flatMap { world.balancing.targetGroups[$0.group]?.arn }
                        .map(others.contains) ?? false
                }
            }
            world.ecs.services[id]?.deployments[index].usesAlternate = isAlternate
            if service.lastCompleted?.id == deployment {
                world.ecs.services[id]?.lastCompleted?.usesAlternate = isAlternate
            }
        }
    }
}
