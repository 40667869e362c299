extension World {
    /// A cluster's instances of which an expression of the cluster query language holds; nil for no expression.
    public func containerInstances(of cluster: ClusterID, matching expression: String) -> [ContainerInstanceID]? {
        guard let query = ClusterQuery(expression) else { return nil }
        return (ecs.clusters[cluster]?.containerInstances ?? []).filter { holds(query, of: $0) }
    }
}
