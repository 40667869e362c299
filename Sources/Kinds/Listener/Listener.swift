import AWSELBv2
import AWSWire
import Model

/// A listener: a port of a load balancer, and what becomes of requests that no rule takes.
enum Listener: Kind {
    static let writers = ["ModifyListener", "DeleteListener"]

    static let schema = KindSchema(
        kind: "Listener", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: nil,
        createOnly: ["loadBalancerArn", "port"],
        isManifest: false, summary: "A port of a load balancer, and what becomes of requests that no rule takes.")

    static let parentMember: FieldPath? = "/loadBalancerArn"

    /// What ModifyListener takes, without the certificates, of which it takes one.
    static let modifiable = ["protocol", "sslPolicy", "defaultActions", "alpnPolicy", "mutualAuthentication"]

    private static let described = ELBv2.model.shapes["Listener"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: ELBv2.model.shapes["CreateListenerInput"])

    private static let shape = SpecShape.structure(
        "Listener", from: ELBv2.model.shapes["CreateListenerInput"],
        adding: [SpecShape.tags, SpecShape.attributes] + described.picking(readOnlyNames))

    private static let rules: [FieldRule] =
        [
            .tags,
            FieldRule("/loadBalancerArn", target: .init("LoadBalancer", "arn", alias: "loadBalancer")),
            FieldRule("/protocol", onRemoval: .keep),
            FieldRule("/sslPolicy", absent: "ELBSecurityPolicy-2016-08"),
            FieldRule(
                "/certificates", elements: .keyed(["certificateArn"]), onRemoval: .keep, shared: true,
                normal: certificates,
                note: "The first is the default one; further ones are for clients that name their host."),
            FieldRule("/alpnPolicy", elements: .ordered, absent: []),
            FieldRule("/mutualAuthentication", absent: ["mode": "off"]),
            FieldRule("/mutualAuthentication/mode", absent: "off"),
            FieldRule("/mutualAuthentication/ignoreClientCertificateExpiry", absent: false),
            FieldRule("/mutualAuthentication/trustStoreAssociationStatus", readOnly: true),
            FieldRule("/mutualAuthentication/advertiseTrustStoreCaNames", absent: "off"),
        ] + Actions.rules(at: "/defaultActions") + FieldRule.attributes(defaults: [:])

    /// Marks the first certificate as the default one, unless AWS says which it is.
    private static let certificates: @Sendable (Value) -> Value = { value in
        let marks: Set = ["isDefault", "IsDefault"]
        guard let items = value.list, !items.contains(where: { !marks.isDisjoint(with: ($0.object ?? [:]).keys) })
        else {
            return value
        }
        let marked = items.enumerated().map { index, item in
            var copy = item
            copy["isDefault"] = .bool(index == 0)
            return copy
        }
        return Value(.list(marked), at: value.place, key: value.keyPlace)
    }
}
