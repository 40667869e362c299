import Simulation

/// What requests call things: names, ids and ARNs, as AWS accepts them.
extension World {
    /// The parts behind `…:<kind>/` of an ARN, or the text itself when it is no ARN; nil for an ARN of something else.
    func ecsParts(_ reference: String, kind: String) -> [Substring]? {
        guard reference.hasPrefix("arn:") else { return reference.split(separator: "/") }
        let front = ecsArn(kind, "")
        return reference.hasPrefix(front) ? reference.dropFirst(front.count).split(separator: "/") : nil
    }

    /// An ACTIVE cluster by name or ARN; `default` when the request names none.
    func cluster(_ reference: String?) throws(Refusal) -> ClusterID {
        let id = try anyCluster(reference)
        guard ecs.clusters[id]?.status == .active else { throw .clusterInactive }
        return id
    }

    /// A cluster by name or ARN, the deleted ones too.
    func anyCluster(_ reference: String?) throws(Refusal) -> ClusterID {
        guard let id = knownCluster(reference) else { throw .clusterNotFound }
        return id
    }

    /// A cluster by name or ARN, the deleted ones too; nil when there never was one.
    func knownCluster(_ reference: String?) -> ClusterID? {
        let text = reference.flatMap { $0.isEmpty ? nil : $0 } ?? "default"
        guard let parts = ecsParts(text, kind: "cluster"), parts.count == 1 else { return nil }
        return ecs.clusterNames[String(parts[0])]
    }

    /// A service by name or ARN, INACTIVE ones too; nil when the cluster never had it.
    func service(_ reference: String, in cluster: ClusterID) -> ServiceID? {
        guard let parts = ecsParts(reference, kind: "service"), let name = parts.last else { return nil }
        if parts.count > 1, parts[0] != clusterName(cluster) { return nil }
        return ecs.clusters[cluster]?.serviceNames[String(name)]
    }

    /// A task of a cluster by id or ARN; nil when there is none.
    func task(_ reference: String, in cluster: ClusterID) -> TaskID? {
        guard let id = ecsParts(reference, kind: "task")?.last.flatMap({ ecs.taskNames[String($0)] }),
            ecs.tasks[id]?.cluster == cluster
        else { return nil }
        return id
    }

    /// A container instance of a cluster by id or ARN; nil when there is none.
    func containerInstance(_ reference: String, in cluster: ClusterID) -> ContainerInstanceID? {
        let name = ecsParts(reference, kind: "container-instance")?.last
        guard let id = name.flatMap({ ecs.containerInstanceNames[String($0)] }),
            ecs.containerInstances[id]?.cluster == cluster
        else { return nil }
        return id
    }

    /// A task definition by family (its newest ACTIVE revision), `family:revision` or ARN.
    func taskDefinition(_ reference: String) throws(Refusal) -> TaskDefinition {
        guard let found = knownTaskDefinition(reference) else { throw .taskDefinitionNotFound }
        return found
    }

    /// The same; nil when there is none.
    func knownTaskDefinition(_ reference: String) -> TaskDefinition? {
        guard let name = ecsParts(reference, kind: "task-definition")?.last else { return nil }
        return name.contains(":") ? ecs.taskDefinitions[String(name)] : latestTaskDefinition(of: String(name))
    }

    /// A task definition that services and tasks may use: ACTIVE.
    func usableTaskDefinition(_ reference: String) throws(Refusal) -> TaskDefinition {
        guard let found = knownTaskDefinition(reference) else { throw .client("TaskDefinition not found.") }
        guard found.status == .active else { throw .client("TaskDefinition is inactive") }
        return found
    }

    /// A capacity provider by name or ARN; nil when there is none, or only a built-in one.
    func capacityProvider(_ reference: String) -> CapacityProviderID? {
        ecsParts(reference, kind: "capacity-provider")?.last.flatMap { ecs.capacityProviderNames[String($0)] }
    }
}
