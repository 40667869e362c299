// What AWS refuses of a service's settings (aws-facts 4.6, 5).
extension World {
    /// Refuses settings that AWS refuses; `isNew` says that the task definition is chosen now.
    func check(_ settings: ServiceSettings, in cluster: ClusterID, isNew: Bool = true) throws(Refusal) {
        guard let definition = ecs.taskDefinitions[settings.taskDefinition] else {
            throw Refusal("ClientException", "Unable to describe task definition.")
        }
        guard !isNew || definition.status == .active else {
            throw Refusal("ClientException", "TaskDefinition is inactive")
        }
        try check(settings.strategy, in: cluster)
        for balancer in settings.loadBalancers { try check(balancer, definition) }
        for constraint in settings.placementConstraints where constraint.type == "memberOf" {
            guard ClusterQuery(constraint.expression) != nil else {
                throw Refusal("InvalidParameterException", "Invalid placement constraint expression.")
            }
        }
    }

    /// Every provider must be the cluster's and ACTIVE, and one must have a weight.
    func check(_ strategy: [CapacityProviderStrategyItem], in cluster: ClusterID) throws(Refusal) {
        guard !strategy.isEmpty else { return }
        for item in strategy {
            let provider = ecs.capacityProviderNames[item.capacityProvider]
            guard let provider, ecs.capacityProviders[provider]?.status == .active,
                ecs.clusters[cluster]?.capacityProviders.contains(item.capacityProvider) == true
            else {
                throw Refusal(
                    "InvalidParameterException",
                    "The specified capacity provider strategy cannot contain a capacity provider that is not "
                        + "associated with the cluster. Associate the capacity provider with the cluster and try again."
                )
            }
        }
        guard strategy.contains(where: { $0.weight > 0 }) else {
            throw Refusal(
                "InvalidParameterException",
                "At least one capacity provider in the strategy must have a weight that is larger than 0.")
        }
        guard strategy.count(where: { $0.base > 0 }) <= 1 else {
            throw Refusal(
                "InvalidParameterException",
                "Only one capacity provider in a capacity provider strategy can have a base defined.")
        }
    }

    private func check(_ balancer: ServiceLoadBalancer, _ definition: TaskDefinition) throws(Refusal) {
        let arns = [balancer.targetGroupArn] + (balancer.advanced.map { [$0.alternateTargetGroupArn] } ?? [])
        for arn in arns {
            guard balancing.targetGroupArns[arn] != nil else {
                throw Refusal("InvalidParameterException", "The specified target group does not exist: \(arn)")
            }
            guard isAttached(targetGroup: arn) else {
                throw Refusal(
                    "InvalidParameterException",
                    "The target group with targetGroupArn \(arn) does not have an associated load balancer.")
            }
        }
        guard let container = definition.plan.containers.first(where: { $0.name == balancer.containerName }) else {
            throw Refusal(
                "InvalidParameterException",
                "The container \(balancer.containerName) does not exist in the task definition.")
        }
        guard container.ports.contains(where: { $0.container == balancer.containerPort }) else {
            throw Refusal(
                "InvalidParameterException",
                "The container \(balancer.containerName) did not have a container port "
                    + "\(balancer.containerPort) defined."
            )
        }
    }
}
