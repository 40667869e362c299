import Model

extension TargetGroup {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("elbv2", "DeleteTargetGroup", ["targetGroupArn": live.arn])
    }
}

extension LoadBalancer {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        let isProtected = live.spec["attributes"]?["deletion_protection.enabled"]?.scalarText == "true"
        return Deletion(
            "elbv2", "DeleteLoadBalancer", ["loadBalancerArn": live.arn],
            refusal: isProtected
                ? "the attribute deletion_protection.enabled is true: set it to false first" : nil)
    }
}

extension Listener {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("elbv2", "DeleteListener", ["listenerArn": live.arn])
    }
}

extension ListenerRule {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("elbv2", "DeleteRule", ["ruleArn": live.arn])
    }
}
