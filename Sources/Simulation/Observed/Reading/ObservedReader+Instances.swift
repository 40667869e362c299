import Model

/// EC2 instances, the groups' first, in the order of their launch.
extension ObservedReader {
    mutating func readInstances() {
        var members: [String: (row: ObservedRow, group: String)] = [:]
        for group in rows(observed.groups) {
            guard let name = group.text("autoScalingGroupName"), world.fleet.groupNames[name] != nil else { continue }
            for row in group.rows("instances") {
                if let id = row.text("instanceId") { members[id] = (row, name) }
            }
        }
        let dated = Set(instanceRows.keys).union(members.keys).sorted().map { (launchedAt($0), $0) }
        for (_, id) in dated.sorted(by: <) { readInstance(id, members[id]) }
        guessPurchaseOptions()
    }

    /// An instance that EC2 does not describe is taken as an hour old.
    private func launchedAt(_ id: String) -> Instant { instanceRows[id]?.time("launchTime") ?? world.now - .hours(1) }

    private mutating func readInstance(_ id: String, _ member: (row: ObservedRow, group: String)?) {
        let row = instanceRows[id] ?? ObservedRow(.emptyObject)
        let group = member.flatMap { world.fleet.groupNames[$0.group] }
        let lifecycle = member.flatMap { self.lifecycle($0.row, id) }
        let state = row.row("state").text("name").flatMap(Instance.State.init) ?? .running
        // Its group has not seen yet that one in service is gone.
        guard state != .terminated || lifecycle == .inService else { return }
        var instance = make(id, row, member?.row)
        instance.state = state
        instance.stateReason = row.text("stateTransitionReason") ?? ""
        if let group, let lifecycle {
            instance.group = group
            instance.lifecycle = lifecycle
            instance.isProtected = member?.row.flag("protectedFromScaleIn") ?? false
            instance.isHealthy = member?.row.text("healthStatus") != "Unhealthy"
            instance.weight = member?.row.number("weightedCapacity") ?? 1
            instance.inServiceAt = inServiceAt(instance)
        }
        let key = world.fleet.instances.insert(instance)
        world.fleet.instanceNames[id] = key
        world.fleet.addresses.insert(instance.privateAddress)
        if let group = instance.group { world.fleet.groups[group]?.instances.append(key) }
    }

    private mutating func lifecycle(_ row: ObservedRow, _ id: String) -> Instance.Lifecycle? {
        let word = row.text("lifecycleState") ?? "InService"
        if let known = Instance.Lifecycle(rawValue: word) { return known }
        note("instance \(id) is \(word), which is not forecast: it is left out of its group")
        return nil
    }

    /// AWS does not show it: as long after the launch as instances take on the whole.
    private func inServiceAt(_ instance: Instance) -> Instant? {
        switch instance.lifecycle {
        case .pending, .pendingWait, .pendingProceed, nil: nil
        default: min(world.now, instance.launchedAt + world.physics.instanceLaunch.middle)
        }
    }

    private mutating func make(_ id: String, _ row: ObservedRow, _ member: ObservedRow?) -> Instance {
        let template = member?.row("launchTemplate")
        let source = template.flatMap { self.source($0) }
        let recipe = source.flatMap { world.possibleRecipe(for: $0) }
        var data = recipe?.data ?? .emptyObject
        if let image = row["imageId"] { data["imageId"] = image }
        let agent = agentSettings(data, recipe)
        let configuration = member?.text("launchConfigurationName")
        let home = (recipe?.template ?? configuration).flatMap { world.fleet.homes[$0] }
        return Instance(
            id: id, ordinal: world.nextOrdinal(),
            instanceType: row.text("instanceType") ?? member?.text("instanceType") ?? "",
            zone: row.row("placement").text("availabilityZone") ?? member?.text("availabilityZone") ?? "",
            subnet: row.text("subnetId") ?? "", privateAddress: row.text("privateIpAddress") ?? "",
            isSpot: row.text("instanceLifecycle") == "spot", launchTemplate: template?.text("launchTemplateId"),
            launchTemplateVersion: template?.text("version"), launchConfiguration: configuration, data: data,
            joins: agent.joins ?? home, drainsOnNotice: agent.drains,
            launchedAt: launchedAt(id), tags: row.tags)
    }

    /// What the user data says, read once a version.
    private mutating func agentSettings(_ data: Value, _ recipe: LaunchRecipe?) -> (joins: String?, drains: Bool) {
        let key = "\(recipe?.template ?? "") \(recipe?.version ?? "")"
        if let known = agents[key], recipe?.template != nil { return known }
        let settings = world.agentSettings(data)
        agents[key] = settings
        return settings
    }

    /// Without EC2's rows nobody says what is Spot: the group's own split does.
    private mutating func guessPurchaseOptions() {
        guard instanceRows.isEmpty else { return }
        for id in world.fleet.groups.handles {
            guard let group = world.fleet.groups[id], let split = group.split, !group.instances.isEmpty else {
                continue
            }
            note("instances of group \(group.name) could not be read: their purchase options are assumed")
            for member in group.instances.dropFirst(split.onDemand(of: group.instances.count)) {
                world.fleet.instances[member]?.isSpot = true
            }
        }
    }
}

extension Spread {
    /// Half-way between the bounds.
    var middle: Span { Span(milliseconds: (shortest.milliseconds + longest.milliseconds) / 2) }
}
