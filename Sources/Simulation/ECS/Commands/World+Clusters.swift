public import Model

// Clusters and task definitions come and go (aws-facts 4.4, 4.5).
extension World {
    /// CreateCluster; the ACTIVE one of this name when there is one.
    @discardableResult
    public mutating func createCluster(name: String, written: Value, tags: Value) -> ClusterID {
        if let known = ecs.clusterNames[name], ecs.clusters[known]?.status == .active { return known }
        let id = ecs.clusters.insert(Cluster(name: name, written: written, tags: tags))
        ecs.clusterNames[name] = id
        note(.cluster(id), name, "created")
        return id
    }

    /// What UpdateCluster and UpdateClusterSettings write down.
    public mutating func updateCluster(_ id: ClusterID, written: Value) { ecs.clusters[id]?.written = written }

    /// Sets a cluster's tags.
    public mutating func setTags(ofCluster id: ClusterID, _ tags: Value) { ecs.clusters[id]?.tags = tags }

    /// DeleteCluster: INACTIVE at once; refused while something is in it.
    public mutating func deleteCluster(_ id: ClusterID) throws(Refusal) {
        guard let cluster = ecs.clusters[id], cluster.status == .active else {
            throw Refusal("ClusterNotFoundException", "Cluster not found.")
        }
        guard !cluster.services.contains(where: { ecs.services[$0]?.status == .active }) else {
            throw Refusal(
                "ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")
        }
        guard cluster.containerInstances.isEmpty else {
            throw Refusal(
                "ClusterContainsContainerInstancesException",
                "The Cluster cannot be deleted while Container Instances are active or draining.")
        }
        guard !cluster.standalone.contains(where: { ecs.tasks[$0]?.lastStatus != .stopped }) else {
            throw Refusal("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.")
        }
        for provider in cluster.capacityProviders.compactMap({ ecs.capacityProviderNames[$0] })
        where ecs.capacityProviders[provider]?.cluster == id {
            ecs.capacityProviders[provider]?.cluster = nil
        }
        ecs.clusters[id]?.status = .inactive
        ecs.clusters[id]?.capacityProviders = []
        note(.cluster(id), cluster.name, "deleted")
    }

    /// RegisterTaskDefinition: always a new revision; gives its name, `family:revision`.
    @discardableResult
    public mutating func registerTaskDefinition(
        family: String, shown: Value, tags: Value, plan: TaskPlan
    ) -> String {
        let revision = (ecs.revisions[family] ?? 0) + 1
        if revision == 1 { ecs.families.append(family) }
        ecs.revisions[family] = revision
        let definition = TaskDefinition(
            family: family, revision: revision, shown: shown, tags: tags, registeredAt: now, plan: plan)
        ecs.taskDefinitions[definition.name] = definition
        return definition.name
    }

    /// Sets the tags of `family:revision`.
    public mutating func setTags(ofTaskDefinition name: String, _ tags: Value) {
        ecs.taskDefinitions[name]?.tags = tags
    }

    /// DeregisterTaskDefinition: INACTIVE; services that use it go on.
    public mutating func deregisterTaskDefinition(_ name: String) throws(Refusal) {
        guard ecs.taskDefinitions[name]?.status == .active || ecs.taskDefinitions[name]?.status == .inactive else {
            throw Refusal("ClientException", "Unable to describe task definition.")
        }
        if ecs.taskDefinitions[name]?.status == .active { ecs.taskDefinitions[name]?.deregisteredAt = now }
        ecs.taskDefinitions[name]?.status = .inactive
    }

    /// DeleteTaskDefinitions: only INACTIVE ones; gone when nothing uses them.
    public mutating func deleteTaskDefinition(_ name: String) throws(Refusal) {
        guard ecs.taskDefinitions[name]?.status != .active else {
            throw Refusal(
                "InvalidParameterException",
                "The specified task definition is still in ACTIVE status. "
                    + "Please deregister the target and try again.")
        }
        ecs.taskDefinitions[name]?.status = .deleting
    }
}
