/// What tasks of one shape ask of a cluster.
struct PlacementRequest {
    /// Where.
    var cluster: ClusterID
    /// What each needs.
    var plan: TaskPlan
    /// The definition's constraints and the service's.
    var constraints: [PlacementConstraint]
    /// The chain; empty for AWS's default, zones and then instances.
    var strategy: [PlacementStrategy]
    /// Tasks of the same group that are not STOPPED.
    var peers: [TaskID]
    /// The group, which `task:group` may name.
    var group: String
    /// A number of its own, for chance.
    var turn: UInt64
    /// Whose instances come into question; empty for anybody's.
    var providers: [CapacityProviderID] = []

    /// Ports that must be free on the instance.
    var staticPorts: [UInt16] { plan.staticPorts }
    /// True when no two tasks of the group may share an instance.
    var isDistinct: Bool { constraints.contains { $0.type == "distinctInstance" } }
    /// The expressions of `memberOf`, read; nil when one of them cannot be.
    var queries: [ClusterQuery]? {
        var queries: [ClusterQuery] = []
        for constraint in constraints where constraint.type == "memberOf" {
            guard let query = ClusterQuery(constraint.expression) else { return nil }
            queries.append(query)
        }
        return queries
    }
}

extension TaskPlan {
    /// Host ports that it must have; in `host` mode a container's port is the instance's.
    var staticPorts: [UInt16] {
        guard networkMode == .bridge || networkMode == .host else { return [] }
        return containers.flatMap(\.ports).compactMap { port in
            let host = networkMode == .host && port.host == 0 ? port.container : port.host
            return host == 0 ? nil : UInt16(exactly: host)
        }
    }
}
