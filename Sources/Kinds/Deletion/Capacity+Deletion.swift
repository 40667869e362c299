import Model

extension Cluster {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("ecs", "DeleteCluster", ["cluster": live.arn])
    }
}

extension CapacityProvider {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("ecs", "DeleteCapacityProvider", ["capacityProvider": live.arn])
    }

    static func deletionRequirements(
        of resource: Resource, among all: ResourceIndex
    ) -> [PlannedCall.Requirement] {
        group(of: resource).map { [AutoScalingGroup.isEmpty($0)] } ?? []
    }
}

extension ClusterCapacityProviders {
    /// The association goes; what others associated stays, with its place in the default strategy.
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        let ours = resource.spec["capacityProviders"]?.list ?? []
        let others = (live.spec["capacityProviders"]?.list ?? []).filter { !ours.contains($0) }
        let strategy = (live.spec["defaultCapacityProviderStrategy"]?.list ?? []).filter { item in
            item["capacityProvider"].map(others.contains) ?? false
        }
        let input: Value = [
            "cluster": resource.spec["cluster"] ?? .string(resource.awsName), "capacityProviders": .list(others),
            "defaultCapacityProviderStrategy": .list(strategy),
        ]
        let isDone = others.count == live.spec["capacityProviders"]?.list?.count
        return isDone ? Deletion() : Deletion("ecs", "PutClusterCapacityProviders", input)
    }

    static func deletionRequirements(
        of resource: Resource, among all: ResourceIndex
    ) -> [PlannedCall.Requirement] {
        (resource.spec["capacityProviders"]?.list ?? []).compactMap { $0.reference.flatMap { all[$0.resource] } }
            .flatMap { CapacityProvider.deletionRequirements(of: $0, among: all) }
    }
}

extension LaunchTemplate {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("ec2", "DeleteLaunchTemplate", ["launchTemplateId": live.outputs["id"] ?? .null])
    }
}

extension TaskDefinition {
    /// One revision at a time: what is observed next is the one before, until none is left that Neap registered.
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("ecs", "DeregisterTaskDefinition", ["taskDefinition": live.arn])
    }
}
