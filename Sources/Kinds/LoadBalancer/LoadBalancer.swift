import AWSELBv2
import AWSWire
import Model

/// A load balancer; its listeners and their rules are parts with lives of their own.
enum LoadBalancer: Kind {
    static let writers = ["ModifyLoadBalancerAttributes", "SetSecurityGroups", "SetSubnets", "DeleteLoadBalancer"]

    static let schema = KindSchema(
        kind: "LoadBalancer", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: "name",
        createOnly: ["scheme", "type", "customerOwnedIpv4Pool"],
        summary: "A load balancer with its listeners and their rules.")

    static let manifest = ManifestKind(
        schema, expand: LoadBalancerParts.expand, nameProblem: BalancingName.balancerProblem)

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    private static let described = ELBv2.model.shapes["LoadBalancer"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: ELBv2.model.shapes["CreateLoadBalancerInput"])

    private static let shape = SpecShape.structure(
        "LoadBalancer", from: ELBv2.model.shapes["CreateLoadBalancerInput"], optional: ["name"],
        adding: [
            SpecShape.tags, SpecShape.attributes,
            Member("listeners", .list(of: ShapeReference(LoadBalancerParts.listener))),
        ] + described.picking(readOnlyNames))

    private static let rules: [FieldRule] =
        [
            .tags,
            FieldRule("/scheme", absent: "internet-facing"),
            FieldRule("/type", absent: "application"),
            FieldRule("/ipAddressType", operation: "SetIpAddressType", absent: "ipv4"),
            FieldRule("/ipamPools", operation: "ModifyIpPools"),
            FieldRule("/enablePrefixForIpv6SourceNat", operation: "SetSubnets", absent: "off"),
            FieldRule("/subnets", operation: "SetSubnets", elements: .set, onRemoval: .keep),
            FieldRule("/subnets/*", target: subnet("ids")),
            FieldRule("/subnetMappings", operation: "SetSubnets", elements: .keyed(["subnetId"]), onRemoval: .keep),
            FieldRule("/subnetMappings/*/subnetId", target: subnet("id")),
            FieldRule("/securityGroups", operation: "SetSecurityGroups", elements: .set, onRemoval: .keep),
            FieldRule(
                "/securityGroups/*", target: .init("SecurityGroup", "ids", lookup: true, idPrefixes: ["sg-"])),
            FieldRule(
                "/listeners", elements: .keyed(["port"]), note: "Each is a resource of its own, known by its port."),
        ] + FieldRule.attributes(defaults: defaults) + LoadBalancerParts.rules

    private static func subnet(_ output: String) -> FieldRule.Target {
        .init("Subnet", output, lookup: true, idPrefixes: ["subnet-"])
    }

    private static let defaults = [
        "idle_timeout.timeout_seconds": "60", "client_keep_alive.seconds": "3600",
        "deletion_protection.enabled": "false", "access_logs.s3.enabled": "false",
        "connection_logs.s3.enabled": "false", "health_check_logs.s3.enabled": "false",
        "routing.http2.enabled": "true", "routing.http.desync_mitigation_mode": "defensive",
        "routing.http.drop_invalid_header_fields.enabled": "false",
        "routing.http.preserve_host_header.enabled": "false",
        "routing.http.xff_header_processing.mode": "append", "routing.http.xff_client_port.enabled": "false",
        "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false", "waf.fail_open.enabled": "false",
        "zonal_shift.config.enabled": "false", "access_logs.s3.prefix": "", "connection_logs.s3.prefix": "",
    ]

    static func health(of resource: Resource, live: Live) -> Health {
        let reason = live.detail["state"]?["reason"]?.string ?? ""
        return switch live.detail["state"]?["code"]?.string {
        case "provisioning": Health(.progressing, .creating, "the load balancer is being provisioned")
        case "active_impaired": Health(.degraded, .degraded, reason.isEmpty ? "the load balancer is impaired" : reason)
        case "failed": Health(.degraded, .degraded, reason.isEmpty ? "the load balancer could not be set up" : reason)
        default: .healthy
        }
    }
}
