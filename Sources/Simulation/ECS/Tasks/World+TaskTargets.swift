// Where load balancers know a task.
extension World {
    /// Registers a RUNNING task where its revision says.
    mutating func registerTargets(of id: TaskID) {
        guard let service = ecs.tasks[id]?.service, let revision = ecs.tasks[id]?.revision,
            let balancers = ecs.services[service]?.revisions[revision].settings.loadBalancers, !balancers.isEmpty,
            let task = ecs.tasks[id]
        else { return }
        let alternate = ecs.services[service]?.deployments.first { $0.id == task.deployment }?.usesAlternate ?? false
        for balancer in balancers {
            let group = alternate ? balancer.advanced?.alternateTargetGroupArn : nil
            guard let place = endpoint(of: task, balancer) else { continue }
            let arn = group ?? balancer.targetGroupArn
            guard let target = registerTarget(arn, id: place.id, port: place.port, zone: task.zone, task: id) else {
                continue
            }
            ecs.tasks[id]?.targets.append(target)
            noteTarget(of: service, group: arn, isRegistration: true)
        }
    }

    /// Bridge: the instance and the host port; `awsvpc`: the task's own address.
    func endpoint(of task: ECSTask, _ balancer: ServiceLoadBalancer) -> (id: String, port: Int)? {
        if let address = task.address { return (address, balancer.containerPort) }
        var index = 0
        for container in task.plan.containers {
            for port in container.ports {
                if container.name == balancer.containerName, port.container == balancer.containerPort,
                    task.hostPorts.indices.contains(index), let place = task.containerInstance,
                    let instance = ecs.containerInstances[place]?.instanceName
                {
                    return (instance, Int(task.hostPorts[index]))
                }
                index += 1
            }
        }
        return nil
    }

    mutating func deregister(_ target: TargetID, of task: TaskID) {
        if let service = ecs.tasks[task]?.service,
            let group = balancing.targets[target]?.group, let arn = balancing.targetGroups[group]?.arn
        {
            noteTarget(of: service, group: arn, isRegistration: false)
        }
        deregisterTarget(target)
    }

    private mutating func noteTarget(of service: ServiceID, group: String, isRegistration: Bool) {
        markDirty(service)
        let index = ecs.services[service]?.targetNotices.firstIndex {
            $0.group == group && $0.isRegistration == isRegistration
        }
        if let index {
            ecs.services[service]?.targetNotices[index].count += 1
        } else {
            let notice = TargetNotice(group: group, isRegistration: isRegistration, count: 1)
            ecs.services[service]?.targetNotices.append(notice)
        }
    }

    /// A target of a task changed its state.
    mutating func targetChanged(_ target: TargetID, of task: TaskID) {
        guard let service = ecs.tasks[task]?.service else { return }
        markDirty(service)
        guard balancing.targets[target]?.state == .unhealthy, ecs.tasks[task]?.isWanted == true else { return }
        sayUnhealthy(target, of: task, service)
    }

    /// A target of a task is drained and gone.
    mutating func targetGone(_ target: TargetID, of task: TaskID) {
        ecs.tasks[task]?.targets.removeAll { $0 == target }
        targetsMayBeGone(of: task)
    }
}
