import Model

/// Facts 4.7 to 4.10.
extension NormalisationFact {
    static let balancing: [NormalisationFact] = [
        .init(
            "attributes are text, whatever they look like", "LoadBalancer",
            ["attributes": ["idle_timeout.timeout_seconds": 60, "routing.http2.enabled": true]],
            [
                "attributes": [
                    ["key": "routing.http2.enabled", "value": "true"],
                    ["key": "idle_timeout.timeout_seconds", "value": "60"],
                    ["key": "access_logs.s3.bucket", "value": ""],
                ]
            ], but: ["attributes": ["idle_timeout.timeout_seconds": 61, "routing.http2.enabled": "true"]],
            differsAt: ["/attributes/idle_timeout.timeout_seconds"]),
        .init(
            "subnets and security groups are sets, the rest is filled in", "LoadBalancer",
            ["subnets": ["a", "b"], "securityGroups": ["sg-1", "sg-2"]],
            [
                "subnets": ["b", "a"], "securityGroups": ["sg-2", "sg-1"], "scheme": "internet-facing",
                "type": "application", "ipAddressType": "ipv4",
            ], but: ["subnets": ["a", "c"], "scheme": "internal"], differsAt: ["/scheme", "/subnets"]),
        .init(
            "the matcher is text, and the health check is filled in", "TargetGroup",
            ["matcher": ["httpCode": 200], "healthCheckPort": 8080],
            [
                "matcher": ["httpCode": "200"], "healthCheckPort": "8080", "healthCheckEnabled": true,
                "healthCheckPath": "/", "healthCheckIntervalSeconds": 30, "healthCheckTimeoutSeconds": 5,
                "healthyThresholdCount": 5, "unhealthyThresholdCount": 2, "targetType": "instance",
            ], but: ["matcher": ["httpCode": "200-299"], "healthCheckPath": "/up"],
            differsAt: ["/healthCheckPath", "/matcher/httpCode"]),
        .init(
            "what a group of no health check has not is as good as the default", "TargetGroup",
            ["matcher": ["httpCode": "200"], "healthCheckPath": "/", "protocolVersion": "HTTP1"], [:],
            but: ["matcher": ["httpCode": "204"]], differsAt: ["/matcher"]),
        .init(
            "a matcher of gRPC is text too", "TargetGroup", ["matcher": ["grpcCode": 0]],
            ["matcher": ["grpcCode": "0"]], but: ["matcher": ["grpcCode": 12]], differsAt: ["/matcher/grpcCode"]),
        .init(
            "a target group's attributes are text", "TargetGroup",
            ["attributes": ["deregistration_delay.timeout_seconds": 300, "stickiness.enabled": false]],
            ["attributes": [["key": "stickiness.enabled", "value": "false"]]],
            but: ["attributes": ["stickiness.enabled": true]], differsAt: ["/attributes/stickiness.enabled"]),
    ]

    private static func forward(_ group: String, also weights: [(String, Int)] = []) -> Value {
        let all = weights.isEmpty ? [(group, 1)] : weights
        let groups = all.map { Value.object(["targetGroupArn": .string($0), "weight": .integer($1)]) }
        var action: Value = [
            "type": "forward", "order": 1,
            "forwardConfig": [
                "targetGroups": .list(groups), "targetGroupStickinessConfig": ["enabled": false],
            ],
        ]
        if weights.isEmpty { action["targetGroupArn"] = .string(group) }
        return [action]
    }

    private static let plain: Value = [["type": "forward", "targetGroupArn": "a"]]
    private static let split: Value = [
        [
            "type": "forward",
            "forwardConfig": ["targetGroups": [["targetGroupArn": "b"], ["targetGroupArn": "a", "weight": 0]]],
        ]
    ]

    static let routing: [NormalisationFact] = [
        .init(
            "a forward comes back the long way too", "Listener", ["defaultActions": plain],
            ["defaultActions": forward("a"), "sslPolicy": "ELBSecurityPolicy-2016-08"],
            but: ["defaultActions": [["type": "forward", "targetGroupArn": "b"]]],
            differsAt: ["/defaultActions/0/targetGroupArn"]),
        .init(
            "weights of 1 are filled in, groups come in any order", "Listener", ["defaultActions": split],
            ["defaultActions": forward("", also: [("a", 0), ("b", 1)])],
            but: [
                "defaultActions": [
                    [
                        "type": "forward",
                        "forwardConfig": ["targetGroups": [["targetGroupArn": "b"], ["targetGroupArn": "a"]]],
                    ]
                ]
            ], differsAt: ["/defaultActions/0/forwardConfig/targetGroups/a/weight"]),
        .init(
            "a redirect repeats what the request has", "Listener",
            ["defaultActions": [["type": "redirect", "redirectConfig": ["port": 443, "statusCode": "HTTP_301"]]]],
            [
                "defaultActions": [
                    [
                        "type": "redirect", "order": 1,
                        "redirectConfig": [
                            "port": "443", "statusCode": "HTTP_301", "host": "#{host}", "path": "/#{path}",
                            "query": "#{query}", "protocol": "#{protocol}",
                        ],
                    ]
                ]
            ],
            but: [
                "defaultActions": [["type": "redirect", "redirectConfig": ["port": 444, "statusCode": "HTTP_301"]]]
            ],
            differsAt: ["/defaultActions/0/redirectConfig/port"]),
        .init(
            "mutual authentication that is off is left out", "Listener", ["mutualAuthentication": ["mode": "off"]],
            [:], but: ["mutualAuthentication": ["mode": "verify"]], differsAt: ["/mutualAuthentication"]),
        .init(
            "a priority is text, conditions come twice and in any order", "ListenerRule",
            [
                "priority": 10, "actions": plain,
                "conditions": [
                    ["field": "path-pattern", "values": ["/a", "/b"]],
                    ["field": "host-header", "hostHeaderConfig": ["values": ["x.example"]]],
                ],
            ],
            [
                "priority": "10", "actions": forward("a"),
                "conditions": [
                    [
                        "field": "host-header", "values": ["x.example"],
                        "hostHeaderConfig": ["values": ["x.example"]],
                    ],
                    ["field": "path-pattern", "values": ["/b", "/a"], "pathPatternConfig": ["values": ["/b", "/a"]]],
                ],
            ], but: ["priority": 11, "conditions": [["field": "path-pattern", "values": ["/a"]]]],
            differsAt: ["/conditions", "/priority"]),
        .init(
            "patterns of a condition are a set", "ListenerRule",
            ["conditions": [["field": "path-pattern", "regexValues": ["^/a", "^/b"]]]],
            [
                "conditions": [
                    ["field": "path-pattern", "pathPatternConfig": ["values": [], "regexValues": ["^/b", "^/a"]]]
                ]
            ], but: ["conditions": [["field": "path-pattern", "values": ["^/a", "^/b"]]]], differsAt: ["/conditions"]),
    ]
}
