public import Model

// Clusters come and go (aws-facts 4.4).
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

    /// UpdateCluster and UpdateClusterSettings: members of `changes` replace the cluster's own, the others stay.
    public mutating func updateCluster(_ id: ClusterID, with changes: Value) {
        for (name, value) in changes.sortedMembers { ecs.clusters[id]?.written[name] = value }
    }

    /// DeleteCluster: INACTIVE at once, its capacity providers go; refused while anything is in it (aws-facts 5).
    public mutating func deleteCluster(_ id: ClusterID) throws(Refusal) {
        guard let cluster = ecs.clusters[id], cluster.status == .active else {
            throw Refusal("ClusterNotFoundException", "Cluster not found.")
        }
        try refuseDeletion(of: cluster)
        if !cluster.capacityProviders.isEmpty { try putClusterCapacityProviders(id, providers: [], strategy: []) }
        ecs.clusters[id]?.status = .inactive
        note(.cluster(id), cluster.name, "deleted")
    }

    private func refuseDeletion(of cluster: Cluster) throws(Refusal) {
        if cluster.services.contains(where: { (ecs.services[$0]?.status ?? .inactive) != .inactive }) {
            throw Self.occupied("Services", "Services are active")
        }
        if cluster.containerInstances.contains(where: { (ecs.containerInstances[$0]?.status ?? .inactive) != .inactive }
        ) {
            throw Self.occupied("ContainerInstances", "Container Instances are active or draining")
        }
        if cluster.standalone.contains(where: { (ecs.tasks[$0]?.lastStatus ?? .stopped) != .stopped }) {
            throw Self.occupied("Tasks", "Tasks are active")
        }
    }

    private static func occupied(_ by: String, _ what: String) -> Refusal {
        Refusal("ClusterContains\(by)Exception", "The Cluster cannot be deleted while \(what).")
    }
}
