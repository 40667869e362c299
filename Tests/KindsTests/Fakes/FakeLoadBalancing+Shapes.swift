import Model

extension FakeLoadBalancing {
    func balancer(_ input: Value) -> Value {
        var balancer = input.defaulting([
            "scheme": "internet-facing", "type": "application", "ipAddressType": "ipv4",
            "securityGroups": ["sg-default"],
        ])
        balancer["availabilityZones"] = Self.zones(input)
        balancer["subnets"] = nil
        balancer["loadBalancerName"] = input["name"]
        balancer["name"] = nil
        balancer["dnsName"] = "demo.eu-west-1.elb.amazonaws.com"
        balancer["canonicalHostedZoneId"] = "Z1"
        balancer["state"] = ["code": "active"]
        return balancer
    }

    func listener(_ input: Value) -> Value {
        let isEncrypted = input["protocol"]?.string == "HTTPS"
        return Self.listed(input.defaulting(isEncrypted ? ["sslPolicy": "ELBSecurityPolicy-2016-08"] : [:]))
    }

    /// AWS's order of zones is its own.
    static func zones(_ input: Value) -> Value {
        .list((input["subnets"]?.list ?? []).reversed().map { ["subnetId": $0, "zoneName": "eu-west-1a"] })
    }

    /// Actions and conditions as AWS gives them back: filled, and in both spellings.
    static func listed(_ thing: Value) -> Value {
        var copy = thing
        for name in ["defaultActions", "actions"] {
            guard let actions = thing[name]?.list else { continue }
            copy[name] = .list(actions.enumerated().map { filled($1, $0) })
        }
        if let conditions = thing["conditions"]?.list { copy["conditions"] = .list(conditions.reversed().map(doubled)) }
        return copy
    }

    private static func filled(_ action: Value, _ index: Int) -> Value {
        var copy = action.defaulting(["order": .integer(index + 1)])
        if action["type"]?.string == "forward" {
            let plain = action["targetGroupArn"].map { Value.list([["targetGroupArn": $0, "weight": 1]]) }
            let groups = action["forwardConfig"]?["targetGroups"] ?? plain ?? []
            let weighted = (groups.list ?? []).map { $0.defaulting(["weight": 1]) }
            copy["forwardConfig"] = [
                "targetGroups": .list(weighted.reversed()),
                "targetGroupStickinessConfig": action["forwardConfig"]?["targetGroupStickinessConfig"]
                    ?? ["enabled": false],
            ]
            copy["targetGroupArn"] = weighted.count == 1 ? weighted[0]["targetGroupArn"] : nil
        }
        if let redirect = action["redirectConfig"] {
            copy["redirectConfig"] = redirect.defaulting([
                "protocol": "#{protocol}", "port": "#{port}", "host": "#{host}", "path": "/#{path}",
                "query": "#{query}",
            ])
        }
        return copy
    }

    private static func doubled(_ condition: Value) -> Value {
        var copy = condition
        let configs = ["path-pattern": "pathPatternConfig", "host-header": "hostHeaderConfig"]
        guard let config = configs[condition["field"]?.string ?? ""] else { return copy }
        let values = condition[config]?["values"] ?? condition["values"]
        copy["values"] = values
        copy[config] = ["values": values ?? []]
        return copy
    }

    static let targetGroupDefaults: [String: Value] = [
        "protocol": "HTTP", "protocolVersion": "HTTP1", "ipAddressType": "ipv4", "targetType": "instance",
        "healthCheckEnabled": true, "healthCheckProtocol": "HTTP", "healthCheckPort": "traffic-port",
        "healthCheckPath": "/", "healthCheckIntervalSeconds": 30, "healthCheckTimeoutSeconds": 5,
        "healthyThresholdCount": 5, "unhealthyThresholdCount": 2, "matcher": ["httpCode": "200"],
        "loadBalancerArns": [],
    ]

    static let attributeDefaults: [String: [String: String]] = [
        "targetGroup": [
            "deregistration_delay.timeout_seconds": "300", "stickiness.enabled": "false",
            "stickiness.type": "lb_cookie", "stickiness.lb_cookie.duration_seconds": "86400",
            "slow_start.duration_seconds": "0", "load_balancing.algorithm.type": "round_robin",
        ],
        "loadBalancer": [
            "idle_timeout.timeout_seconds": "60", "deletion_protection.enabled": "false",
            "access_logs.s3.enabled": "false", "access_logs.s3.bucket": "", "access_logs.s3.prefix": "",
            "routing.http2.enabled": "true",
        ],
        "listener": ["routing.http.response.server.enabled": "true"],
    ]
}
