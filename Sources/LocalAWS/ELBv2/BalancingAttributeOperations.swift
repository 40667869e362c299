import Model
import Simulation

// Attributes of load balancers, listeners and target groups.
extension LocalELBv2 {
    static func describeLoadBalancerAttributes(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["attributes": listed(try world.loadBalancer(request).value.attributes)]
    }

    static func modifyLoadBalancerAttributes(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let balancer = try world.loadBalancer(request).value
        let changes = try BalancingAttributeRules.changes(request, of: "Load balancer", known: balancer.attributes)
        if balancer.type == "application", changes["load_balancing.cross_zone.enabled"] == "false" {
            throw .configuration(
                "Load balancer attribute key 'load_balancing.cross_zone.enabled' cannot be changed on load balancers "
                    + "with type 'application'")
        }
        world.changeAttributes(of: balancer.arn, changes)
        return ["attributes": listed(balancer.attributes.merging(changes) { $1 })]
    }

    static func describeListenerAttributes(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["attributes": listed(try world.listener(request).value.attributes)]
    }

    static func modifyListenerAttributes(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let listener = try world.listener(request).value
        let changes = try BalancingAttributeRules.changes(request, of: "Listener", known: listener.attributes)
        world.changeAttributes(of: listener.arn, changes)
        return ["attributes": listed(listener.attributes.merging(changes) { $1 })]
    }

    static func describeTargetGroupAttributes(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["attributes": listed(try world.targetGroup(request).value.attributes)]
    }

    static func modifyTargetGroupAttributes(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let group = try world.targetGroup(request).value
        let isGateway = group.shown["protocol"]?.string == "GENEVE"
        // AWS looks at a gateway's keys first, at everybody else's type of stickiness.
        if !isGateway { try StickinessRules.check(BalancingAttributeRules.pairs(request), of: group) }
        let changes = try BalancingAttributeRules.changes(request, of: "Target group", known: group.attributes)
        if isGateway { try StickinessRules.check(changes, of: group) }
        world.changeAttributes(of: group.arn, changes)
        return ["attributes": listed(group.attributes.merging(changes) { $1 })]
    }

    private static func listed(_ attributes: [String: String]) -> Value {
        let pairs = attributes.sorted { $0.key < $1.key }
        return .list(pairs.map { ["key": .string($0.key), "value": .string($0.value)] })
    }
}

/// What AWS demands of attributes' keys and values.
enum BalancingAttributeRules {
    /// The request's attributes, unchecked.
    static func pairs(_ request: LocalRequest) -> [String: String] {
        let pairs = request.list("attributes").map { ($0["key"]?.string ?? "", $0["value"]?.string ?? "") }
        return Dictionary(pairs) { _, last in last }
    }

    /// The request's changes; `known` are the resource's attributes, and no others can be set.
    static func changes(
        _ request: LocalRequest, of noun: String, known: [String: String]
    ) throws(Refusal) -> [String: String] {
        let changes = pairs(request)
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
            guard known[key] != nil else {
                throw .configuration("\(noun) attribute key '\(key)' is not recognized")
            }
            try check(key, value, noun)
        }
        return changes
    }

    private static func check(_ key: String, _ value: String, _ noun: String) throws(Refusal) {
        if let words = words(key), !words.contains(value) {
            throw .configuration(
                "\(noun) attribute '\(key)' value '\(value)' must be one of [\(words.joined(separator: ", "))]")
        }
        if let range = ranges[key], !(Int(value).map(range.contains) ?? false) {
            throw .configuration(
                "\(noun) attribute '\(key)' value '\(value)' must be between '\(range.lowerBound)' and "
                    + "'\(range.upperBound)', inclusive")
        }
    }

    private static func words(_ key: String) -> [String]? {
        enumerations[key] ?? (key.hasSuffix(".enabled") ? ["true", "false"] : nil)
    }

    private static let ranges = [
        "idle_timeout.timeout_seconds": 1...4000, "client_keep_alive.seconds": 60...604_800,
        "deregistration_delay.timeout_seconds": 0...3600, "stickiness.lb_cookie.duration_seconds": 1...604_800,
        "stickiness.app_cookie.duration_seconds": 1...604_800, "tcp.idle_timeout.seconds": 60...6000,
        "secondary_ips.auto_assigned.per_subnet": 0...7,
        "target_health_state.unhealthy.draining_interval_seconds": 0...360_000,
    ]
    private static let enumerations = [
        "routing.http.desync_mitigation_mode": ["monitor", "defensive", "strictest"],
        "routing.http.xff_header_processing.mode": ["append", "preserve", "remove"],
        "load_balancing.algorithm.type": ["round_robin", "least_outstanding_requests", "weighted_random"],
        "load_balancing.algorithm.anomaly_mitigation": ["on", "off"],
        "load_balancing.cross_zone.enabled": ["true", "false", "use_load_balancer_configuration"],
        "dns_record.client_routing_policy": [
            "availability_zone_affinity", "partial_availability_zone_affinity", "any_availability_zone",
        ],
        "target_failover.on_deregistration": ["rebalance", "no_rebalance"],
        "target_failover.on_unhealthy": ["rebalance", "no_rebalance"],
    ]
}
