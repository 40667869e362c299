// Failures of tasks and of deployments: the circuit breaker, alarms, start back-off (aws-facts 1.2, 1.6, 1.7).
extension World {
    /// A task is RUNNING: starts succeed again.
    mutating func taskIsRunning(_ id: TaskID) {
        guard let service = ecs.tasks[id]?.service, let deployment = ecs.tasks[id]?.deployment else { return }
        ecs.services[service]?.failedStarts = 0
        ecs.services[service]?.launchesAfter = nil
        guard ecs.services[service]?.deployments.first?.id == deployment else { return }
        ecs.services[service]?.deployments[0].reachedRunning = true
        ecs.services[service]?.deployments[0].failedTasks = 0
    }

    /// A task is STOPPED: one that ended of itself before it ever was well counts against its deployment.
    mutating func taskHasEnded(_ id: TaskID, of service: ServiceID) {
        guard let code = ecs.tasks[id]?.stopCode, code == .failedToStart || code == .essentialContainerExited,
            let deployment = ecs.tasks[id]?.deployment
        else { return }
        if ecs.tasks[id]?.startedAt == nil { holdStartsBack(service) }
        guard ecs.tasks[id]?.wasHealthy == false, ecs.tasks[id]?.isCountedFailure == false else { return }
        ecs.tasks[id]?.isCountedFailure = true
        countFailure(of: deployment, in: service)
    }

    /// Starts that never come to RUNNING are repeated more and more seldom, every quarter of an hour at last.
    private mutating func holdStartsBack(_ id: ServiceID) {
        guard let failed = ecs.services[id]?.failedStarts, let desired = ecs.services[id]?.settings.desiredCount else {
            return
        }
        ecs.services[id]?.failedStarts = failed + 1
        let waves = (failed + 1) / max(1, desired)
        guard waves > 0, (failed + 1) % max(1, desired) == 0 else { return }
        let until = now + min(.minutes(15), .seconds(10) * (1 << min(waves - 1, 10)))
        ecs.services[id]?.launchesAfter = until
        wake(id, at: until)
        if waves >= 3 {
            announceAction("SERVICE_TASK_START_IMPAIRED", "WARN", of: id)
            say(
                id,
                "is unable to consistently start tasks successfully. For more information, see the Troubleshooting "
                    + "section of the Amazon ECS Developer Guide.")
        }
    }

    mutating func taskBecameHealthy(_ deployment: UInt64, of id: ServiceID) {
        guard ecs.services[id]?.deployments.first?.id == deployment,
            ecs.services[id]?.settings.deployment.circuitBreaker.resetOnHealthyTask == true
        else { return }
        ecs.services[id]?.deployments[0].breakerFailures = 0
        // While it goes back, the count stays as it was when it was too many.
        updateHistory(of: id) { if $0.deployment == deployment { $0.breakerFailures = 0 } }
    }

    /// One failure more; too many fail the deployment.
    mutating func countFailure(of deployment: UInt64, in id: ServiceID) {
        guard let primary = ecs.services[id]?.deployments.first, primary.id == deployment,
            primary.rollout == .inProgress, let settings = ecs.services[id]?.settings
        else { return }
        let breaker = settings.deployment.circuitBreaker
        let failures = primary.breakerFailures + 1
        let threshold = breaker.threshold(settings.desiredCount)
        ecs.services[id]?.deployments[0].failedTasks += 1
        ecs.services[id]?.deployments[0].breakerFailures = failures
        updateHistory(of: id) {
            guard $0.deployment == deployment else { return }
            $0.breakerFailures = failures
            $0.breakerThreshold = threshold
        }
        guard breaker.enable, ecs.services[id]?.native == nil, failures >= threshold else { return }
        updateHistory(of: id) { $0.breakerStatus = "TRIGGERED" }
        failDeployment(
            id, "ECS deployment circuit breaker", "tasks failed to start.", goesBack: breaker.rollback)
    }

    /// An alarm that deployments watch rings.
    mutating func deploymentAlarmRang(_ alarm: String) {
        for id in ecs.services.handles {
            guard ecs.services[id]?.status == .active,
                ecs.services[id]?.deployments.first?.rollout == .inProgress,
                ecs.services[id]?.history.first?.alarmStatus == "MONITORING",
                let alarms = ecs.services[id]?.settings.deployment.alarms, alarms.enable, alarms.names.contains(alarm)
            else { continue }
            updateHistory(of: id) {
                $0.alarmStatus = "TRIGGERED"
                $0.triggeredAlarms.append(alarm)
            }
            failDeployment(id, "ECS deployment alarms", "alarm detected.", goesBack: alarms.rollback)
        }
    }

    /// The PRIMARY deployment is FAILED; it goes back where it should and can, and stalls else.
    mutating func failDeployment(_ id: ServiceID, _ detector: String, _ cause: String, goesBack: Bool) {
        guard let primary = ecs.services[id]?.deployments.first, primary.rollout == .inProgress else { return }
        ecs.services[id]?.deployments[0].rollout = .failed
        ecs.services[id]?.deployments[0].reason = "\(detector): \(cause)"
        ecs.services[id]?.deployments[0].updatedAt = now
        say(id, "(deployment \(primary.name)) deployment failed: \(cause)")
        announceDeployment("FAILED", of: id)
        let wasRollback = ecs.services[id]?.history.first?.status == .rollbackInProgress
        if goesBack, rollBack(id, detector, cause) { return }
        endHistory(of: id, wasRollback || goesBack ? .rollbackFailed : .stopped, "\(detector): \(cause)")
        markDirty(id)
    }

    /// Goes back to the deployment that completed last; false when there is none (aws-facts 1.6).
    mutating func rollBack(_ id: ServiceID, _ detector: String, _ cause: String) -> Bool {
        guard let target = ecs.services[id]?.lastCompleted, let failed = ecs.services[id]?.deployments.first,
            target.id != failed.id, let service = ecs.services[id]
        else { return false }
        ecs.services[id]?.lastCompleted = nil
        restore(service.revisions[target.revision].settings, to: id)
        var primary = service.deployments.first { $0.id == target.id } ?? target
        primary.status = .primary
        primary.rollout = .inProgress
        primary.reason = "\(detector): rolling back to deploymentId \(target.name)."
        primary.desiredCount = service.settings.desiredCount
        primary.bakingSince = nil
        primary.failedTasks = 0
        primary.breakerFailures = 0
        primary.updatedAt = now
        let rest = service.deployments.filter { $0.id != target.id }.map { older(than: $0, in: service) }
        ecs.services[id]?.deployments = [primary] + rest
        ecs.services[id]?.launchesAfter = nil
        ecs.services[id]?.failedStarts = 0
        let begun = now
        updateHistory(of: id) {
            $0.status = .rollbackInProgress
            $0.reason = "\(detector): \(cause)"
            $0.rollback = .init(reason: "\(detector): \(cause)", startedAt: begun, revision: target.revision)
        }
        say(id, "rolling back to (deployment \(target.name)).")
        undoNative(id)
        markDirty(id)
        return true
    }

    /// A deployment that makes way: it keeps what runs until that is replaced.
    private func older(than deployment: Deployment, in service: Service) -> Deployment {
        var copy = deployment
        copy.status = .active
        copy.desiredCount = service.tasks.count {
            ecs.tasks[$0]?.deployment == deployment.id && ecs.tasks[$0]?.isWanted == true
                && ecs.tasks[$0]?.lastStatus == .running
        }
        return copy
    }

    /// What a deployment rolls out comes from the revision; counts, bounds and placement stay as people said last.
    private mutating func restore(_ settings: ServiceSettings, to id: ServiceID) {
        ecs.services[id]?.settings.taskDefinition = settings.taskDefinition
        ecs.services[id]?.settings.loadBalancers = settings.loadBalancers
        ecs.services[id]?.settings.passed = settings.passed
    }
}
