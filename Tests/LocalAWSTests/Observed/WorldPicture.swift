import Simulation

/// What anybody can see of a world, in lines that two worlds are compared by.
struct WorldPicture: Equatable, CustomStringConvertible {
    private var lines: [String] = []

    var description: String { lines.joined(separator: "\n") }

    /// Everything as it stands now.
    static func whole(_ world: World) -> WorldPicture {
        var picture = WorldPicture()
        for id in world.ecs.services.handles { picture.add(service: id, world) }
        for id in world.ecs.containerInstances.handles { picture.add(instance: id, world) }
        for id in world.fleet.groups.handles { picture.add(group: id, world) }
        for id in world.balancing.targetGroups.handles { picture.add(targets: id, world) }
        for id in world.ecs.clusters.handles {
            picture.lines.append("waiting \(world.ecs.clusters[id]?.waiting.count ?? 0)")
        }
        return picture
    }

    /// What is left when everything has settled: counts alone, since the names of what comes are chance.
    static func settled(_ world: World, countingInstances: Bool = true) -> WorldPicture {
        var picture = WorldPicture()
        for id in world.ecs.services.handles {
            guard let service = world.ecs.services[id], countingInstances || service.settings.scheduling != .daemon
            else { continue }
            let tasks = service.tasks.compactMap { world.ecs.tasks[$0] }
            let running = counted(tasks.map { "\($0.taskDefinition) \($0.lastStatus.rawValue)" })
            picture.lines.append("\(service.name) \(service.deployments.map(\.rollout.rawValue)) \(running)")
        }
        for id in countingInstances ? Array(world.fleet.groups.handles) : [] {
            guard let group = world.fleet.groups[id] else { continue }
            let members = group.instances.compactMap { world.fleet.instances[$0]?.lifecycle?.rawValue }
            picture.lines.append("\(group.name) \(counted(members))")
        }
        for id in world.balancing.targetGroups.handles { picture.add(targets: id, world) }
        return picture
    }

    private mutating func add(service id: ServiceID, _ world: World) {
        guard let service = world.ecs.services[id], service.status != .inactive else { return }
        lines.append("\(service.name) \(service.status.rawValue) \(service.settings.desiredCount)")
        for deployment in service.deployments {
            lines.append(
                "  \(deployment.name) \(deployment.status.rawValue) \(deployment.rollout.rawValue) "
                    + "\(deployment.desiredCount)")
        }
        let tasks = service.tasks.compactMap { world.ecs.tasks[$0] }.map { task in
            "\(task.startedBy) \(task.lastStatus.rawValue) \(task.isWanted) \(task.zone ?? "-")"
        }
        lines.append("  \(Self.counted(tasks))")
    }

    private mutating func add(instance id: ContainerInstanceID, _ world: World) {
        guard let instance = world.ecs.containerInstances[id], instance.status != .inactive else { return }
        lines.append(
            "\(instance.id) \(instance.instanceName) \(instance.status.rawValue) \(instance.zone) "
                + "\(instance.freeCPU) \(instance.freeMemory) \(instance.tasks.count)")
    }

    private mutating func add(group id: GroupID, _ world: World) {
        guard let group = world.fleet.groups[id] else { return }
        let settings = group.settings
        lines.append("\(group.name) \(settings.minSize) \(settings.desiredCapacity) \(settings.maxSize)")
        for instance in group.instances.compactMap({ world.fleet.instances[$0] }).sorted(by: { $0.id < $1.id }) {
            lines.append(
                "  \(instance.id) \(instance.lifecycle?.rawValue ?? "") \(instance.state.rawValue) \(instance.isSpot) "
                    + "\(instance.isProtected) \(instance.instanceType) \(instance.zone) \(instance.joins ?? "-") "
                    + "\(instance.launchTemplateVersion ?? "-")")
        }
    }

    private mutating func add(targets id: TargetGroupID, _ world: World) {
        let group = world.balancing.targetGroups[id]
        let states = (group?.targets ?? []).compactMap { world.balancing.targets[$0]?.state.rawValue }
        lines.append("\(group?.name ?? "") \(Self.counted(states)) \(group?.healthyCount ?? 0)")
    }

    private static func counted(_ words: [String]) -> String {
        Dictionary(grouping: words) { $0 }.map { "\($0.value.count) x \($0.key)" }.sorted().joined(separator: ", ")
    }
}
