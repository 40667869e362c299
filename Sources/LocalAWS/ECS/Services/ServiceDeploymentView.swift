import Model
import Simulation

extension World {
    /// A row of ListServiceDeployments.
    func brief(_ deployment: ServiceDeployment, of service: Service) -> Value {
        var members = common(deployment, of: service)
        members["targetServiceRevisionArn"] = .string(revisionArn(deployment.target, of: service))
        return .object(members)
    }

    /// A service deployment as DescribeServiceDeployments shows it (aws-facts 1.4).
    func shown(_ deployment: ServiceDeployment, of service: Service) -> Value {
        var members = common(deployment, of: service)
        let counts = ServiceCounts(service, in: self)
        members["stoppedAt"] = deployment.stoppedAt?.shown
        members["updatedAt"] = deployment.updatedAt.shown
        members["lifecycleStage"] = deployment.stage.map { .string($0) }
        members["sourceServiceRevisions"] = .list(
            deployment.sources.map { summary($0, deployment, of: service, counts, isTarget: false) })
        members["targetServiceRevision"] = summary(deployment.target, deployment, of: service, counts, isTarget: true)
        members["deploymentConfiguration"] = service.settings.deployment.shown
        members["rollback"] = deployment.rollback.map { rollback in
            [
                "reason": .string(rollback.reason), "startedAt": rollback.startedAt.shown,
                "serviceRevisionArn": .string(revisionArn(rollback.revision, of: service)),
            ]
        }
        addMonitors(deployment, of: service, to: &members)
        if deployment.id == service.history.first?.id { members["lifecycleHookDetails"] = pause(of: service) }
        return .object(members)
    }

    private func common(_ deployment: ServiceDeployment, of service: Service) -> [String: Value] {
        var members: [String: Value] = [
            "serviceDeploymentArn": .string(arn(deployment, of: service)), "serviceArn": .string(arn(service)),
            "clusterArn": .string(arn(service.cluster)), "status": .string(deployment.status.rawValue),
            "createdAt": deployment.createdAt.shown,
        ]
        members["statusReason"] = deployment.reason.map { .string($0) }
        members["startedAt"] = deployment.startedAt?.shown
        members["finishedAt"] = deployment.finishedAt?.shown
        return members
    }

    /// A revision with its tasks; traffic weights only where a native strategy moves traffic.
    private func summary(
        _ revision: Int, _ deployment: ServiceDeployment, of service: Service, _ counts: ServiceCounts, isTarget: Bool
    ) -> Value {
        let current = service.deployments.first { $0.revision == revision }
        let count = current.map { counts[$0.id] } ?? TaskCounts()
        var members: [String: Value] = [
            "arn": .string(revisionArn(revision, of: service)),
            "requestedTaskCount": .integer(current?.desiredCount ?? 0),
            "runningTaskCount": .integer(count.running), "pendingTaskCount": .integer(count.pending),
        ]
        if service.settings.deployment.strategy != .rolling {
            let (production, test) = (deployment.productionPermille, deployment.testPermille)
            members["requestedProductionTrafficWeight"] = Self.percent(isTarget ? production : 1000 - production)
            members["requestedTestTrafficWeight"] = Self.percent(isTarget ? test : 1000 - test)
        }
        return .object(members)
    }

    /// The pause that ContinueServiceDeployment ends; nil while there is none.
    private func pause(of service: Service) -> Value? {
        service.native?.pause.map { pause in
            [
                [
                    "hookId": .string(pause.id), "targetType": "PAUSE", "status": "AWAITING_ACTION",
                    "expiresAt": pause.deadline.shown,
                    "timeoutAction": pause.continues ? "CONTINUE" : "ROLLBACK",
                ]
            ]
        }
    }

    private static func percent(_ permille: Int) -> Value { Value(.number(Double(permille) / 10)) }

    private func addMonitors(
        _ deployment: ServiceDeployment, of service: Service, to members: inout [String: Value]
    ) {
        members["deploymentCircuitBreaker"] = [
            "status": .string(deployment.breakerStatus), "failureCount": .integer(deployment.breakerFailures),
            "threshold": .integer(deployment.breakerThreshold),
        ]
        members["alarms"] = [
            "status": .string(deployment.alarmStatus),
            "alarmNames": .list(service.settings.deployment.alarms.names.map { .string($0) }),
            "triggeredAlarmNames": .list(deployment.triggeredAlarms.map { .string($0) }),
        ]
    }
}
