import Model
import Simulation

// DescribeSSLPolicies, DescribeAccountLimits, DescribeCapacityReservation.
extension LocalELBv2 {
    static func describeSSLPolicies(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        var names: [String] = []
        for name in request.texts("names") where !names.contains(name) { names.append(name) }
        for name in names where !SSLPolicies.names.contains(name) {
            throw Refusal("SSLPolicyNotFound", "SSL policy '\(name)' not found")
        }
        let page = try page(request, names.isEmpty ? SSLPolicies.names : names)
        var reply: Value = ["sslPolicies": .list(page.items.compactMap(SSLPolicies.shown))]
        reply["nextMarker"] = page.next.map { .string($0) }
        return reply
    }

    static func describeAccountLimits(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let page = try page(request, limits)
        var reply: Value = [
            "limits": .list(page.items.map { ["name": .string($0.name), "max": .string(String($0.max))] })
        ]
        reply["nextMarker"] = page.next.map { .string($0) }
        return reply
    }

    /// Nobody reserves capacity here, so there is none in any zone.
    static func describeCapacityReservation(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let balancer = try world.loadBalancer(request).value
        return [
            "lastModifiedTime": balancer.createdAt.shown, "decreaseRequestsRemaining": 2,
            "capacityReservationState": .list([]),
        ]
    }

    /// AWS's quotas of a new account.
    private static let limits: [(name: String, max: Int)] = [
        ("target-groups", 3000), ("targets-per-target-group", 1000), ("application-load-balancers", 50),
        ("listeners-per-application-load-balancer", 50), ("application-load-balancer-rules", 100),
        ("certificates-per-application-load-balancer", 25), ("targets-per-application-load-balancer", 1000),
        ("target-groups-per-application-load-balancer", 100),
        ("target-groups-per-action-on-application-load-balancer", 5),
        ("target-id-registrations-per-application-load-balancer", 1000),
        ("condition-values-per-alb-rule", 5), ("condition-wildcards-per-alb-rule", 6), ("network-load-balancers", 50),
        ("listeners-per-network-load-balancer", 50), ("certificates-per-network-load-balancer", 25),
        ("targets-per-network-load-balancer", 3000),
        ("targets-per-availability-zone-per-network-load-balancer", 500),
        ("target-groups-per-action-on-network-load-balancer", 1), ("gateway-load-balancers", 100),
        ("gateway-load-balancers-per-vpc", 100), ("geneve-target-groups", 100),
        ("targets-per-availability-zone-per-gateway-load-balancer", 300),
    ]
}
