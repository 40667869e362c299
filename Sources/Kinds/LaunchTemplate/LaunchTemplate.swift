import AWSEC2
import AWSWire
import Model

/// A launch template: what instances are made of. Every change is a new version with the full data.
enum LaunchTemplate: Kind {
    static let writers = ["ModifyLaunchTemplate", "CreateLaunchTemplateVersion", "DeleteLaunchTemplate"]

    static let schema = KindSchema(
        kind: "LaunchTemplate", shape: shape, rules: rules, nameMember: "launchTemplateName",
        summary: "What instances are made of: image, type, disks, network, user data.")

    static let manifest = ManifestKind(schema) { resource in ([resource], LaunchTemplateCheck.diagnostics(resource)) }

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    private static let shape = SpecShape.structure(
        "LaunchTemplate", from: EC2.model.shapes["RequestLaunchTemplateData"], without: ["operator"],
        adding: [
            Member("launchTemplateName", .string), SpecShape.tags, Member("ecsConfig", ECSConfig.shape), imagePolicy,
        ])

    private static let imagePolicy = Member(
        "imagePolicy", ShapeReference(Shape("ImagePolicy", .enumeration(["pin", "follow"]))))

    private static let securityGroups = FieldRule.Target(
        "SecurityGroup", "ids", lookup: true, idPrefixes: ["sg-"])

    private static let rules: [FieldRule] =
        [
            // A version replaces all of the one before: what is not stated is not there.
            FieldRule("", .rollsInstances, operation: "CreateLaunchTemplateVersion", whole: true),
            FieldRule("/tags", .noRestart, operation: "CreateTags", shared: true, whole: false),
            FieldRule.tags,
            FieldRule(
                "/imageId", target: .init("Image", "id", lookup: true, idPrefixes: ["ami-", "resolve:"]),
                note: "An AMI, or `{ssm: /parameter}`, which is looked up and pinned."),
            FieldRule(
                "/imagePolicy", .noRestart, absent: "pin",
                note: "What a newer image of `{ssm: …}` does: pin announces it, follow makes a new version of it."),
            FieldRule("/securityGroupIds", elements: .set),
            FieldRule("/securityGroupIds/*", target: securityGroups),
            FieldRule("/securityGroups", elements: .set),
            FieldRule("/networkInterfaces", elements: .keyed(["networkCardIndex", "deviceIndex"])),
            FieldRule("/networkInterfaces/*/networkCardIndex", absent: 0),
            FieldRule("/networkInterfaces/*/groups", elements: .set),
            FieldRule("/networkInterfaces/*/groups/*", target: securityGroups),
            FieldRule(
                "/networkInterfaces/*/subnetId",
                target: .init("Subnet", "id", lookup: true, idPrefixes: ["subnet-"])),
            FieldRule("/blockDeviceMappings", elements: .keyed(["deviceName"])),
            FieldRule("/tagSpecifications", elements: .keyed(["resourceType"])),
            FieldRule("/tagSpecifications/*/tags", elements: .keyed(["key"]), normal: tagList),
            FieldRule("/metadataOptions/state", readOnly: true),
            FieldRule(
                "/userData", sensitive: true, normal: userData,
                note: "Plain text or base64; a shell script that is run after what ecsConfig renders."),
        ] + FieldRule.instanceRequirements.map { $0.below("/instanceRequirements") }
        + ECSConfig.rules.map { $0.below("/ecsConfig") }

    private static let userData: @Sendable (Value) -> Value = { value in
        value.string.map { Value(.string(UserData.plain($0)), at: value.place, key: value.keyPlace) } ?? value
    }

    /// Tags as a map are taken inside tag specifications too.
    static let tagList: @Sendable (Value) -> Value = { value in
        guard let tags = value.object else { return value }
        return Value(TagStyle.list(tags.compactMapValues(\.scalarText)).content, at: value.place, key: value.keyPlace)
    }
}
