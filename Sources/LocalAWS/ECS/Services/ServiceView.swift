import Model
import Simulation

extension World {
    /// A service as AWS shows it.
    func shown(_ id: ServiceID, tags: Bool) -> Value {
        guard let service = ecs.services[id] else { return .emptyObject }
        let settings = service.settings
        let counts = ServiceCounts(service, in: self)
        var members = settings.launchMembers(["networkConfiguration", "platformVersion"])
        members["serviceArn"] = .string(arn(service))
        members["serviceName"] = .string(service.name)
        members["clusterArn"] = .string(arn(service.cluster))
        members["status"] = .string(service.status.rawValue)
        members["desiredCount"] = .integer(settings.desiredCount)
        members["runningCount"] = .integer(counts.all.running)
        members["pendingCount"] = .integer(counts.all.pending)
        members["taskDefinition"] = .string(taskDefinitionArn(settings.taskDefinition))
        members["deployments"] = .list(service.deployments.map { shown($0, of: service, counts[$0.id]) })
        members["events"] = .list(service.events.map(\.shown))
        members["createdAt"] = service.createdAt.shown
        members["createdBy"] = .string(service.createdBy)
        addSettings(settings, to: &members)
        addDeployments(of: service, counts, to: &members)
        if tags { members["tags"] = service.tags }
        return .object(members)
    }

    private func addSettings(_ settings: ServiceSettings, to members: inout [String: Value]) {
        members["schedulingStrategy"] = .string(settings.scheduling.rawValue)
        members["deploymentController"] = ["type": .string(settings.controller)]
        members["deploymentConfiguration"] = settings.deployment.shown
        members["healthCheckGracePeriodSeconds"] = .integer(
            Int(settings.healthCheckGracePeriod.milliseconds / 1000))
        members["loadBalancers"] = .list(settings.loadBalancers.map(\.shown))
        members["serviceRegistries"] = settings.passed["serviceRegistries"] ?? .list([])
        members["placementStrategy"] = .list(settings.placementStrategy.map(\.shown))
        members["placementConstraints"] = .list(settings.placementConstraints.map(\.shown))
        members["enableExecuteCommand"] = .bool(settings.enableExecuteCommand)
        members["enableECSManagedTags"] = .bool(settings.enableECSManagedTags)
        members["propagateTags"] = .string(settings.propagateTags)
        members["availabilityZoneRebalancing"] = settings.rebalancesZones ? "ENABLED" : "DISABLED"
        members["resourceManagementType"] = "CUSTOMER"
        members["roleArn"] = settings.roleArn.map { .string($0) }
    }

    private func addDeployments(of service: Service, _ counts: ServiceCounts, to members: inout [String: Value]) {
        members["currentServiceDeployment"] = service.history.first.map { .string(arn($0, of: service)) }
        members["currentServiceRevisions"] = .list(
            service.deployments.map { deployment in
                let count = counts[deployment.id]
                return [
                    "arn": .string(revisionArn(deployment.revision, of: service)),
                    "requestedTaskCount": .integer(deployment.desiredCount),
                    "runningTaskCount": .integer(count.running), "pendingTaskCount": .integer(count.pending),
                ]
            })
    }
}

/// A service's running and pending tasks, together and by deployment.
struct ServiceCounts: Sendable {
    /// Over all deployments.
    private(set) var all = TaskCounts()
    private var byDeployment: [UInt64: TaskCounts] = [:]

    /// Counts a service's tasks.
    init(_ service: Service, in world: World) {
        for id in service.tasks {
            guard let task = world.ecs.tasks[id] else { continue }
            all.add(task.lastStatus)
            byDeployment[task.deployment, default: TaskCounts()].add(task.lastStatus)
        }
    }

    /// One deployment's, by `Deployment.id`.
    subscript(deployment: UInt64) -> TaskCounts { byDeployment[deployment] ?? TaskCounts() }
}

extension ServiceEvent {
    fileprivate var shown: Value {
        ["id": .string(id), "createdAt": createdAt.shown, "message": .string(message)]
    }
}
