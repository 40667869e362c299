import Model

/// Target groups, the load balancers in front of them, and their targets.
extension ObservedReader {
    mutating func readTargetGroups() {
        for row in observed.targetGroups.map(ObservedRow.init) {
            guard let arn = row.text("targetGroupArn") else { continue }
            insert(arn, row, balancers: row.texts("loadBalancerArns"))
        }
    }

    private mutating func insert(_ arn: String, _ row: ObservedRow, balancers: [String]) {
        let shown = row.without(["loadBalancerArns"])
        var attributes = BalancingDefaults.targetGroup(shown)
        for (key, value) in observed.targetGroupAttributes[arn] ?? [:] { attributes[key] = value }
        let parts = arn.split(separator: "/")
        let name = row.text("targetGroupName") ?? (parts.count > 1 ? String(parts[1]) : arn)
        var group = TargetGroup(
            name: name, arn: arn, ordinal: world.nextOrdinal(), shown: shown, attributes: attributes, tags: row.tags,
            check: TargetGroup.HealthCheck(shown: shown))
        group.loadBalancers = balancers.map { balancer($0) }
        group.uses = zip(balancers, group.loadBalancers).map { TargetGroup.Use(holder: $0, loadBalancer: $1) }
        let id = world.balancing.targetGroups.insert(group)
        world.balancing.targetGroupNames[name] = id
        world.balancing.targetGroupArns[arn] = id
    }

    /// The load balancer of an ARN; what it does besides is of no matter here.
    private mutating func balancer(_ arn: String) -> LoadBalancerID {
        if let known = world.balancing.loadBalancerArns[arn] { return known }
        let parts = arn.split(separator: "/")
        let name = parts.count > 2 ? String(parts[2]) : arn
        var balancer = LoadBalancer(
            name: name, arn: arn, shown: ["loadBalancerArn": .string(arn), "loadBalancerName": .string(name)],
            attributes: [:], tags: .list([]), createdAt: world.now)
        balancer.state = "active"
        let id = world.balancing.loadBalancers.insert(balancer)
        world.balancing.loadBalancerArns[arn] = id
        world.balancing.loadBalancerNames[name] = id
        return id
    }

    /// A target group that a service names and that was not read has AWS's defaults.
    mutating func require(targetGroup arn: String, of service: String) {
        guard world.balancing.targetGroupArns[arn] == nil else { return }
        note(
            "target group \(ObservedRow.name(ofGroup: arn)) of service \(service) could not be read: AWS's defaults hold"
        )
        insert(arn, ObservedRow(["protocol": "HTTP", "port": 80]), balancers: ["unknown"])
    }

    /// Targets of every group; those that tasks stand behind are told apart by id and port.
    mutating func readTargets() {
        let tasks = endpoints()
        for arn in observed.targetHealth.keys.sorted() {
            guard let group = world.balancing.targetGroupArns[arn] else { continue }
            for row in (observed.targetHealth[arn] ?? []).map(ObservedRow.init) { insert(row, group, arn, tasks) }
        }
    }

    /// The tasks of balanced services by where they are reached.
    private func endpoints() -> [TargetKey: TaskID] {
        var tasks: [TargetKey: TaskID] = [:]
        for service in world.ecs.services.handles {
            let balancers = world.ecs.services[service]?.settings.loadBalancers ?? []
            for balancer in balancers {
                let groups = [balancer.targetGroupArn, balancer.advanced?.alternateTargetGroupArn]
                    .compactMap { $0.flatMap { world.balancing.targetGroupArns[$0] } }
                for id in world.ecs.services[service]?.tasks ?? [] {
                    guard let task = world.ecs.tasks[id], let place = world.endpoint(of: task, balancer) else {
                        continue
                    }
                    for group in groups { tasks[TargetKey(group: group, id: place.id, port: place.port)] = id }
                }
            }
        }
        return tasks
    }

    private mutating func insert(
        _ row: ObservedRow, _ group: TargetGroupID, _ arn: String, _ tasks: [TargetKey: TaskID]
    ) {
        let described = row.row("target")
        let health = row.row("targetHealth")
        guard let name = described.text("id") else { return }
        let key = TargetKey(group: group, id: name, port: described.number("port") ?? 80)
        let task = tasks[key]
        let start = task.flatMap { world.ecs.tasks[$0]?.startedAt }
        var target = Target(
            group: group, ordinal: world.nextOrdinal(), id: name, port: key.port,
            zone: described.text("availabilityZone"), task: task, registeredAt: start ?? world.now)
        target.state = Target.State(rawValue: health.text("state") ?? "") ?? .unhealthy
        target.reason = health.text("reason")
        target.description = health.text("description")
        target.hasServed = target.state != .initial && target.state != .unused
        target.answers = target.state == .healthy
        let id = world.balancing.targets.insert(target)
        world.balancing.targetGroups[group]?.targets.append(id)
        if target.state == .healthy { world.balancing.targetGroups[group]?.healthyCount += 1 }
        world.balancing.targetKeys[key] = id
        world.balancing.targetsOfID[name, default: []].append(id)
        if let task { world.ecs.tasks[task]?.targets.append(id) } else { join(id, name, arn) }
    }

    /// A target without a task may be a group's own instance.
    private mutating func join(_ target: TargetID, _ name: String, _ arn: String) {
        guard let instance = world.fleet.instanceNames[name], let group = world.fleet.instances[instance]?.group,
            world.fleet.groups[group]?.settings.targetGroupArns.contains(arn) == true
        else { return }
        world.fleet.instances[instance]?.targets.append(target)
    }
}

extension ObservedRow {
    /// The name in `…:targetgroup/<name>/<id>`.
    static func name(ofGroup arn: String) -> String {
        let parts = arn.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : arn
    }
}
