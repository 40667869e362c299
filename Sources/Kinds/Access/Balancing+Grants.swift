extension LoadBalancer {
    static let grants = [
        Grant("elbv2", .read, "DescribeLoadBalancers DescribeLoadBalancerAttributes DescribeTags"),
        Grant("elbv2", .make, "CreateLoadBalancer", on: ["loadbalancer/*"]),
        Grant(
            "elbv2", .change,
            """
            ModifyLoadBalancerAttributes SetSubnets SetSecurityGroups SetIpAddressType ModifyIpPools DeleteLoadBalancer
            """, on: ["loadbalancer/*"]),
        Grant("elbv2", .tag, "AddTags RemoveTags", on: ["loadbalancer/*"]),
    ]
}

extension Listener {
    static let grants = [
        Grant("elbv2", .read, "DescribeListeners DescribeListenerAttributes DescribeListenerCertificates DescribeTags"),
        Grant("elbv2", .add, "CreateListener", on: ["loadbalancer/*"]),
        Grant(
            "elbv2", .change,
            """
            ModifyListener ModifyListenerAttributes AddListenerCertificates RemoveListenerCertificates DeleteListener
            """, on: ["listener/*"]),
        Grant("elbv2", .tag, "AddTags RemoveTags", on: ["listener/*"]),
    ]
}

extension ListenerRule {
    static let grants = [
        Grant("elbv2", .read, "DescribeRules DescribeTags"),
        Grant("elbv2", .add, "CreateRule", on: ["listener/*"]),
        Grant("elbv2", .change, "ModifyRule SetRulePriorities DeleteRule", on: ["listener-rule/*"]),
        Grant("elbv2", .tag, "AddTags RemoveTags", on: ["listener-rule/*"]),
    ]
}

extension TargetGroup {
    static let grants = [
        Grant("elbv2", .read, "DescribeTargetGroups DescribeTargetGroupAttributes DescribeTargetHealth DescribeTags"),
        Grant("elbv2", .make, "CreateTargetGroup", on: ["targetgroup/*"]),
        Grant(
            "elbv2", .change, "ModifyTargetGroup ModifyTargetGroupAttributes DeleteTargetGroup", on: ["targetgroup/*"]),
        Grant("elbv2", .tag, "AddTags RemoveTags", on: ["targetgroup/*"]),
    ]
}
