import AWSELBv2
import AWSWire
import Model

/// A target group of a load balancer; ECS registers the targets.
enum TargetGroup: Kind {
    static let writers = ["ModifyTargetGroup", "ModifyTargetGroupAttributes", "DeleteTargetGroup"]

    static let schema = KindSchema(
        kind: "TargetGroup", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: "name",
        createOnly: [
            "protocol", "protocolVersion", "port", "vpcId", "targetType", "ipAddressType", "targetControlPort",
        ], summary: "Where a load balancer sends requests, and how it checks that the targets are well.")

    static let manifest = ManifestKind(schema, nameProblem: BalancingName.groupProblem)

    /// What ModifyTargetGroup takes.
    private static let modifiable = [
        "healthCheckEnabled", "healthCheckIntervalSeconds", "healthCheckPath", "healthCheckPort",
        "healthCheckProtocol", "healthCheckTimeoutSeconds", "healthyThresholdCount", "matcher",
        "unhealthyThresholdCount",
    ]

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    private static let described = ELBv2.model.shapes["TargetGroup"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: ELBv2.model.shapes["CreateTargetGroupInput"])

    private static let shape = SpecShape.structure(
        "TargetGroup", from: ELBv2.model.shapes["CreateTargetGroupInput"], optional: ["name"],
        adding: [SpecShape.tags, SpecShape.attributes] + described.picking(readOnlyNames))

    private static let rules: [FieldRule] =
        [
            .tags,
            FieldRule("/vpcId", target: .init("VPC", "id", lookup: true, idPrefixes: ["vpc-"])),
            FieldRule("/targetType", absent: "instance"),
            FieldRule("/protocolVersion", absent: "HTTP1"),
            FieldRule("/ipAddressType", absent: "ipv4"),
            FieldRule("/healthCheckEnabled", absent: true),
            FieldRule("/healthCheckProtocol", absent: "HTTP"),
            FieldRule("/healthCheckPort", absent: "traffic-port", normal: Normal.text),
            FieldRule("/healthCheckPath", absent: "/"),
            FieldRule("/healthCheckIntervalSeconds", absent: 30),
            FieldRule("/healthCheckTimeoutSeconds", absent: 5),
            FieldRule("/healthyThresholdCount", absent: 5),
            FieldRule("/unhealthyThresholdCount", absent: 2),
            FieldRule("/matcher/httpCode", absent: "200", normal: Normal.text),
            FieldRule("/matcher/grpcCode", absent: "12", normal: Normal.text),
        ] + FieldRule.attributes(defaults: defaults)

    private static let defaults = [
        "deregistration_delay.timeout_seconds": "300", "stickiness.enabled": "false", "stickiness.type": "lb_cookie",
        "stickiness.lb_cookie.duration_seconds": "86400", "stickiness.app_cookie.duration_seconds": "86400",
        "load_balancing.algorithm.type": "round_robin", "load_balancing.algorithm.anomaly_mitigation": "off",
        "slow_start.duration_seconds": "0",
        "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
        "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
        "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
    ]

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let arn = ["targetGroupArn": change.output("arn")]
        guard change.live != nil else {
            return [creation(change)] + change.newAttributeSteps("ModifyTargetGroupAttributes", arn)
        }
        var steps: [PlannedCall] = []
        let touched = change.touched(modifiable)
        if !touched.isEmpty {
            let input = change.merged(touched).merging(arn) { $1 }
            steps.append(change.step("elbv2", "ModifyTargetGroup", input, of: touched))
        }
        return steps + change.attributeSteps("ModifyTargetGroupAttributes", arn) + change.loadBalancingTagSteps()
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated(without: ["attributes"])
        input["name"] = .string(change.resource.awsName)
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        return PlannedCall(
            AWSCall("elbv2", "CreateTargetGroup", .object(input)), summary: "target group",
            captures: ["arn": "/targetGroups/0/targetGroupArn"])
    }
}
