@testable import Simulation

/// Every task stands in the lists it belongs in, once, and instances hold what their tasks hold.
struct TaskAccounts {
    private struct Places {
        var running = 0
        var stopped = 0
        var standalone = 0
        var waiting = 0
        var seats: [ContainerInstanceID] = []
    }

    /// Ports that no task may have: SSH, Docker, the ECS agent.
    private static let reserved: Set<UInt16> = [22, 2375, 2376, 51678, 51679]
    private var places: [TaskID: Places] = [:]

    static func look(at world: World, _ findings: inout Findings) {
        var accounts = TaskAccounts()
        accounts.collect(world)
        for id in world.ecs.containerInstances.handles { lookAtInstance(id, world, &findings) }
        for id in world.ecs.tasks.handles { accounts.lookAtTask(id, world, &findings) }
        for id in accounts.places.keys where world.ecs.tasks[id] == nil {
            findings.say("a list has a task that is none")
        }
        for id in world.ecs.clusters.handles { lookAtCluster(id, world, &findings) }
        for id in world.ecs.services.handles { lookAtService(id, world, &findings) }
    }

    private mutating func collect(_ world: World) {
        for id in world.ecs.services.handles {
            for task in world.ecs.services[id]?.tasks ?? [] { places[task, default: Places()].running += 1 }
            for task in world.ecs.services[id]?.stoppedTasks ?? [] { places[task, default: Places()].stopped += 1 }
        }
        for id in world.ecs.clusters.handles {
            for task in world.ecs.clusters[id]?.standalone ?? [] { places[task, default: Places()].standalone += 1 }
            for task in world.ecs.clusters[id]?.waiting ?? [] { places[task, default: Places()].waiting += 1 }
        }
        for id in world.ecs.containerInstances.handles {
            for task in world.ecs.containerInstances[id]?.tasks ?? [] {
                places[task, default: Places()].seats.append(id)
            }
        }
    }

    private func lookAtTask(_ id: TaskID, _ world: World, _ findings: inout Findings) {
        guard let task = world.ecs.tasks[id] else { return }
        let found = places[id] ?? Places()
        let isStopped = task.lastStatus == .stopped
        let isOurs = task.service != nil
        let lists = (isOurs && !isStopped ? 1 : 0, isOurs && isStopped ? 1 : 0, isOurs ? 0 : 1)
        findings.expect(
            (found.running, found.stopped, found.standalone) == lists, "a task of \(task.group) is not accounted for")
        let waits = task.lastStatus == .provisioning
        findings.expect(found.waiting == (waits ? 1 : 0), "a task of \(task.group) waits for nothing")
        let seats = isStopped || waits ? [] : [task.containerInstance].compactMap(\.self)
        findings.expect(
            found.seats == seats && seats.isEmpty == (isStopped || waits),
            "a task of \(task.group) is \(task.lastStatus.rawValue) in no place of its own")
        findings.expect(world.ecs.taskNames[task.id] == id, "a task of \(task.group) has lost its name")
        findings.expect(
            task.isWanted == (task.stoppingAt == nil && !isStopped), "a task of \(task.group) is and is not wanted")
    }

    private static func lookAtInstance(_ id: ContainerInstanceID, _ world: World, _ findings: inout Findings) {
        guard let instance = world.ecs.containerInstances[id] else { return }
        let name = instance.instanceName
        let tasks = instance.tasks.compactMap { world.ecs.tasks[$0] }
        let (cpu, memory) = (tasks.reduce(0) { $0 + $1.plan.cpu }, tasks.reduce(0) { $0 + $1.plan.memory })
        findings.expect(cpu <= instance.cpu && memory <= instance.memory, "\(name) is over-packed")
        findings.expect(cpu == instance.usedCPU && memory == instance.usedMemory, "\(name) miscounts what tasks hold")
        let ports = tasks.flatMap(\.hostPorts)
        findings.expect(Set(ports).count == ports.count, "\(name) has a port twice")
        findings.expect(reserved.isDisjoint(with: ports), "\(name) gave a reserved port away")
        let isWhole = instance.ports.count == ports.count + reserved.count && ports.allSatisfy(instance.ports.contains)
        findings.expect(isWhole, "\(name) miscounts ports")
        findings.expect(
            tasks.count { !$0.isDaemon } == instance.ordinaryTasks, "\(name) miscounts its tasks")
        findings.expect(instance.status != .inactive || tasks.isEmpty, "\(name) is gone and has tasks")
        let room = world.ecs.rooms[Int(id.slot)]
        findings.expect(
            room.id == id && room.cpu == instance.cpu - cpu && room.memory == instance.memory - memory
                && room.tasks == tasks.count && room.provider == instance.capacityProvider
                && room.isOpen == (instance.status == .active && instance.agentConnected),
            "placement is wrong about \(name)")
    }

    private static func lookAtCluster(_ id: ClusterID, _ world: World, _ findings: inout Findings) {
        guard let cluster = world.ecs.clusters[id] else { return }
        let instances = world.ecs.containerInstances.handles.filter {
            world.ecs.containerInstances[$0]?.cluster == id && world.ecs.containerInstances[$0]?.status != .inactive
        }
        findings.expect(
            Set(cluster.containerInstances) == Set(instances) && cluster.containerInstances.count == instances.count,
            "\(cluster.name) has other instances than it lists")
        for zone in cluster.zones {
            let active = instances.count {
                world.ecs.containerInstances[$0]?.zone == zone.name
                    && world.ecs.containerInstances[$0]?.status == .active
            }
            findings.expect(active == zone.active, "\(cluster.name) miscounts \(zone.name)")
        }
        let living = world.ecs.services.handles.filter {
            world.ecs.services[$0]?.cluster == id && world.ecs.services[$0]?.status != .inactive
        }
        findings.expect(
            Set(living) == Set(cluster.services) && living.count == cluster.services.count,
            "\(cluster.name) has other services than it lists")
        let blocked = living.filter { world.ecs.services[$0]?.isBlocked == true }
        findings.expect(
            Set(blocked).isSubset(of: cluster.blocked) && Set(cluster.blocked).count == cluster.blocked.count,
            "\(cluster.name) forgot who is blocked")
    }

    private static func lookAtService(_ id: ServiceID, _ world: World, _ findings: inout Findings) {
        guard let service = world.ecs.services[id] else { return }
        findings.expect(service.events.count <= 100, "\(service.name) keeps too many events")
        findings.expect(
            service.history.dropFirst().allSatisfy { !$0.isLive }, "\(service.name) has two deployments under way")
        guard service.status == .active else { return }
        let deployments = Set(service.deployments.map(\.id))
        findings.expect(
            service.deployments.count { $0.status == .primary } == 1 && service.deployments.first?.status == .primary
                && deployments.count == service.deployments.count,
            "\(service.name) does not have one PRIMARY deployment")
        let strays = service.tasks.filter { !deployments.contains(world.ecs.tasks[$0]?.deployment ?? 0) }
        findings.expect(strays.isEmpty, "\(service.name) has tasks of no deployment")
        let places = service.tasks.compactMap { world.ecs.tasks[$0]?.containerInstance }
        if service.settings.placementConstraints.contains(where: { $0.type == "distinctInstance" }) {
            findings.expect(Set(places).count == places.count, "\(service.name) has two tasks on one instance")
        }
    }
}
