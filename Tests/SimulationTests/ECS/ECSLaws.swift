import Model

@testable import Simulation

/// What must hold of every world at every moment.
struct ECSLaws {
    /// What did not hold, each once.
    private(set) var broken: [String] = []
    private var totals: [ServiceID: Int] = [:]
    private var wanted: [TaskID: Bool] = [:]

    /// Somebody changed the world from outside.
    mutating func restart(_ world: World) { remember(world) }

    /// Looks at a world after one step.
    mutating func look(at world: World) {
        for id in world.ecs.services.handles { lookAtBounds(of: id, world) }
        for id in world.ecs.containerInstances.handles { lookAtInstance(id, world) }
        lookAtTasks(world)
        remember(world)
    }

    private mutating func remember(_ world: World) {
        for id in world.ecs.services.handles { totals[id] = world.ecs.services[id]?.tasks.count }
        for id in world.ecs.tasks.handles { wanted[id] = world.ecs.tasks[id]?.isWanted }
    }

    private mutating func say(_ text: String) { if !broken.contains(text) { broken.append(text) } }

    private mutating func lookAtBounds(of id: ServiceID, _ world: World) {
        guard let service = world.ecs.services[id], service.status == .active else { return }
        var bounds = service.settings.deployment.bounds(service.settings.desiredCount)
        if service.native != nil { bounds.upper += service.settings.desiredCount }
        let total = service.tasks.count
        if service.settings.scheduling == .replica, total > bounds.upper, total > totals[id] ?? 0 {
            say("\(service.name) grew to \(total) tasks above \(bounds.upper)")
        }
        let released = service.tasks.filter { task in
            wanted[task] == true && world.ecs.tasks[task]?.isWanted == false
                && world.ecs.tasks[task]?.wasHealthy == true
                && world.ecs.tasks[task]?.stopCode == .serviceScheduler
                && world.ecs.tasks[task]?.health != .unhealthy
                && world.ecs.tasks[task]?.stoppedReason?.hasPrefix("Task failed") != true
        }
        let healthy = world.census(of: id).count { $0.standing == .healthy }
        let lost = service.stoppedTasks.count { wanted[$0] == true && world.ecs.tasks[$0]?.isWanted == false }
        let isBounded = service.settings.scheduling == .replica
        if isBounded, !released.isEmpty, healthy + lost < bounds.lower {
            say("\(service.name) was taken to \(healthy) healthy tasks below \(bounds.lower)")
        }
    }

    private mutating func lookAtInstance(_ id: ContainerInstanceID, _ world: World) {
        guard let instance = world.ecs.containerInstances[id] else { return }
        let tasks = instance.tasks.compactMap { world.ecs.tasks[$0] }
        if tasks.count != instance.tasks.count { say("\(instance.instanceName) has a task that is none") }
        if instance.freeCPU < 0 || instance.freeMemory < 0 { say("\(instance.instanceName) is over-packed") }
        if tasks.reduce(0, { $0 + $1.plan.cpu }) != instance.usedCPU { say("\(instance.instanceName) miscounts CPU") }
        if tasks.reduce(0, { $0 + $1.plan.memory }) != instance.usedMemory {
            say("\(instance.instanceName) miscounts memory")
        }
        let ports = tasks.flatMap(\.hostPorts)
        if Set(ports).count != ports.count { say("\(instance.instanceName) has a port twice") }
        if instance.ports.count != ports.count + 5 { say("\(instance.instanceName) miscounts ports") }
        if tasks.count(where: { !$0.isDaemon }) != instance.ordinaryTasks {
            say("\(instance.instanceName) miscounts its tasks")
        }
        if instance.status == .inactive, !tasks.isEmpty { say("\(instance.instanceName) is gone and has tasks") }
    }

    private mutating func lookAtTasks(_ world: World) {
        for id in world.ecs.tasks.handles {
            guard let task = world.ecs.tasks[id] else { continue }
            let isStopped = task.lastStatus == .stopped
            let listed = task.service.map { service in
                (isStopped ? world.ecs.services[service]?.stoppedTasks : world.ecs.services[service]?.tasks) ?? []
            }
            if listed?.count(where: { $0 == id }) ?? 1 != 1 { say("a task of \(task.group) is not accounted for") }
            let waits = world.ecs.clusters[task.cluster]?.waiting.contains(id) == true
            if (task.lastStatus == .provisioning) != waits { say("a task of \(task.group) waits for nothing") }
            let sits = task.containerInstance.flatMap { world.ecs.containerInstances[$0]?.tasks.contains(id) } ?? false
            if sits == (isStopped || waits) {
                say("a task of \(task.group) is \(task.lastStatus.rawValue) in no place")
            }
        }
    }
}
