import Model

/// Load balancers with their listeners and rules, and rules of their own.
enum BalancerFields {
    /// The target groups that listeners may forward to.
    struct Groups: Sendable {
        /// The service's own, which something always forwards to.
        let service: String
        /// The service's other one; nil unless its strategy moves traffic between two.
        let other: String?
        /// Those of nobody in particular.
        let free: [String]
        /// A function's; nil for none.
        let function: String?
    }

    /// An Application Load Balancer: 80 over HTTP, 443 over HTTPS, more or less.
    static func application(_ groups: Groups) -> [Field] {
        [
            .fixed("/scheme", "internet-facing", share: 40), .one("/ipAddressType", 30, of: ["ipv4", "dualstack"]),
            .one(
                "/subnets", 100,
                of: [[["tags": ["Tier": "public"]]], [["tags": ["Tier": "public", "Stack": "demo-api"]]]]),
            .one(
                "/securityGroups", 100,
                of: [
                    [["tags": ["Name": "demo-alb"]]],
                    [["tags": ["Name": "demo-alb"]], ["tags": ["Name": "demo-instances"]]],
                ]),
        ] + attributes + listeners(groups) + Field.tags
    }

    private static func attribute(_ key: String, _ share: Int, _ values: [Value]) -> Field {
        .one(FieldPath(["attributes", key]), share, of: values)
    }

    private static let attributes: [Field] = [
        attribute("idle_timeout.timeout_seconds", 40, [1, 60, "75", 4000]),
        attribute("client_keep_alive.seconds", 20, [60, "3600", 7200]),
        attribute("deletion_protection.enabled", 30, [true, false]),
        attribute("routing.http2.enabled", 20, [true, false]),
        attribute("routing.http.desync_mitigation_mode", 20, ["monitor", "defensive", "strictest"]),
        attribute("routing.http.drop_invalid_header_fields.enabled", 20, [true, "false"]),
        attribute("routing.http.preserve_host_header.enabled", 20, [true, false]),
        attribute("routing.http.xff_client_port.enabled", 20, [true, false]),
        attribute("routing.http.xff_header_processing.mode", 20, ["append", "preserve", "remove"]),
        attribute("waf.fail_open.enabled", 10, [true, false]),
        attribute("zonal_shift.config.enabled", 10, [true, false]),
        attribute("access_logs.s3.bucket", 20, ["logs", "other-logs"]),
        attribute("access_logs.s3.prefix", 20, ["a", "b/c"]),
    ]

    private static func listeners(_ groups: Groups) -> [Field] {
        let plain: [Field] =
            [
                .fixed("/port", 80), .fixed("/protocol", "HTTP"),
                Field("/defaultActions", 100) { chance, _ in ActionDrawing.actions(groups, isSecure: false, &chance) },
            ] + rules(groups)
        let secure: [Field] =
            [
                .fixed("/port", 443), .fixed("/protocol", "HTTPS"),
                .one(
                    "/sslPolicy", 60,
                    of: [
                        "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-TLS13-1-2-2021-06",
                        "ELBSecurityPolicy-TLS13-1-3-2021-06",
                    ]),
                Field("/certificates", 100) { chance, _ in
                    .list(chance.some([1, 2, 3]).map { ["certificateArn": .string("\(certificate)\($0)")] })
                },
                Field("/defaultActions", 100) { chance, _ in ActionDrawing.actions(groups, isSecure: true, &chance) },
                attribute("routing.http.response.server.enabled", 20, [true, false]),
            ] + Field.tags
        return plain.below("/listeners/0") + secure.below("/listeners/1")
    }

    private static let certificate =
        "arn:aws:acm:eu-west-1:123456789012:certificate/bdd640fb-0667-4ad1-9c80-317fa3b1799"

    /// The service's rule first, then two that may say anything.
    private static func rules(_ groups: Groups) -> [Field] {
        let others: [Field] =
            [
                .fixed("/rules/1/priority", 20), .fixed("/rules/2/priority", 30),
            ] + [1, 2].flatMap { index in rule(groups).below(FieldPath(["rules", String(index)])) }
        return [
            .fixed("/rules/0/priority", 10), .fixed("/rules/0/actions", ActionDrawing.service(groups)),
            Field("/rules/0/conditions", 100) { chance, _ in ConditionDrawing.conditions(&chance) },
        ] + others
    }

    private static func rule(_ groups: Groups, isSecure: Bool = false) -> [Field] {
        [
            Field("/conditions", 100) { chance, _ in ConditionDrawing.conditions(&chance) },
            Field("/actions", 100) { chance, _ in ActionDrawing.actions(groups, isSecure: isSecure, &chance) },
            Field("/transforms", 25) { chance, _ in ConditionDrawing.transforms(&chance) },
        ] + Field.tags
    }

    /// A rule on a listener that others share.
    static func alone(on listener: String, _ groups: Groups) -> [Field] {
        [.fixed("/listener", .string(listener)), .number("/priority", 100, 100...50_000)]
            + rule(groups, isSecure: listener.hasSuffix("/443"))
    }

    /// A Network Load Balancer with one listener.
    static func network(to group: String) -> [Field] {
        [
            .fixed("/type", "network"), .one("/scheme", 60, of: ["internal", "internet-facing"]),
            .fixed("/subnets", [["tags": ["Tier": "private"]]]),
            attribute("load_balancing.cross_zone.enabled", 40, [true, "false"]),
            attribute("deletion_protection.enabled", 30, [true, false]),
            .fixed("/listeners/0/port", 5432), .fixed("/listeners/0/protocol", "TCP"),
            .fixed("/listeners/0/defaultActions", [["type": "forward", "targetGroup": .string(group)]]),
        ] + Field.tags
    }
}
