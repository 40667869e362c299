import Model

extension HandMadeDrift {
    private static func elb(_ operation: String, _ input: Value) -> AWSCall { AWSCall("elbv2", operation, input) }

    private static func group(_ members: Value) -> AWSCall {
        var input = members
        input["targetGroupArn"] = output("TargetGroup", "api")
        return elb("ModifyTargetGroup", input)
    }

    private static func attribute(_ key: String, _ value: String) -> AWSCall {
        elb(
            "ModifyTargetGroupAttributes",
            [
                "targetGroupArn": output("TargetGroup", "api"),
                "attributes": [["key": .string(key), "value": .string(value)]],
            ])
    }

    static let targetGroups: [HandMadeDrift] = [
        HandMadeDrift("health check's path", "TargetGroup/api", "/healthCheckPath", group(["healthCheckPath": "/"])),
        HandMadeDrift(
            "health check's interval", "TargetGroup/api", "/healthCheckIntervalSeconds",
            group(["healthCheckIntervalSeconds": 60])),
        HandMadeDrift("matcher", "TargetGroup/api", "/matcher/httpCode", group(["matcher": ["httpCode": "200"]])),
        HandMadeDrift("threshold", "TargetGroup/api", "/healthyThresholdCount", group(["healthyThresholdCount": 9])),
        HandMadeDrift(
            "deregistration delay", "TargetGroup/api",
            FieldPath(["attributes", "deregistration_delay.timeout_seconds"]),
            attribute("deregistration_delay.timeout_seconds", "300")),
        HandMadeDrift(
            "stickiness", "TargetGroup/api", FieldPath(["attributes", "stickiness.enabled"]),
            attribute("stickiness.enabled", "false")),
        HandMadeDrift(
            "target group deleted", "TargetGroup/admin", "/",
            elb("DeleteRule", ["ruleArn": output("ListenerRule", "admin")]),
            elb("DeleteTargetGroup", ["targetGroupArn": output("TargetGroup", "admin")])),
    ]

    static let listeners: [HandMadeDrift] = [
        HandMadeDrift(
            "listener's default action", "Listener/demo-api/443", "/defaultActions",
            elb(
                "ModifyListener",
                [
                    "listenerArn": output("Listener", "demo-api/443"),
                    "defaultActions": [["type": "fixed-response", "fixedResponseConfig": ["statusCode": "503"]]],
                ])),
        HandMadeDrift(
            "listener's policy", "Listener/demo-api/443", "/sslPolicy",
            elb(
                "ModifyListener",
                ["listenerArn": output("Listener", "demo-api/443"), "sslPolicy": "ELBSecurityPolicy-2016-08"])),
        HandMadeDrift(
            "redirect", "Listener/demo-api/80", "/defaultActions/0/redirectConfig/statusCode",
            elb(
                "ModifyListener",
                [
                    "listenerArn": output("Listener", "demo-api/80"),
                    "defaultActions": [
                        [
                            "type": "redirect",
                            "redirectConfig": ["protocol": "HTTPS", "port": "443", "statusCode": "HTTP_302"],
                        ]
                    ],
                ])),
        HandMadeDrift(
            "listener deleted", "Listener/demo-api/80", "/",
            elb("DeleteListener", ["listenerArn": output("Listener", "demo-api/80")])),
        HandMadeDrift(
            "rule's condition", "ListenerRule/demo-api/443/10", "/conditions",
            elb(
                "ModifyRule",
                [
                    "ruleArn": output("ListenerRule", "demo-api/443/10"),
                    "conditions": [["field": "path-pattern", "values": ["/secret/*"]]],
                ])),
        HandMadeDrift(
            "rule's target", "ListenerRule/admin", "/actions",
            elb(
                "ModifyRule",
                [
                    "ruleArn": output("ListenerRule", "admin"),
                    "actions": [["type": "forward", "targetGroupArn": output("TargetGroup", "api")]],
                ])),
        HandMadeDrift(
            "rule's priority", "ListenerRule/admin", "/priority",
            elb(
                "SetRulePriorities",
                ["rulePriorities": [["ruleArn": output("ListenerRule", "admin"), "priority": 25]]])),
        HandMadeDrift(
            "rule deleted", "ListenerRule/demo-api/443/10", "/",
            elb("DeleteRule", ["ruleArn": output("ListenerRule", "demo-api/443/10")])),
    ]

    private static func balancer(_ key: String, _ value: String) -> AWSCall {
        elb(
            "ModifyLoadBalancerAttributes",
            [
                "loadBalancerArn": output("LoadBalancer", "demo-api"),
                "attributes": [["key": .string(key), "value": .string(value)]],
            ])
    }

    static let balancers: [HandMadeDrift] = [
        HandMadeDrift(
            "idle timeout", "LoadBalancer/demo-api", FieldPath(["attributes", "idle_timeout.timeout_seconds"]),
            balancer("idle_timeout.timeout_seconds", "60")),
        HandMadeDrift(
            "deletion protection", "LoadBalancer/demo-api", FieldPath(["attributes", "deletion_protection.enabled"]),
            balancer("deletion_protection.enabled", "false")),
        HandMadeDrift(
            "security groups", "LoadBalancer/demo-api", "/securityGroups",
            elb(
                "SetSecurityGroups",
                [
                    "loadBalancerArn": output("LoadBalancer", "demo-api"),
                    "securityGroups": output("Found", "instances", "groups"),
                ])),
        HandMadeDrift(
            "subnets", "LoadBalancer/demo-api", "/subnets",
            elb(
                "SetSubnets",
                ["loadBalancerArn": output("LoadBalancer", "demo-api"), "subnets": output("Found", "public", "two")])),
    ]
}
