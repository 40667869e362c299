import AWSELBv2
import Simulation

/// Elastic Load Balancing v2 as the embedded AWS serves it.
enum LocalELBv2 {
    static let service = LocalService(
        ELBv2.model, throttle: ("Throttling", "Rate exceeded", 400), buckets: buckets,
        loadBalancers + listeners + rules + targetGroups + targets + tags + catalogue)

    /// aws-facts 7.2.
    private static let buckets = [
        LocalService.Bucket("ELBv2 reads", burst: 40, refillPerMille: 10_000, reads),
        LocalService.Bucket("ELBv2 writes", burst: 20, refillPerMille: 3000, writes),
        LocalService.Bucket(
            "ELBv2 load balancers", burst: 10, refillPerMille: 200, ["CreateLoadBalancer", "SetSubnets"]),
        LocalService.Bucket(
            "ELBv2 targets", burst: 20, refillPerMille: 4000, ["RegisterTargets", "DeregisterTargets"]),
    ]
    private static let reads: Set<String> = [
        "DescribeAccountLimits", "DescribeCapacityReservation", "DescribeListenerAttributes",
        "DescribeListenerCertificates", "DescribeListeners", "DescribeLoadBalancerAttributes",
        "DescribeLoadBalancers", "DescribeRules", "DescribeSSLPolicies", "DescribeTags",
        "DescribeTargetGroupAttributes", "DescribeTargetGroups", "DescribeTargetHealth",
    ]
    private static let writes: Set<String> = [
        "AddListenerCertificates", "AddTags", "CreateListener", "CreateRule", "CreateTargetGroup", "DeleteListener",
        "DeleteLoadBalancer", "DeleteRule", "DeleteTargetGroup", "ModifyIpPools", "ModifyListener",
        "ModifyListenerAttributes",
        "ModifyLoadBalancerAttributes", "ModifyRule", "ModifyTargetGroup", "ModifyTargetGroupAttributes",
        "RemoveListenerCertificates", "RemoveTags", "SetIpAddressType", "SetRulePriorities", "SetSecurityGroups",
    ]

    private static let loadBalancers: [LocalOperation] = [
        .write("CreateLoadBalancer", createLoadBalancer), .read("DescribeLoadBalancers", describeLoadBalancers),
        .write("DeleteLoadBalancer", deleteLoadBalancer), .write("SetSubnets", setSubnets),
        .write("SetSecurityGroups", setSecurityGroups), .write("SetIpAddressType", setIpAddressType),
        .write("ModifyIpPools", modifyIpPools),
        .read("DescribeLoadBalancerAttributes", describeLoadBalancerAttributes),
        .write("ModifyLoadBalancerAttributes", modifyLoadBalancerAttributes),
    ]
    private static let listeners: [LocalOperation] = [
        .write("CreateListener", createListener), .write("ModifyListener", modifyListener),
        .read("DescribeListeners", describeListeners), .write("DeleteListener", deleteListener),
        .read("DescribeListenerAttributes", describeListenerAttributes),
        .write("ModifyListenerAttributes", modifyListenerAttributes),
        .read("DescribeListenerCertificates", describeListenerCertificates),
        .write("AddListenerCertificates", addListenerCertificates),
        .write("RemoveListenerCertificates", removeListenerCertificates),
    ]
    private static let rules: [LocalOperation] = [
        .write("CreateRule", createRule), .write("ModifyRule", modifyRule), .read("DescribeRules", describeRules),
        .write("DeleteRule", deleteRule), .write("SetRulePriorities", setRulePriorities),
    ]
    private static let targetGroups: [LocalOperation] = [
        .write("CreateTargetGroup", createTargetGroup), .write("ModifyTargetGroup", modifyTargetGroup),
        .read("DescribeTargetGroups", describeTargetGroups), .write("DeleteTargetGroup", deleteTargetGroup),
        .read("DescribeTargetGroupAttributes", describeTargetGroupAttributes),
        .write("ModifyTargetGroupAttributes", modifyTargetGroupAttributes),
    ]
    private static let targets: [LocalOperation] = [
        .write("RegisterTargets", registerTargets), .write("DeregisterTargets", deregisterTargets),
        .read("DescribeTargetHealth", describeTargetHealth),
    ]
    private static let tags: [LocalOperation] = [
        .read("DescribeTags", describeTags), .write("AddTags", addTags), .write("RemoveTags", removeTags),
    ]
    private static let catalogue: [LocalOperation] = [
        .read("DescribeSSLPolicies", describeSSLPolicies), .read("DescribeAccountLimits", describeAccountLimits),
        .read("DescribeCapacityReservation", describeCapacityReservation),
    ]

    /// AWS's page size for every list of this service (aws-facts 4.1).
    static func page<Item>(
        _ request: LocalRequest, _ items: [Item]
    ) throws(Refusal) -> (items: [Item], next: String?) {
        try request.page(
            items, token: "marker", limit: "pageSize", size: 400, invalidToken: "ValidationError")
    }
}
