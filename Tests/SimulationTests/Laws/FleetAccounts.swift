@testable import Simulation

/// Instances and the groups and agents that they belong to know each other; nothing waits for what is over.
enum FleetAccounts {
    static func look(at world: World, _ findings: inout Findings) {
        var listed: [InstanceID: [GroupID]] = [:]
        for id in world.fleet.groups.handles {
            for instance in world.fleet.groups[id]?.instances ?? [] { listed[instance, default: []].append(id) }
        }
        for id in listed.keys where world.fleet.instances[id] == nil {
            findings.say("a group has an instance that is none")
        }
        for id in world.fleet.instances.handles { lookAtInstance(id, listed[id] ?? [], world, &findings) }
        for id in world.ecs.containerInstances.handles { lookAtAgent(id, world, &findings) }
        for id in world.fleet.groups.handles { lookAtSample(of: id, world, &findings) }
        lookAtQueue(world, &findings)
    }

    /// The timeline knows how many are in service, unless a look that will put it down is on its way.
    private static func lookAtSample(of id: GroupID, _ world: World, _ findings: inout Findings) {
        guard let group = world.fleet.groups[id], group.lookAt == nil, let sample = group.lastSample else { return }
        let inService = world.members(id).filter { $0.lifecycle == .inService }
        findings.expect(
            sample.onDemand + sample.spot == inService.count && sample.spot == inService.count(where: \.isSpot),
            "\(group.name) shows \(sample.onDemand) and \(sample.spot) in service of \(inService.count)")
    }

    private static func lookAtInstance(
        _ id: InstanceID, _ groups: [GroupID], _ world: World, _ findings: inout Findings
    ) {
        guard let instance = world.fleet.instances[id] else { return }
        let isMember = instance.group != nil && instance.lifecycle != .terminated
        findings.expect(
            groups == (isMember ? [instance.group].compactMap(\.self) : []),
            "\(instance.id) is in \(groups.count) groups")
        findings.expect((instance.group == nil) == (instance.lifecycle == nil), "\(instance.id) is half in a group")
        findings.expect(world.fleet.instanceNames[instance.id] == id, "\(instance.id) has lost its name")
        let waits = instance.lifecycle == .pendingWait || instance.lifecycle == .terminatingWait
        findings.expect(
            waits == !instance.hooks.isEmpty || instance.drainedAt != nil, "\(instance.id) waits for no hook")
        let isThere = world.fleet.addresses.contains(instance.privateAddress)
        findings.expect(isThere || instance.state == .terminated, "\(instance.id) has lost its address")
        if let agent = instance.containerInstance {
            findings.expect(
                world.ecs.containerInstances[agent]?.instance == id, "\(instance.id) has another instance's agent")
        }
    }

    private static func lookAtAgent(_ id: ContainerInstanceID, _ world: World, _ findings: inout Findings) {
        guard let agent = world.ecs.containerInstances[id], agent.status != .inactive, let host = agent.instance else {
            return
        }
        findings.expect(
            world.fleet.instances[host]?.containerInstance == id && world.fleet.instances[host]?.state == .running,
            "\(agent.instanceName) has an agent and does not run")
    }

    /// Events that were overtaken stay until their time; there are only ever a few for each thing that lives.
    private static func lookAtQueue(_ world: World, _ findings: inout Findings) {
        let living =
            world.ecs.services.count + world.ecs.tasks.count + world.fleet.instances.count
            + world.balancing.targets.count + world.fleet.groups.count + world.scaling.targets.count
        let most = 100 + 4 * living
        findings.expect(world.queue.count <= most, "\(world.queue.count) events wait in a world of \(living) things")
    }
}
