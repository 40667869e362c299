public import Model

/// Something of ECS that has tags.
public enum ECSResource: Sendable, Hashable {
    case cluster(ClusterID)
    case capacityProvider(CapacityProviderID)
    case containerInstance(ContainerInstanceID)
    case service(ServiceID)
    case task(TaskID)
    /// By `family:revision`.
    case taskDefinition(String)
}

extension World {
    /// AWS's list of `{key, value}`; empty for what is not there.
    public func tags(of resource: ECSResource) -> Value {
        let tags: Value? =
            switch resource {
            case .cluster(let id): ecs.clusters[id]?.tags
            case .capacityProvider(let id): ecs.capacityProviders[id]?.tags
            case .containerInstance(let id): ecs.containerInstances[id]?.tags
            case .service(let id): ecs.services[id]?.tags
            case .task(let id): ecs.tasks[id]?.tags
            case .taskDefinition(let name): ecs.taskDefinitions[name]?.tags
            }
        return tags ?? .list([])
    }

    /// Replaces the whole list.
    public mutating func setTags(_ tags: Value, of resource: ECSResource) {
        switch resource {
        case .cluster(let id): ecs.clusters[id]?.tags = tags
        case .capacityProvider(let id): ecs.capacityProviders[id]?.tags = tags
        case .containerInstance(let id): ecs.containerInstances[id]?.tags = tags
        case .service(let id): ecs.services[id]?.tags = tags
        case .task(let id): ecs.tasks[id]?.tags = tags
        case .taskDefinition(let name): ecs.taskDefinitions[name]?.tags = tags
        }
    }
}
