@testable import Simulation

/// Targets, their groups and the tasks behind them know each other; forwards share out what they always did.
struct TargetAccounts {
    /// What listeners forwarded when somebody set it last.
    private var forwards: [ListenerID: [Forward]] = [:]

    /// Somebody changed the world from outside.
    mutating func remember(_ world: World) {
        for id in world.balancing.listeners.handles { forwards[id] = shares(of: id, world) }
    }

    func look(at world: World, _ findings: inout Findings) {
        var listed: [TargetID: Int] = [:]
        for id in world.balancing.targetGroups.handles {
            for target in world.balancing.targetGroups[id]?.targets ?? [] { listed[target, default: 0] += 1 }
            lookAtGroup(id, world, &findings)
        }
        let targets = world.balancing.targets.handles
        for id in targets { lookAtTarget(id, listed[id] ?? 0, world, &findings) }
        findings.expect(
            listed.count == targets.count && world.balancing.targetKeys.count == targets.count,
            "target groups list targets that are none")
        for id in world.ecs.tasks.handles { lookAtTask(id, world, &findings) }
        for id in world.balancing.listeners.handles { lookAtForwards(id, world, &findings) }
    }

    private func lookAtGroup(_ id: TargetGroupID, _ world: World, _ findings: inout Findings) {
        guard let group = world.balancing.targetGroups[id] else { return }
        let healthy = group.targets.count { world.balancing.targets[$0]?.state == .healthy }
        findings.expect(healthy == group.healthyCount, "\(group.name) counts \(group.healthyCount) of \(healthy)")
        findings.expect(
            group.targets.allSatisfy { world.balancing.targets[$0]?.group == id }, "\(group.name) has others")
    }

    private func lookAtTarget(_ id: TargetID, _ listed: Int, _ world: World, _ findings: inout Findings) {
        guard let target = world.balancing.targets[id] else { return }
        findings.expect(listed == 1, "\(target.id) stands \(listed) times in its group")
        findings.expect(world.balancing.targetKeys[target.key] == id, "\(target.id) has lost its key")
        findings.expect(
            world.balancing.targetsOfID[target.id]?.count { $0 == id } == 1, "\(target.id) is not found by its id")
        guard let key = target.task else { return }
        guard let task = world.ecs.tasks[key] else { return findings.say("\(target.id) is of a task that is gone") }
        findings.expect(task.targets.count { $0 == id } == 1, "\(target.id) is of a task that does not know it")
        // A task whose container has exited tells its targets when it is STOPPED, a moment later.
        if !task.isWanted, task.lastStatus != .deprovisioning {
            findings.expect(target.state == .draining, "\(target.id) is \(target.state) and its task is to stop")
        }
    }

    private func lookAtTask(_ id: TaskID, _ world: World, _ findings: inout Findings) {
        guard let task = world.ecs.tasks[id] else { return }
        findings.expect(
            task.targets.allSatisfy { world.balancing.targets[$0]?.task == id }, "\(task.group) has others' targets")
        guard task.lastStatus == .running, task.isWanted, let service = task.service,
            let revision = world.ecs.services[service]?.revisions[task.revision]
        else { return }
        let wanted = revision.settings.loadBalancers.count
        findings.expect(
            task.targets.count == wanted, "a task of \(task.group) has \(task.targets.count) of \(wanted) targets")
    }

    /// Rolling updates move no weights; native strategies share out a hundred or a thousand.
    private func lookAtForwards(_ id: ListenerID, _ world: World, _ findings: inout Findings) {
        let (before, now) = (forwards[id] ?? [], shares(of: id, world))
        guard before.count > 1 else {
            return findings.expect(before == now, "a listener forwards otherwise than it was told")
        }
        let whole = now.reduce(0) { $0 + $1.weight }
        findings.expect(whole == 100 || whole == 1000, "a listener shares out \(whole)")
        findings.expect(
            before.map(\.targetGroupArn).sorted() == now.map(\.targetGroupArn).sorted(),
            "a listener forgot a target group")
    }

    private func shares(of id: ListenerID, _ world: World) -> [Forward] {
        world.balancing.listeners[id].flatMap { world.forwards(of: $0.arn) } ?? []
    }
}
