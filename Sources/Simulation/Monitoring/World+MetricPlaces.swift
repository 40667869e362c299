extension World {
    /// Where a service's series stand.
    mutating func servicePlaces(_ id: ServiceID) -> MetricPlaces.Service {
        if let known = monitoring.places.services[id] { return known }
        let dimensions = serviceDimensions(id)
        let places = MetricPlaces.Service(
            cpu: makePlace("AWS/ECS", "CPUUtilization", dimensions),
            memory: makePlace("AWS/ECS", "MemoryUtilization", dimensions))
        monitoring.places.services[id] = places
        return places
    }

    /// Where a cluster's series stand.
    mutating func clusterPlaces(_ id: ClusterID) -> MetricPlaces.Cluster {
        if let known = monitoring.places.clusters[id] { return known }
        let dimensions = [("ClusterName", ecs.clusters[id]?.name ?? "")]
        let places = MetricPlaces.Cluster(
            cpu: makePlace("AWS/ECS", "CPUReservation", dimensions),
            memory: makePlace("AWS/ECS", "MemoryReservation", dimensions))
        monitoring.places.clusters[id] = places
        return places
    }

    /// Where the series of a target group behind a load balancer stand; nil when one of them is gone.
    mutating func groupPlaces(_ route: MetricPlaces.Route) -> MetricPlaces.Group? {
        if let known = monitoring.places.groups[route] { return known }
        guard let group = balancing.targetGroups[route.group]?.arn,
            let balancer = balancing.loadBalancers[route.balancer]?.arn
        else { return nil }
        let places = makeGroupPlaces(
            group: ("TargetGroup", Self.metricName(ofTargetGroup: group)),
            balancer: ("LoadBalancer", Self.metricName(ofLoadBalancer: balancer)))
        monitoring.places.groups[route] = places
        return places
    }

    /// `app/web/50dc6c495c0c9188` of a load balancer's ARN.
    static func metricName(ofLoadBalancer arn: String) -> String { tail(of: arn, after: ":loadbalancer/") }
    /// `targetgroup/web/73e2d6bc24d8a067` of a target group's ARN.
    static func metricName(ofTargetGroup arn: String) -> String {
        arn.split(separator: ":").last.map(String.init) ?? arn
    }

    private static func tail(of arn: String, after mark: String) -> String {
        let parts = arn.split(separator: "/")
        return arn.contains(mark) ? parts.dropFirst().joined(separator: "/") : arn
    }

    private mutating func makeGroupPlaces(
        group: (String, String), balancer: (String, String)
    ) -> MetricPlaces.Group {
        let (namespace, both) = ("AWS/ApplicationELB", [balancer, group])
        return MetricPlaces.Group(
            requests: makePlace(namespace, "RequestCount", both),
            requestsPerTarget: makePlace(namespace, "RequestCountPerTarget", both),
            groupRequestsPerTarget: makePlace(namespace, "RequestCountPerTarget", [group]),
            responseTime: makePlace(namespace, "TargetResponseTime", both),
            targetErrors: makePlace(namespace, "HTTPCode_Target_5XX_Count", both),
            balancerRequests: makePlace(namespace, "RequestCount", [balancer]),
            balancerErrors: makePlace(namespace, "HTTPCode_ELB_5XX_Count", [balancer]),
            healthyHosts: makePlace(namespace, "HealthyHostCount", both),
            unhealthyHosts: makePlace(namespace, "UnHealthyHostCount", both))
    }

    private func serviceDimensions(_ id: ServiceID) -> [(String, String)] {
        let cluster = ecs.services[id]?.cluster
        return [
            ("ClusterName", cluster.flatMap { ecs.clusters[$0]?.name } ?? ""),
            ("ServiceName", ecs.services[id]?.name ?? ""),
        ]
    }

    private mutating func makePlace(_ namespace: String, _ name: String, _ dimensions: [(String, String)]) -> Int {
        monitoring.metrics.makePlace(for: MetricKey(namespace: namespace, name: name, dimensions: dimensions))
    }
}
