/// What the scheduler needs to know of one task, small enough to look at all of a service's tasks at every look.
///
/// A task is large, and a copy of it counts references to all that it holds; so its glance is kept until the task is
/// written to.
struct TaskGlance: Sendable {
    let generation: Int32
    /// `Slab.writes` of the task when it was looked at.
    let writes: UInt32
    let deployment: UInt64
    let revision: Int
    let isWanted: Bool
    /// When it became RUNNING; nil while it is not.
    let runningSince: Instant?
    /// A container has a check of its own.
    let isChecked: Bool
    let health: ECSTask.Health
    let instance: ContainerInstanceID?
    let wasHealthy: Bool
    let isCountedFailure: Bool
    let protectedUntil: Instant?
    let targets: [TargetID]

    init(_ task: ECSTask, generation: Int32, writes: UInt32) {
        self.generation = generation
        self.writes = writes
        deployment = task.deployment
        revision = task.revision
        isWanted = task.isWanted
        runningSince = task.lastStatus == .running ? task.startedAt : nil
        isChecked = task.plan.isChecked
        health = task.health
        instance = task.containerInstance
        wasHealthy = task.wasHealthy
        isCountedFailure = task.isCountedFailure
        protectedUntil = task.protectedUntil
        targets = task.targets
    }
}

extension World {
    /// Looks at those tasks of a service again that were written to since the last look.
    mutating func refreshGlances(of id: ServiceID) {
        for task in ecs.services[id]?.tasks ?? [] where !isFresh(task) {
            guard let glance = look(at: task) else { continue }
            let slot = Int(task.slot)
            while ecs.glances.count <= slot { ecs.glances.append(nil) }
            ecs.glances[slot] = glance
        }
    }

    /// A task as it is now; nil when it is gone.
    func glance(at id: TaskID) -> TaskGlance? { isFresh(id) ? ecs.glances[Int(id.slot)] : look(at: id) }

    private func isFresh(_ id: TaskID) -> Bool {
        let slot = Int(id.slot)
        guard ecs.glances.indices.contains(slot), let known = ecs.glances[slot] else { return false }
        return known.generation == id.generation && known.writes == ecs.tasks.writes(to: id)
    }

    private func look(at id: TaskID) -> TaskGlance? {
        ecs.tasks[id].map { TaskGlance($0, generation: id.generation, writes: ecs.tasks.writes(to: id)) }
    }
}
