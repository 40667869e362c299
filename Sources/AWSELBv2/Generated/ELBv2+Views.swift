// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension ELBv2 {
    /// A view of AWS's `Action`; a property is nil when AWS did not send it.
    public struct Action: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Type`.
        public var type: String? { raw["type"]?.string }
        /// AWS's `TargetGroupArn`.
        public var targetGroupArn: String? { raw["targetGroupArn"]?.string }
        /// AWS's `AuthenticateOidcConfig`.
        public var authenticateOidcConfig: Value? { raw["authenticateOidcConfig"] }
        /// AWS's `AuthenticateCognitoConfig`.
        public var authenticateCognitoConfig: Value? { raw["authenticateCognitoConfig"] }
        /// AWS's `Order`.
        public var order: Int? { raw["order"]?.integer }
        /// AWS's `RedirectConfig`.
        public var redirectConfig: Value? { raw["redirectConfig"] }
        /// AWS's `FixedResponseConfig`.
        public var fixedResponseConfig: Value? { raw["fixedResponseConfig"] }
        /// AWS's `ForwardConfig`.
        public var forwardConfig: ForwardActionConfig? { raw["forwardConfig"].map(ForwardActionConfig.init) }
        /// AWS's `JwtValidationConfig`.
        public var jwtValidationConfig: Value? { raw["jwtValidationConfig"] }
    }

    /// A view of AWS's `AvailabilityZone`; a property is nil when AWS did not send it.
    public struct AvailabilityZone: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ZoneName`.
        public var zoneName: String? { raw["zoneName"]?.string }
        /// AWS's `SubnetId`.
        public var subnetId: String? { raw["subnetId"]?.string }
        /// AWS's `OutpostId`.
        public var outpostId: String? { raw["outpostId"]?.string }
        /// AWS's `LoadBalancerAddresses`.
        public var loadBalancerAddresses: [Value]? { raw["loadBalancerAddresses"]?.list }
        /// AWS's `SourceNatIpv6Prefixes`.
        public var sourceNatIpv6Prefixes: [String]? { raw["sourceNatIpv6Prefixes"]?.list?.compactMap(\.string) }
    }

    /// A view of AWS's `Certificate`; a property is nil when AWS did not send it.
    public struct Certificate: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `CertificateArn`.
        public var certificateArn: String? { raw["certificateArn"]?.string }
        /// AWS's `IsDefault`.
        public var isDefault: Bool? { raw["isDefault"]?.bool }
    }

    /// A view of AWS's `ForwardActionConfig`; a property is nil when AWS did not send it.
    public struct ForwardActionConfig: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `TargetGroups`.
        public var targetGroups: [TargetGroupTuple]? { raw["targetGroups"]?.list?.map(TargetGroupTuple.init) }
        /// AWS's `TargetGroupStickinessConfig`.
        public var targetGroupStickinessConfig: Value? { raw["targetGroupStickinessConfig"] }
    }

    /// A view of AWS's `Listener`; a property is nil when AWS did not send it.
    public struct Listener: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ListenerArn`.
        public var listenerArn: String? { raw["listenerArn"]?.string }
        /// AWS's `LoadBalancerArn`.
        public var loadBalancerArn: String? { raw["loadBalancerArn"]?.string }
        /// AWS's `Port`.
        public var port: Int? { raw["port"]?.integer }
        /// AWS's `Protocol`.
        public var `protocol`: String? { raw["protocol"]?.string }
        /// AWS's `Certificates`.
        public var certificates: [Certificate]? { raw["certificates"]?.list?.map(Certificate.init) }
        /// AWS's `SslPolicy`.
        public var sslPolicy: String? { raw["sslPolicy"]?.string }
        /// AWS's `DefaultActions`.
        public var defaultActions: [Action]? { raw["defaultActions"]?.list?.map(Action.init) }
        /// AWS's `AlpnPolicy`.
        public var alpnPolicy: [String]? { raw["alpnPolicy"]?.list?.compactMap(\.string) }
        /// AWS's `MutualAuthentication`.
        public var mutualAuthentication: Value? { raw["mutualAuthentication"] }
    }

    /// A view of AWS's `LoadBalancer`; a property is nil when AWS did not send it.
    public struct LoadBalancer: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `LoadBalancerArn`.
        public var loadBalancerArn: String? { raw["loadBalancerArn"]?.string }
        /// AWS's `DNSName`.
        public var dnsName: String? { raw["dnsName"]?.string }
        /// AWS's `CanonicalHostedZoneId`.
        public var canonicalHostedZoneId: String? { raw["canonicalHostedZoneId"]?.string }
        /// AWS's `CreatedTime`, seconds since 1970.
        public var createdTime: Double? { raw["createdTime"]?.number }
        /// AWS's `LoadBalancerName`.
        public var loadBalancerName: String? { raw["loadBalancerName"]?.string }
        /// AWS's `Scheme`.
        public var scheme: String? { raw["scheme"]?.string }
        /// AWS's `VpcId`.
        public var vpcId: String? { raw["vpcId"]?.string }
        /// AWS's `State`.
        public var state: LoadBalancerState? { raw["state"].map(LoadBalancerState.init) }
        /// AWS's `Type`.
        public var type: String? { raw["type"]?.string }
        /// AWS's `AvailabilityZones`.
        public var availabilityZones: [AvailabilityZone]? { raw["availabilityZones"]?.list?.map(AvailabilityZone.init) }
        /// AWS's `SecurityGroups`.
        public var securityGroups: [String]? { raw["securityGroups"]?.list?.compactMap(\.string) }
        /// AWS's `IpAddressType`.
        public var ipAddressType: String? { raw["ipAddressType"]?.string }
        /// AWS's `CustomerOwnedIpv4Pool`.
        public var customerOwnedIpv4Pool: String? { raw["customerOwnedIpv4Pool"]?.string }
        /// AWS's `EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic`.
        public var enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: String? { raw["enforceSecurityGroupInboundRulesOnPrivateLinkTraffic"]?.string }
        /// AWS's `EnablePrefixForIpv6SourceNat`.
        public var enablePrefixForIpv6SourceNat: String? { raw["enablePrefixForIpv6SourceNat"]?.string }
        /// AWS's `IpamPools`.
        public var ipamPools: Value? { raw["ipamPools"] }
    }

    /// A view of AWS's `LoadBalancerState`; a property is nil when AWS did not send it.
    public struct LoadBalancerState: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Code`.
        public var code: String? { raw["code"]?.string }
        /// AWS's `Reason`.
        public var reason: String? { raw["reason"]?.string }
    }

    /// A view of AWS's `Matcher`; a property is nil when AWS did not send it.
    public struct Matcher: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `HttpCode`.
        public var httpCode: String? { raw["httpCode"]?.string }
        /// AWS's `GrpcCode`.
        public var grpcCode: String? { raw["grpcCode"]?.string }
    }

    /// A view of AWS's `Rule`; a property is nil when AWS did not send it.
    public struct Rule: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `RuleArn`.
        public var ruleArn: String? { raw["ruleArn"]?.string }
        /// AWS's `Priority`.
        public var priority: String? { raw["priority"]?.string }
        /// AWS's `Conditions`.
        public var conditions: [RuleCondition]? { raw["conditions"]?.list?.map(RuleCondition.init) }
        /// AWS's `Actions`.
        public var actions: [Action]? { raw["actions"]?.list?.map(Action.init) }
        /// AWS's `IsDefault`.
        public var isDefault: Bool? { raw["isDefault"]?.bool }
        /// AWS's `Transforms`.
        public var transforms: [Value]? { raw["transforms"]?.list }
    }

    /// A view of AWS's `RuleCondition`; a property is nil when AWS did not send it.
    public struct RuleCondition: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Field`.
        public var field: String? { raw["field"]?.string }
        /// AWS's `Values`.
        public var values: [String]? { raw["values"]?.list?.compactMap(\.string) }
        /// AWS's `HostHeaderConfig`.
        public var hostHeaderConfig: Value? { raw["hostHeaderConfig"] }
        /// AWS's `PathPatternConfig`.
        public var pathPatternConfig: Value? { raw["pathPatternConfig"] }
        /// AWS's `HttpHeaderConfig`.
        public var httpHeaderConfig: Value? { raw["httpHeaderConfig"] }
        /// AWS's `QueryStringConfig`.
        public var queryStringConfig: Value? { raw["queryStringConfig"] }
        /// AWS's `HttpRequestMethodConfig`.
        public var httpRequestMethodConfig: Value? { raw["httpRequestMethodConfig"] }
        /// AWS's `SourceIpConfig`.
        public var sourceIpConfig: Value? { raw["sourceIpConfig"] }
        /// AWS's `RegexValues`.
        public var regexValues: [String]? { raw["regexValues"]?.list?.compactMap(\.string) }
    }

    /// A view of AWS's `Tag`; a property is nil when AWS did not send it.
    public struct Tag: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Key`.
        public var key: String? { raw["key"]?.string }
        /// AWS's `Value`.
        public var value: String? { raw["value"]?.string }
    }

    /// A view of AWS's `TagDescription`; a property is nil when AWS did not send it.
    public struct TagDescription: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ResourceArn`.
        public var resourceArn: String? { raw["resourceArn"]?.string }
        /// AWS's `Tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
    }

    /// A view of AWS's `TargetDescription`; a property is nil when AWS did not send it.
    public struct TargetDescription: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Id`.
        public var id: String? { raw["id"]?.string }
        /// AWS's `Port`.
        public var port: Int? { raw["port"]?.integer }
        /// AWS's `AvailabilityZone`.
        public var availabilityZone: String? { raw["availabilityZone"]?.string }
        /// AWS's `QuicServerId`.
        public var quicServerId: String? { raw["quicServerId"]?.string }
    }

    /// A view of AWS's `TargetGroup`; a property is nil when AWS did not send it.
    public struct TargetGroup: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `TargetGroupArn`.
        public var targetGroupArn: String? { raw["targetGroupArn"]?.string }
        /// AWS's `TargetGroupName`.
        public var targetGroupName: String? { raw["targetGroupName"]?.string }
        /// AWS's `Protocol`.
        public var `protocol`: String? { raw["protocol"]?.string }
        /// AWS's `Port`.
        public var port: Int? { raw["port"]?.integer }
        /// AWS's `VpcId`.
        public var vpcId: String? { raw["vpcId"]?.string }
        /// AWS's `HealthCheckProtocol`.
        public var healthCheckProtocol: String? { raw["healthCheckProtocol"]?.string }
        /// AWS's `HealthCheckPort`.
        public var healthCheckPort: String? { raw["healthCheckPort"]?.string }
        /// AWS's `HealthCheckEnabled`.
        public var healthCheckEnabled: Bool? { raw["healthCheckEnabled"]?.bool }
        /// AWS's `HealthCheckIntervalSeconds`.
        public var healthCheckIntervalSeconds: Int? { raw["healthCheckIntervalSeconds"]?.integer }
        /// AWS's `HealthCheckTimeoutSeconds`.
        public var healthCheckTimeoutSeconds: Int? { raw["healthCheckTimeoutSeconds"]?.integer }
        /// AWS's `HealthyThresholdCount`.
        public var healthyThresholdCount: Int? { raw["healthyThresholdCount"]?.integer }
        /// AWS's `UnhealthyThresholdCount`.
        public var unhealthyThresholdCount: Int? { raw["unhealthyThresholdCount"]?.integer }
        /// AWS's `HealthCheckPath`.
        public var healthCheckPath: String? { raw["healthCheckPath"]?.string }
        /// AWS's `Matcher`.
        public var matcher: Matcher? { raw["matcher"].map(Matcher.init) }
        /// AWS's `LoadBalancerArns`.
        public var loadBalancerArns: [String]? { raw["loadBalancerArns"]?.list?.compactMap(\.string) }
        /// AWS's `TargetType`.
        public var targetType: String? { raw["targetType"]?.string }
        /// AWS's `ProtocolVersion`.
        public var protocolVersion: String? { raw["protocolVersion"]?.string }
        /// AWS's `IpAddressType`.
        public var ipAddressType: String? { raw["ipAddressType"]?.string }
        /// AWS's `TargetControlPort`.
        public var targetControlPort: Int? { raw["targetControlPort"]?.integer }
    }

    /// A view of AWS's `TargetGroupTuple`; a property is nil when AWS did not send it.
    public struct TargetGroupTuple: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `TargetGroupArn`.
        public var targetGroupArn: String? { raw["targetGroupArn"]?.string }
        /// AWS's `Weight`.
        public var weight: Int? { raw["weight"]?.integer }
    }

    /// A view of AWS's `TargetHealth`; a property is nil when AWS did not send it.
    public struct TargetHealth: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `State`.
        public var state: String? { raw["state"]?.string }
        /// AWS's `Reason`.
        public var reason: String? { raw["reason"]?.string }
        /// AWS's `Description`.
        public var description: String? { raw["description"]?.string }
    }

    /// A view of AWS's `TargetHealthDescription`; a property is nil when AWS did not send it.
    public struct TargetHealthDescription: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Target`.
        public var target: TargetDescription? { raw["target"].map(TargetDescription.init) }
        /// AWS's `HealthCheckPort`.
        public var healthCheckPort: String? { raw["healthCheckPort"]?.string }
        /// AWS's `TargetHealth`.
        public var targetHealth: TargetHealth? { raw["targetHealth"].map(TargetHealth.init) }
        /// AWS's `AnomalyDetection`.
        public var anomalyDetection: Value? { raw["anomalyDetection"] }
        /// AWS's `AdministrativeOverride`.
        public var administrativeOverride: Value? { raw["administrativeOverride"] }
    }
}
