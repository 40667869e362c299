/// CloudWatch metrics and alarms of one region.
public struct Monitoring: Sendable {
    /// Metrics that the simulation makes and people put, by name, then dimensions.
    public internal(set) var metrics = MetricStore()
    /// Alarms.
    public internal(set) var alarms = AlarmStore()
    /// What happened to alarms.
    public internal(set) var history = AlarmHistory()
    /// Where the series of services, target groups and clusters stand, so that no minute builds their names again.
    var places = MetricPlaces()

    /// Nothing.
    public init() {}
}

/// Places of series in the `MetricStore`, by what they are about.
struct MetricPlaces: Sendable {
    /// Of one service.
    struct Service: Sendable {
        let cpu: Int
        let memory: Int
    }
    /// Of one target group behind one load balancer.
    struct Group: Sendable {
        let requests: Int
        let requestsPerTarget: Int
        let groupRequestsPerTarget: Int
        let responseTime: Int
        let targetErrors: Int
        let balancerRequests: Int
        let balancerErrors: Int
        let healthyHosts: Int
        let unhealthyHosts: Int
    }
    /// Of one cluster.
    struct Cluster: Sendable {
        let cpu: Int
        let memory: Int
    }
    /// A target group and the load balancer that it is reached through.
    struct Route: Sendable, Hashable {
        let group: TargetGroupID
        let balancer: LoadBalancerID
    }

    var services: [ServiceID: Service] = [:]
    var groups: [Route: Group] = [:]
    var clusters: [ClusterID: Cluster] = [:]
}
