/// How requests reach a service's tasks in the present minute.
struct ServiceLoad {
    /// Requests that come in, in thousandths a second.
    let requests: Int
    /// The groups that they come through and each one's weight; none without load balancer.
    let shares: [(group: TargetGroupID, weight: Int)]
    /// How many tasks answer behind each of `shares`, or, without shares, at all.
    let answering: [Int]
    /// The tasks that run.
    let tasks: [Member]

    /// One RUNNING task, as far as metrics need it: each minute looks at all of them, once.
    struct Member {
        let ordinal: UInt64
        /// CPU units that it reserves.
        let cpu: Int
        /// Whose requests it takes, of `shares`; nil when it does not answer or its group gets none.
        let share: Int?
    }

    /// Requests of one of the tasks behind `share`, in thousandths a second.
    func each(_ share: Int) -> Int {
        guard answering.indices.contains(share), answering[share] > 0 else { return 0 }
        return through(share) / answering[share]
    }

    /// Requests through `share`, in thousandths a second.
    func through(_ share: Int) -> Int {
        guard !shares.isEmpty else { return requests }
        let weights = shares.reduce(0) { $0 + $1.weight }
        return weights == 0 ? 0 : requests * shares[share].weight / weights
    }
}

extension World {
    /// The service's load and who takes it: even shares over the tasks that answer, by weights under native strategies.
    func load(of service: Service) -> ServiceLoad {
        let shares = trafficShares(service)
        let tasks = service.tasks.compactMap { id -> ServiceLoad.Member? in
            // One copy of the task for all that is asked of it.
            guard let task = ecs.tasks[id], task.lastStatus == .running else { return nil }
            return ServiceLoad.Member(
                ordinal: task.ordinal, cpu: task.plan.cpu, share: task.answers ? share(of: task, shares) : nil)
        }
        var answering = [Int](repeating: 0, count: max(1, shares.count))
        for task in tasks { if let share = task.share { answering[share] += 1 } }
        return ServiceLoad(requests: requests(to: service, shares), shares: shares, answering: answering, tasks: tasks)
    }

    /// Which share's requests a task takes; nil when its group gets none.
    private func share(of task: ECSTask, _ shares: [(group: TargetGroupID, weight: Int)]) -> Int? {
        guard shares.count > 1 else { return 0 }
        let groups = task.targets.compactMap { balancing.targets[$0]?.group }
        return shares.firstIndex { groups.contains($0.group) }
    }

    private func requests(to service: Service, _ shares: [(group: TargetGroupID, weight: Int)]) -> Int {
        guard !physics.load.isEmpty else { return 0 }
        if let own = physics.load.requests(service.name, at: now) { return own }
        return shares.reduce(0) { sum, share in
            guard let group = balancing.targetGroups[share.group]?.name else { return sum }
            return sum + (physics.load.requests(group, at: now) ?? 0)
        }
    }

    /// The target groups through which a service's requests come: its first entry's, or both of a native strategy.
    private func trafficShares(_ service: Service) -> [(group: TargetGroupID, weight: Int)] {
        guard let entry = service.settings.loadBalancers.first else { return [] }
        let forwards = entry.advanced.flatMap { self.forwards(of: $0.productionListenerRule) }
        let weighted = (forwards ?? []).compactMap { forward in
            balancing.targetGroupArns[forward.targetGroupArn].map { (group: $0, weight: forward.weight) }
        }
        if !weighted.isEmpty { return weighted }
        return balancing.targetGroupArns[entry.targetGroupArn].map { [(group: $0, weight: 1)] } ?? []
    }
}
