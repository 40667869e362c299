extension World {
    /// Puts the minute that has just ended into AWS's series: services, target groups, clusters.
    mutating func makeMetrics() {
        let minute = now.minute - .minutes(1)
        for id in ecs.services.handles { measureService(id, minute) }
        for id in balancing.targetGroups.handles { measureHosts(id, minute) }
        for id in ecs.clusters.handles where ecs.clusters[id]?.containerInstances.isEmpty == false {
            measureCluster(id, minute)
        }
    }

    /// Adds one value, in thousandths, to this minute of a series.
    mutating func putMetric(_ key: MetricKey, _ thousandths: Int) {
        monitoring.metrics.put(DataPoint(at: now.minute, thousandths), key)
    }

    /// PutMetricData: a minute's values of a series.
    public mutating func putMetricData(_ key: MetricKey, _ point: DataPoint) {
        var point = point
        point.at = point.at.minute
        monitoring.metrics.put(point, key)
    }

    private mutating func measureService(_ id: ServiceID, _ minute: Instant) {
        guard let service = ecs.services[id], service.status != .inactive else { return }
        let load = load(of: service)
        var (cpu, memory): (DataPoint?, DataPoint?)
        var demand = 0
        for task in load.tasks {
            let use = use(of: task, load, minute)
            add(DataPoint(at: minute, use.cpu), to: &cpu)
            add(DataPoint(at: minute, use.memory), to: &memory)
            demand = max(demand, use.demand)
        }
        if let cpu, let memory {
            let places = servicePlaces(id)
            monitoring.metrics.put(cpu, at: places.cpu)
            monitoring.metrics.put(memory, at: places.memory)
        }
        for share in load.shares.indices where load.requests > 0 { measureTraffic(load, share, demand, minute) }
    }

    /// What a task uses, in thousandths of a percent of its reservation; `demand` is what it would use without limit.
    private func use(
        of task: ServiceLoad.Member, _ load: ServiceLoad, _ minute: Instant
    ) -> (cpu: Int, memory: Int, demand: Int) {
        let model = physics.load
        var requests = task.share.map(load.each) ?? 0
        if model.unevenPermille > 0 {
            let bound = Int64(model.unevenPermille)
            let turn = UInt64(bitPattern: minute.milliseconds / 60_000)
            requests = requests * (1000 + Int(dice.number(in: -bound...bound, .load, task.ordinal, turn: turn))) / 1000
        }
        let demand = model.cpuDemand(requests, reserved: task.cpu == 0 ? 1024 : task.cpu)
        return (min(demand, model.burstPercent * 1000), model.memory(requests), demand)
    }

    /// What load balancers see of the requests of one target group (aws-facts 6).
    private mutating func measureTraffic(_ load: ServiceLoad, _ share: Int, _ demand: Int, _ minute: Instant) {
        let group = load.shares[share].group
        guard let balancer = balancing.targetGroups[group]?.loadBalancers.first,
            let places = groupPlaces(MetricPlaces.Route(group: group, balancer: balancer))
        else { return }
        let requests = load.through(share) * 60
        guard load.answering[share] > 0 else {
            return monitoring.metrics.put(DataPoint(at: minute, requests), at: places.balancerErrors)
        }
        let limit = physics.load.burstPercent * 1000
        let refused = demand > limit ? requests * (demand - limit) / demand : 0
        let each = requests / load.answering[share]
        monitoring.metrics.put(DataPoint(at: minute, requests), at: places.requests)
        monitoring.metrics.put(DataPoint(at: minute, requests), at: places.balancerRequests)
        monitoring.metrics.put(DataPoint(at: minute, each), at: places.requestsPerTarget)
        monitoring.metrics.put(DataPoint(at: minute, each), at: places.groupRequestsPerTarget)
        let time = physics.load.responseTime(demand: demand)
        monitoring.metrics.put(DataPoint(at: minute, time), at: places.responseTime)
        if refused > 0 { monitoring.metrics.put(DataPoint(at: minute, refused), at: places.targetErrors) }
    }

    private mutating func measureHosts(_ id: TargetGroupID, _ minute: Instant) {
        guard let balancer = balancing.targetGroups[id]?.loadBalancers.first,
            let places = groupPlaces(MetricPlaces.Route(group: id, balancer: balancer))
        else { return }
        var (healthy, unhealthy) = (0, 0)
        for target in balancing.targetGroups[id]?.targets ?? [] {
            switch balancing.targets[target]?.state {
            case .healthy: healthy += 1
            case .unhealthy, .unavailable: unhealthy += 1
            default: break
            }
        }
        monitoring.metrics.put(DataPoint(at: minute, healthy * 1000), at: places.healthyHosts)
        monitoring.metrics.put(DataPoint(at: minute, unhealthy * 1000), at: places.unhealthyHosts)
    }

    /// CPUReservation and MemoryReservation of a cluster: what tasks reserve of what its active instances have.
    private mutating func measureCluster(_ id: ClusterID, _ minute: Instant) {
        var (cpu, usedCPU, memory, usedMemory) = (0, 0, 0, 0)
        for instance in ecs.clusters[id]?.containerInstances ?? [] {
            guard let host = ecs.containerInstances[instance], host.status == .active else { continue }
            cpu += host.cpu
            usedCPU += host.usedCPU
            memory += host.memory
            usedMemory += host.usedMemory
        }
        guard cpu > 0, memory > 0 else { return }
        let places = clusterPlaces(id)
        monitoring.metrics.put(DataPoint(at: minute, usedCPU * 100_000 / cpu), at: places.cpu)
        monitoring.metrics.put(DataPoint(at: minute, usedMemory * 100_000 / memory), at: places.memory)
    }

    private func add(_ point: DataPoint, to sum: inout DataPoint?) {
        if sum == nil { sum = point } else { sum?.merge(point) }
    }
}
