import AWSECS
import Model

/// What became of a service's deployments (ListServiceDeployments, DescribeServiceDeployments; aws-facts 1.4).
enum DeploymentEvents {
    /// The beginnings, rollbacks and ends of the newest 20 service deployments.
    ///
    /// Throws what AWS answers.
    static func read(_ service: ECS.Service, _ aws: any AWSSender) async throws -> [ServiceTimeline.Entry] {
        // Others than ECS have no service deployments.
        if let type = service.deploymentController?.type, type != "ECS" { return shown(service) }
        var input: Value = ["service": .string(service.serviceName ?? ""), "maxResults": 20]
        input["cluster"] = service.clusterArn.map { .string($0) }
        let listed =
            try await aws.send(AWSCall("ecs", "ListServiceDeployments", input))["serviceDeployments"]?.list ?? []
        let arns = listed.map(ECS.ServiceDeploymentBrief.init).compactMap(\.serviceDeploymentArn)
        guard !arns.isEmpty else { return shown(service) }
        let call = AWSCall(
            "ecs", "DescribeServiceDeployments", ["serviceDeploymentArns": .list(arns.map { .string($0) })])
        let deployments = try await aws.send(call)["serviceDeployments"]?.list ?? []
        return shown(service) + deployments.map(ECS.ServiceDeployment.init).flatMap { entries(of: $0, service) }
    }

    /// The deployments that DescribeServices lists: when each began and with which revision.
    static func shown(_ service: ECS.Service) -> [ServiceTimeline.Entry] {
        (service.deployments ?? []).compactMap { deployment in
            guard let at = deployment.createdAt, let id = deployment.id else { return nil }
            let revision = deployment.taskDefinition.map(Service.lastPart) ?? "?"
            return .init(at, "deployment", service.serviceName ?? "", "\(id) began: \(revision)")
        }
    }

    static func entries(of deployment: ECS.ServiceDeployment, _ service: ECS.Service) -> [ServiceTimeline.Entry] {
        let name = service.serviceName ?? ""
        let id = deployment.serviceDeploymentArn.map(Service.lastPart) ?? ""
        let reason = deployment.statusReason.map { ": \($0)" } ?? ""
        var all: [ServiceTimeline.Entry] = []
        let add: (Double?, String) -> ServiceTimeline.Entry? = { at, text in
            at.map { .init($0, "deployment", name, "service deployment \(id) \(text)") }
        }
        all += [add(deployment.startedAt ?? deployment.createdAt, "started")].compactMap { $0 }
        if let rollback = deployment.rollback {
            all += [add(rollback.startedAt, "rolls back" + (rollback.reason.map { ": \($0)" } ?? ""))].compactMap { $0 }
        }
        if deployment.stoppedAt != nil, deployment.stoppedAt != deployment.finishedAt {
            all += [add(deployment.stoppedAt, "was stopped\(reason)")].compactMap { $0 }
        }
        let end = (deployment.status ?? "").lowercased().split(separator: "_").joined(separator: " ")
        return all + [add(deployment.finishedAt, "ended \(end)\(reason)")].compactMap { $0 }
    }
}
