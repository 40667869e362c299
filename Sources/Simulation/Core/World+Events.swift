extension World {
    /// Lets one event happen.
    mutating func perform(_ event: Event) {
        switch event {
        case .task(let task, let epoch): advanceTask(task, epoch: epoch)
        case .service(let service): tickService(service)
        case .deployment(let service, let epoch): deploymentTimer(service, epoch: epoch)
        case .cluster(let cluster): clusterDue(cluster)
        case .capacityProvider(let provider): capacityProviderDue(provider)
        case .instance(let instance, let epoch): advanceInstance(instance, epoch: epoch)
        case .group(let group): reconcileGroup(group)
        case .refresh(let group, let epoch): advanceRefresh(group, epoch: epoch)
        case .spotNotice(let instance): giveSpotNotice(instance)
        case .spotReclaim(let instance): reclaimSpot(instance)
        case .rebalanceRecommendation(let instance): recommendRebalance(instance)
        case .target(let target, let epoch): advanceTarget(target, epoch: epoch)
        case .loadBalancer(let balancer): loadBalancerDue(balancer)
        case .minute: minute()
        case .schedule: runScheduledActions()
        case .tidy: tidy()
        case .injection(let index): inject(index)
        }
    }

    /// Once a minute, in AWS's own order: load, metrics, alarms and what they set off, then managed scaling.
    private mutating func minute() {
        schedule(.minute, after: .minutes(1))
        if keepsRecords { makeMetrics() }
        if keepsRecords { evaluateAlarms() }
        runManagedScaling()
        runScheduledActions()
    }

    private mutating func tidy() {
        schedule(.tidy, after: .minutes(10))
        tidyTasks()
        tidyFleet()
        tidyBalancing()
        tidyMonitoring()
    }
}
