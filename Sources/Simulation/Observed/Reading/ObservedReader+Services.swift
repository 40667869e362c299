import Model

/// Services with their deployments.
extension ObservedReader {
    mutating func readServices() {
        for row in rows(observed.services) {
            guard let name = row.text("serviceName"), let status = row.text("status").flatMap(Service.Status.init),
                status != .inactive,
                let cluster = cluster(row.text("clusterArn"), below: row.text("serviceArn"))
            else { continue }
            guard !isFargate(row) else {
                note("service \(name) runs on Fargate, which is not forecast: it is left out")
                continue
            }
            read(name, status, cluster, row)
        }
    }

    private func isFargate(_ row: ObservedRow) -> Bool {
        row.text("launchType") == "FARGATE"
            || row.rows("capacityProviderStrategy").contains {
                $0.text("capacityProvider")?.hasPrefix("FARGATE") == true
            }
    }

    private mutating func read(_ name: String, _ status: Service.Status, _ cluster: ClusterID, _ row: ObservedRow) {
        var settings = ServiceSettings(taskDefinition: "")
        settings.read(row)
        for balancer in settings.loadBalancers {
            require(targetGroup: balancer.targetGroupArn, of: name)
            if let other = balancer.advanced?.alternateTargetGroupArn { require(targetGroup: other, of: name) }
        }
        if row.rows("loadBalancers").count > settings.loadBalancers.count {
            note("the Classic Load Balancer of service \(name) is not forecast: its tasks count as without one")
        }
        var service = Service(
            name: name, ordinal: world.nextOrdinal(), cluster: cluster, settings: settings, tags: row.tags,
            createdAt: row.time("createdAt") ?? world.now, createdBy: row.text("createdBy") ?? "")
        service.status = status
        service.steadySince = world.now
        addDeployments(to: &service, row)
        let id = world.ecs.services.insert(service)
        world.ecs.clusters[cluster]?.services.append(id)
        world.ecs.clusters[cluster]?.serviceNames[name] = id
        for deployment in service.deployments {
            revisions[RevisionKey(service: id, deployment: deployment.id)] = deployment.revision
        }
    }

    private mutating func addDeployments(to service: inout Service, _ row: ObservedRow) {
        let rows = row.rows("deployments").filter { Deployment.Status(rawValue: $0.text("status") ?? "") != nil }
        for row in rows.reversed() {
            guard let id = Self.deployment(row.text("id")) else { continue }
            let deployment = deployment(id, row, &service)
            service.deployments.insert(deployment, at: 0)
        }
        if service.deployments.isEmpty, service.status == .active {
            note("service \(service.name) is deployed by \(service.settings.controller): it is taken as it stands")
            service.deployments = [standing(of: &service)]
        }
        let isBack = rows.first?.text("rolloutStateReason")?.contains("rolling back") == true
        service.lastCompleted = isBack ? nil : service.deployments.first { $0.rollout == .completed }
        record(&service, row, isBack: isBack)
    }

    /// The digits of `ecs-svc/<digits>`; nil for what is no deployment of ECS's own.
    static func deployment(_ name: String?) -> UInt64? {
        guard let name, name.hasPrefix("ecs-svc/") else { return nil }
        return UInt64(name.dropFirst("ecs-svc/".count))
    }

    private func deployment(_ id: UInt64, _ row: ObservedRow, _ service: inout Service) -> Deployment {
        var settings = service.settings
        settings.read(ObservedRow(row.without(["desiredCount", "status"])))
        settings.desiredCount = row.number("desiredCount") ?? settings.desiredCount
        let at = row.time("createdAt") ?? world.now
        service.revisions.append(ServiceRevision(id: id, settings: settings, createdAt: at))
        var deployment = Deployment(
            id: id, revision: service.revisions.count - 1, reason: row.text("rolloutStateReason") ?? "",
            desiredCount: settings.desiredCount, createdAt: at, updatedAt: row.time("updatedAt") ?? at)
        deployment.status = row.text("status").flatMap(Deployment.Status.init) ?? .primary
        // Behind a Classic Load Balancer AWS shows no rollout state.
        let isWhole = row.number("runningCount") == settings.desiredCount && row.number("pendingCount") ?? 0 == 0
        deployment.rollout =
            row.text("rolloutState").flatMap(Deployment.Rollout.init) ?? (isWhole ? .completed : .inProgress)
        deployment.failedTasks = row.number("failedTasks") ?? 0
        deployment.breakerFailures = deployment.failedTasks
        deployment.reachedRunning = row.number("runningCount") ?? 0 > 0
        return deployment
    }

    /// What stands for the deployments of a service that another controller deploys.
    private mutating func standing(of service: inout Service) -> Deployment {
        service.revisions.append(ServiceRevision(id: 0, settings: service.settings, createdAt: service.createdAt))
        var deployment = Deployment(
            id: world.nextOrdinal(), revision: 0, reason: "", desiredCount: service.settings.desiredCount,
            createdAt: service.createdAt, updatedAt: service.createdAt)
        deployment.rollout = .completed
        return deployment
    }

    /// The service deployment that is under way or was the last one.
    private mutating func record(_ service: inout Service, _ row: ObservedRow, isBack: Bool) {
        guard let primary = service.deployments.first else { return }
        let breaker = service.settings.deployment.circuitBreaker
        let alarms = service.settings.deployment.alarms
        let isLive = primary.rollout == .inProgress
        let watch = { (isOn: Bool) in isOn ? isLive ? "MONITORING" : "MONITORING_COMPLETE" : "DISABLED" }
        var entry = ServiceDeployment(
            id: row.name(of: "currentServiceDeployment") ?? world.hex(21, world.nextOrdinal()),
            deployment: primary.id, sources: service.deployments.dropFirst().map(\.revision), target: primary.revision,
            createdAt: primary.createdAt, updatedAt: primary.updatedAt, breakerStatus: watch(breaker.enable),
            breakerThreshold: breaker.threshold(primary.desiredCount), alarmStatus: watch(alarms.enable))
        entry.status = isLive ? (isBack ? .rollbackInProgress : .inProgress) : .successful
        if primary.rollout == .failed { entry.status = .stopped }
        entry.startedAt = primary.createdAt
        entry.finishedAt = isLive ? nil : primary.updatedAt
        entry.breakerFailures = primary.breakerFailures
        service.history = [entry]
        guard isLive, !isBack, service.settings.deployment.strategy != .rolling, service.lastCompleted != nil else {
            return
        }
        note("service \(service.name) is in the middle of a native deployment: its steps are taken as still to come")
        var native = NativeProgress(service.settings.deployment, reconciles: false)
        native.stage = .scaleUp
        service.native = native
    }
}
