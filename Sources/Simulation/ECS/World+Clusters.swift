public import Model

extension World {
    /// CreateCluster under a name that no ACTIVE cluster has (aws-facts 4.4).
    public mutating func createCluster(named name: String, written: Value, tags: Value) -> ClusterID {
        let id = ecs.clusters.insert(Cluster(name: name, written: written, tags: tags))
        ecs.clusterNames[name] = id
        note(.cluster(id), name, "created")
        return id
    }

    /// UpdateCluster: members of `changes` replace the cluster's own, the others stay.
    public mutating func updateCluster(_ id: ClusterID, with changes: Value) {
        guard var cluster = ecs.clusters[id] else { return }
        for (name, value) in changes.sortedMembers { cluster.written[name] = value }
        ecs.clusters[id] = cluster
    }

    /// DeleteCluster: INACTIVE at once, refused while anything is in it (aws-facts 5).
    public mutating func deleteCluster(_ id: ClusterID) throws(Refusal) {
        guard let cluster = ecs.clusters[id] else { return }
        try refuseDeletion(of: cluster)
        if !cluster.capacityProviders.isEmpty { try putClusterCapacityProviders(id, providers: [], strategy: []) }
        ecs.clusters[id]?.status = .inactive
        note(.cluster(id), cluster.name, "deleted")
    }

    private func refuseDeletion(of cluster: Cluster) throws(Refusal) {
        if cluster.attachmentsStatus == "UPDATE_IN_PROGRESS" {
            throw Refusal("UpdateInProgressException", "The specified cluster is in a busy state. Wait and try again.")
        }
        if cluster.containerInstances.contains(where: { (ecs.containerInstances[$0]?.status ?? .inactive) != .inactive }
        ) {
            throw Self.occupied("ContainerInstances", "Container Instances are active or draining")
        }
        if cluster.services.contains(where: { (ecs.services[$0]?.status ?? .inactive) != .inactive }) {
            throw Self.occupied("Services", "Services are active")
        }
        if cluster.standalone.contains(where: { (ecs.tasks[$0]?.lastStatus ?? .stopped) != .stopped }) {
            throw Self.occupied("Tasks", "Tasks are active")
        }
    }

    private static func occupied(_ by: String, _ what: String) -> Refusal {
        Refusal("ClusterContains\(by)Exception", "The Cluster cannot be deleted while \(what).")
    }
}
