import Model

/// Target groups: for services and for others, of both kinds of load balancers, and for functions.
enum TargetGroupFields {
    /// Behind an Application Load Balancer; a service's own takes instances.
    static func http(ofService: Bool) -> [Field] {
        let kinds: [Field] =
            ofService
            ? [.fixed("/targetType", "instance", share: 40)]
            : [
                Field("/targetType", 40, isEdited: false) { chance, _ in chance.pick(["instance", "ip"]) },
                Field("/ipAddressType", 20) { _, spec in spec["targetType"] == "ip" ? "ipv4" : nil },
            ]
        return [
            .one("/protocol", 100, of: ["HTTP", "HTTPS"]), .number("/port", 100, 1...65535),
            .fixed("/vpcId", ["tags": ["Name": "demo"]]), .one("/protocolVersion", 30, of: ["HTTP1", "HTTP2"]),
        ] + kinds + checks(ofService: ofService) + httpAttributes + Field.tags
    }

    /// A service's targets have to be healthy, and let go, before a refresh of their instances gives up after an hour.
    private static func checks(ofService: Bool) -> [Field] {
        [
            .fixed("/healthCheckEnabled", true, share: 20), .one("/healthCheckProtocol", 30, of: ["HTTP", "HTTPS"]),
            .one("/healthCheckPort", 30, of: ["traffic-port", "8080", 9090]), .word("/healthCheckPath", 60, "/"),
            Field("/healthCheckIntervalSeconds", 50) { chance, spec in
                .integer(chance.draw((spec["healthCheckTimeoutSeconds"]?.integer ?? 6) + 1...(ofService ? 60 : 300)))
            },
            Field("/healthCheckTimeoutSeconds", 50) { chance, spec in
                .integer(
                    chance.draw(2...min(ofService ? 50 : 120, (spec["healthCheckIntervalSeconds"]?.integer ?? 30) - 1)))
            },
            .number("/healthyThresholdCount", 40, 2...10), .number("/unhealthyThresholdCount", 40, 2...10),
            .one("/matcher/httpCode", 50, of: ["200", "200-399", "200,302", 204, "201-299"]),
        ]
    }

    private static func attribute(_ key: String, _ share: Int, _ values: [Value]) -> Field {
        .one(FieldPath(["attributes", key]), share, of: values)
    }

    private static let httpAttributes: [Field] =
        [
            attribute("deregistration_delay.timeout_seconds", 40, [0, 30, "45", 300]),
            attribute("load_balancing.cross_zone.enabled", 10, [true, "false", "use_load_balancer_configuration"]),
            attribute("stickiness.enabled", 30, [true, false, "true"]),
            Field(FieldPath(["attributes", "stickiness.type"]), 30, isEdited: false) { chance, _ in
                chance.pick(["lb_cookie", "app_cookie"])
            },
            Field(FieldPath(["attributes", "stickiness.lb_cookie.duration_seconds"]), 30) { chance, spec in
                spec["attributes"]?["stickiness.type"] == "lb_cookie" ? chance.pick([1, 3600, "86400", 604_800]) : nil
            },
            Field(FieldPath(["attributes", "stickiness.app_cookie.cookie_name"]), 100) { chance, spec in
                spec["attributes"]?["stickiness.type"] == "app_cookie" ? .string(chance.word()) : nil
            },
            Field(FieldPath(["attributes", "slow_start.duration_seconds"]), 30) { chance, spec in
                let algorithm = spec["attributes"]?["load_balancing.algorithm.type"]
                return algorithm == nil || algorithm == "round_robin" ? chance.pick([0, 30, "60", 900]) : nil
            },
            Field(FieldPath(["attributes", "load_balancing.algorithm.type"]), 30) { chance, spec in
                let isSlow = spec["attributes"]?["slow_start.duration_seconds"] != nil
                return isSlow ? "round_robin" : chance.pick(["round_robin", "least_outstanding_requests"])
            },
        ]
        + [
            "dns_failover.minimum_healthy_targets.count", "dns_failover.minimum_healthy_targets.percentage",
            "unhealthy_state_routing.minimum_healthy_targets.count",
            "unhealthy_state_routing.minimum_healthy_targets.percentage",
        ].map { name in
            attribute("target_group_health." + name, 10, name.hasSuffix("count") ? [1, "2"] : ["off", 50, "100"])
        }

    /// Behind a Network Load Balancer.
    static let tcp: [Field] =
        [
            .one("/protocol", 100, of: ["TCP"]), .number("/port", 100, 1...65535),
            .fixed("/vpcId", ["tags": ["Name": "demo"]]),
            .one("/healthCheckProtocol", 30, of: ["TCP"]), .number("/healthCheckIntervalSeconds", 40, 10...300),
            .number("/healthyThresholdCount", 40, 2...10), .number("/unhealthyThresholdCount", 40, 2...10),
            attribute("deregistration_delay.timeout_seconds", 40, [0, 30, "300"]),
            attribute("deregistration_delay.connection_termination.enabled", 30, [true, false]),
            attribute("preserve_client_ip.enabled", 30, [true, "false"]),
            attribute("proxy_protocol_v2.enabled", 30, [true, false]),
            attribute("stickiness.enabled", 30, [true, false]),
            .fixed(FieldPath(["attributes", "stickiness.type"]), "source_ip", share: 20),
        ] + Field.tags

    /// For a function.
    static let lambda: [Field] =
        [
            .fixed("/targetType", "lambda"), .flag("/healthCheckEnabled", 40), .word("/healthCheckPath", 30, "/"),
            .one("/matcher/httpCode", 30, of: ["200", "200-299"]),
            .number("/healthCheckIntervalSeconds", 30, 60...300), .number("/healthCheckTimeoutSeconds", 30, 2...29),
            attribute("lambda.multi_value_headers.enabled", 40, [true, false]),
        ] + Field.tags
}
