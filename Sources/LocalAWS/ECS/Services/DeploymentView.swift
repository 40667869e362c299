import Model
import Simulation

extension World {
    /// A row of a service's `deployments`.
    func shown(_ deployment: Deployment, of service: Service, _ counts: TaskCounts) -> Value {
        let settings = service.settings(of: deployment.revision)
        var members = settings.launchMembers([
            "networkConfiguration", "platformVersion", "serviceConnectConfiguration", "volumeConfigurations",
            "vpcLatticeConfigurations",
        ])
        members["id"] = .string(deployment.name)
        members["status"] = .string(deployment.status.rawValue)
        members["taskDefinition"] = .string(taskDefinitionArn(settings.taskDefinition))
        members["desiredCount"] = .integer(deployment.desiredCount)
        members["runningCount"] = .integer(counts.running)
        members["pendingCount"] = .integer(counts.pending)
        members["failedTasks"] = .integer(deployment.failedTasks)
        members["createdAt"] = deployment.createdAt.shown
        members["updatedAt"] = deployment.updatedAt.shown
        members["rolloutState"] = .string(deployment.rollout.rawValue)
        members["rolloutStateReason"] = .string(deployment.reason)
        return .object(members)
    }

    /// A service revision as DescribeServiceRevisions shows it.
    func shown(_ revision: ServiceRevision, at index: Int, of service: Service) -> Value {
        let settings = revision.settings
        var members = settings.launchMembers([
            "networkConfiguration", "platformVersion", "serviceRegistries", "serviceConnectConfiguration",
            "volumeConfigurations", "vpcLatticeConfigurations",
        ])
        members["serviceRevisionArn"] = .string(revisionArn(index, of: service))
        members["serviceArn"] = .string(arn(service))
        members["clusterArn"] = .string(arn(service.cluster))
        members["taskDefinition"] = .string(taskDefinitionArn(settings.taskDefinition))
        members["loadBalancers"] = .list(settings.loadBalancers.map(\.shown))
        members["containerImages"] = .list(
            (ecs.taskDefinitions[settings.taskDefinition]?.plan.containers ?? []).map { container in
                [
                    "containerName": .string(container.name), "image": .string(container.image),
                    "imageDigest": .string(imageDigest(container.image)),
                ]
            })
        members["guardDutyEnabled"] = false
        members["createdAt"] = revision.createdAt.shown
        return .object(members)
    }

    /// The digest that an image's tag stands for: always the same for the same name.
    func imageDigest(_ image: String) -> String {
        "sha256:\(hex(64, Dice.number(of: image)))"
    }
}

extension Service {
    /// What a revision rolls out, by its place; the service's own settings for one that is not there.
    func settings(of revision: Int) -> ServiceSettings {
        revisions.indices.contains(revision) ? revisions[revision].settings : settings
    }
}
