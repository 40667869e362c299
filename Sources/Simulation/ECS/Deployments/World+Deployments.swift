// Deployments begin and complete (aws-facts 1.4).
extension World {
    /// Begins a deployment of a service's settings as they are now; the one before goes on as ACTIVE.
    mutating func beginDeployment(of id: ServiceID) {
        guard let settings = ecs.services[id]?.settings, let name = ecs.services[id]?.name else { return }
        let sources = ecs.services[id]?.deployments.map(\.revision) ?? []
        supersede(id)
        let revision = addRevision(settings, to: id)
        let digits = self.digits(nextOrdinal())
        var deployment = Deployment(
            id: digits, revision: revision, reason: "ECS deployment ecs-svc/\(digits) in progress.",
            desiredCount: settings.desiredCount, createdAt: now, updatedAt: now)
        deployment.usesAlternate = ecs.services[id]?.lastCompleted?.usesAlternate ?? false
        ecs.services[id]?.deployments.insert(deployment, at: 0)
        record(deployment, sources: sources, in: id)
        ecs.services[id]?.failedStarts = 0
        ecs.services[id]?.launchesAfter = nil
        ecs.services[id]?.rebalancing = 0
        ecs.services[id]?.steadySince = nil
        note(.service(id), name, "deployment \(deployment.name) began: \(settings.taskDefinition)")
        announceDeployment("IN_PROGRESS", of: id)
        beginNative(id)
        markDirty(id)
    }

    private mutating func addRevision(_ settings: ServiceSettings, to id: ServiceID) -> Int {
        let revision = ServiceRevision(id: digits(nextOrdinal()), settings: settings, createdAt: now)
        ecs.services[id]?.revisions.append(revision)
        return (ecs.services[id]?.revisions.count ?? 1) - 1
    }

    /// Nineteen digits for an entity.
    private func digits(_ ordinal: UInt64) -> UInt64 {
        1_000_000_000_000_000_000 + dice.bits(.identifier, ordinal) % 8_000_000_000_000_000_000
    }

    /// What went on so far is over: its tasks stay until the new ones are well.
    private mutating func supersede(_ id: ServiceID) {
        endHistory(of: id, .stopped, "A newer service deployment was started.")
        ecs.services[id]?.native = nil
        for index in ecs.services[id]?.deployments.indices ?? 0..<0 {
            let deployment = ecs.services[id]?.deployments[index].id
            let wanted = (ecs.services[id]?.tasks ?? []).count {
                ecs.tasks[$0]?.deployment == deployment && ecs.tasks[$0]?.isWanted == true
                    && ecs.tasks[$0]?.lastStatus == .running
            }
            ecs.services[id]?.deployments[index].status = .active
            ecs.services[id]?.deployments[index].desiredCount = wanted
        }
    }

    /// Writes a service deployment down.
    private mutating func record(_ deployment: Deployment, sources: [Int], in id: ServiceID) {
        guard let settings = ecs.services[id]?.settings.deployment else { return }
        let isRinging = settings.alarms.names.contains { alarmState($0) == .alarm }
        var entry = ServiceDeployment(
            id: hex(21, nextOrdinal()), deployment: deployment.id, sources: sources, target: deployment.revision,
            createdAt: now, updatedAt: now,
            breakerStatus: settings.circuitBreaker.enable ? "MONITORING" : "DISABLED",
            breakerThreshold: settings.circuitBreaker.threshold(deployment.desiredCount),
            alarmStatus: settings.alarms.enable && !isRinging ? "MONITORING" : "DISABLED")
        entry.startedAt = now
        ecs.services[id]?.history.insert(entry, at: 0)
    }

    /// Changes the newest service deployment while it is under way.
    mutating func updateHistory(of id: ServiceID, _ change: (inout ServiceDeployment) -> Void) {
        guard ecs.services[id]?.history.first?.isLive == true else { return }
        ecs.services[id]?.history[0].updatedAt = now
        if ecs.services[id] != nil { mutateFirst(of: id, change) }
    }

    private mutating func mutateFirst(of id: ServiceID, _ change: (inout ServiceDeployment) -> Void) {
        guard var entry = ecs.services[id]?.history.first else { return }
        change(&entry)
        ecs.services[id]?.history[0] = entry
    }

    /// Ends the newest service deployment if it is under way.
    mutating func endHistory(of id: ServiceID, _ status: ServiceDeployment.Status, _ reason: String?) {
        let end = now
        updateHistory(of: id) {
            $0.status = status
            $0.reason = reason ?? $0.reason
            $0.finishedAt = end
            if status == .stopped { $0.stoppedAt = $0.stoppedAt ?? end }
            if $0.breakerStatus == "MONITORING" { $0.breakerStatus = "MONITORING_COMPLETE" }
            if $0.alarmStatus == "MONITORING" { $0.alarmStatus = "MONITORING_COMPLETE" }
        }
    }

    /// Older deployments without tasks are not shown any more.
    mutating func dropEmptyDeployments(of id: ServiceID, _ census: [SeenTask]) {
        guard let count = ecs.services[id]?.deployments.count, count > 1,
            let primary = ecs.services[id]?.deployments.first?.id
        else { return }
        ecs.services[id]?.deployments.removeAll { deployment in
            deployment.id != primary && !census.contains { $0.deployment == deployment.id }
        }
    }

    /// All tasks are the PRIMARY's and well: it is COMPLETED once it has baked (aws-facts 1.7).
    mutating func completeDeployment(_ id: ServiceID) {
        guard let primary = ecs.services[id]?.deployments.first, primary.rollout == .inProgress,
            let settings = ecs.services[id]?.settings.deployment
        else { return }
        let since = primary.bakingSince ?? now
        ecs.services[id]?.deployments[0].bakingSince = since
        guard now >= since + settings.rollingBake else { return wake(id, at: since + settings.rollingBake) }
        ecs.services[id]?.deployments[0].rollout = .completed
        ecs.services[id]?.deployments[0].reason = "ECS deployment \(primary.name) completed."
        ecs.services[id]?.deployments[0].updatedAt = now
        let completed = ecs.services[id]?.deployments.first
        ecs.services[id]?.lastCompleted = completed
        let isRollback = ecs.services[id]?.history.first?.status == .rollbackInProgress
        endHistory(of: id, isRollback ? .rollbackSuccessful : .successful, nil)
        say(id, "(deployment \(primary.name)) deployment completed.")
        announceDeployment("COMPLETED", of: id)
    }

    /// Moves a service's count, as UpdateService(desiredCount) does.
    public mutating func setDesiredCount(_ id: ServiceID, _ count: Int) {
        guard ecs.services[id]?.status == .active, ecs.services[id]?.settings.scheduling == .replica,
            ecs.services[id]?.settings.desiredCount != count
        else { return }
        ecs.services[id]?.settings.desiredCount = count
        if ecs.services[id]?.deployments.isEmpty == false {
            ecs.services[id]?.deployments[0].desiredCount = count
            ecs.services[id]?.deployments[0].updatedAt = now
        }
        followCountNatively(id, count)
        markDirty(id)
    }
}

extension ServiceDeployment {
    /// True while it goes on.
    var isLive: Bool {
        switch status {
        case .pending, .inProgress, .stopRequested, .rollbackRequested, .rollbackInProgress: true
        case .successful, .stopped, .rollbackSuccessful, .rollbackFailed: false
        }
    }
}

extension DeploymentSettings {
    /// How long a rolling deployment bakes: as said, else three minutes where alarms are watched.
    var rollingBake: Span {
        guard strategy == .rolling else { return .zero }
        return bakeTime ?? (alarms.enable ? .minutes(3) : .zero)
    }
}

extension DeploymentSettings.CircuitBreaker {
    /// How many failures are too many, at `desired` tasks (aws-facts 1.6).
    public func threshold(_ desired: Int) -> Int {
        let part = (desired * thresholdValue + 99) / 100
        return switch thresholdType {
        case .boundedPercent: min(max(part, 3), 200)
        case .unboundedPercent: part
        case .count: thresholdValue
        }
    }
}
