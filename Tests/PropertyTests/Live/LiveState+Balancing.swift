import Model

extension LiveState {
    mutating func makeBalancing() async throws {
        for name in ["web-tg", "LegacyBlue"] {
            var group: Value = [
                "name": .string(name), "protocol": "HTTP", "port": .integer(chance.pick([80, 8080])), "vpcId": vpc,
                "targetType": "instance", "tags": tags(),
            ]
            if group["tags"]?.list?.isEmpty == true { group["tags"] = nil }
            may(40, "healthCheckPath", ["/", "/up"], in: &group)
            may(30, "healthCheckIntervalSeconds", [10, 30], in: &group)
            may(30, "matcher", [["httpCode": "200-499"]], in: &group)
            may(20, "protocolVersion", ["HTTP1", "HTTP2"], in: &group)
            let made = try await call("elbv2", "CreateTargetGroup", group)
            targetGroups.append(made["targetGroups"]?.list?.first?["targetGroupArn"] ?? .null)
        }
        if chance.has(50) {
            try await call(
                "elbv2", "ModifyTargetGroupAttributes",
                [
                    "targetGroupArn": targetGroups[0],
                    "attributes": [
                        chance.pick([
                            ["key": "deregistration_delay.timeout_seconds", "value": "20"],
                            ["key": "stickiness.enabled", "value": "true"],
                            ["key": "slow_start.duration_seconds", "value": "60"],
                        ])
                    ],
                ])
        }
        try await makeBalancer()
    }

    private mutating func makeBalancer() async throws {
        var balancer: Value = [
            "name": "Legacy-lb", "subnets": .list(Array(subnets.prefix(3))),
            "securityGroups": .list(Array(securityGroups.prefix(1))),
        ]
        may(30, "scheme", ["internal", "internet-facing"], in: &balancer)
        may(20, "ipAddressType", ["ipv4"], in: &balancer)
        let made = try await call("elbv2", "CreateLoadBalancer", balancer)
        let arn = made["loadBalancers"]?.list?.first?["loadBalancerArn"] ?? .null
        if chance.has(40) {
            try await call(
                "elbv2", "ModifyLoadBalancerAttributes",
                [
                    "loadBalancerArn": arn,
                    "attributes": [
                        chance.pick([
                            ["key": "idle_timeout.timeout_seconds", "value": "120"],
                            ["key": "routing.http.drop_invalid_header_fields.enabled", "value": "true"],
                            ["key": "deletion_protection.enabled", "value": "true"],
                        ])
                    ],
                ])
        }
        try await makeListeners(of: arn)
    }

    private mutating func makeListeners(of balancer: Value) async throws {
        let plain = try await call(
            "elbv2", "CreateListener",
            [
                "loadBalancerArn": balancer, "port": 80, "protocol": "HTTP",
                "defaultActions": [["type": "forward", "targetGroupArn": targetGroups[0]]],
            ])
        let listener = plain["listeners"]?.list?.first?["listenerArn"] ?? .null
        try await call(
            "elbv2", "CreateRule",
            [
                "listenerArn": listener, "priority": .integer(chance.pick([1, 7, 40_000])),
                "conditions": [
                    chance.pick([
                        ["field": "path-pattern", "values": ["/old/*"]],
                        ["field": "host-header", "hostHeaderConfig": ["values": ["old.example.com"]]],
                    ])
                ],
                "actions": [try await action()],
            ])
        guard chance.has(50) else { return }
        var secure: Value = [
            "loadBalancerArn": balancer, "port": 443, "protocol": "HTTPS",
            "certificates": [
                [
                    "certificateArn":
                        "arn:aws:acm:eu-west-1:123456789012:certificate/bdd640fb-0667-4ad1-9c80-317fa3b17991"
                ]
            ],
            "defaultActions": [["type": "fixed-response", "fixedResponseConfig": ["statusCode": "404"]]],
        ]
        may(50, "sslPolicy", ["ELBSecurityPolicy-TLS13-1-2-2021-06"], in: &secure)
        try await call("elbv2", "CreateListener", secure)
    }

    /// To the other target group by each of AWS's two spellings, to both, elsewhere, or nowhere.
    private mutating func action() async throws -> Value {
        let weighted: Value = [
            ["targetGroupArn": targetGroups[0], "weight": .integer(chance.draw(0...9))],
            ["targetGroupArn": targetGroups[1], "weight": .integer(chance.draw(1...9))],
        ]
        return chance.pick([
            ["type": "forward", "targetGroupArn": targetGroups[1]],
            ["type": "forward", "forwardConfig": ["targetGroups": [["targetGroupArn": targetGroups[1]]]]],
            ["type": "forward", "forwardConfig": ["targetGroups": weighted]],
            ["type": "redirect", "redirectConfig": ["statusCode": "HTTP_302", "host": "new.example.com"]],
            ["type": "fixed-response", "fixedResponseConfig": ["statusCode": "503", "contentType": "text/plain"]],
        ])
    }
}
