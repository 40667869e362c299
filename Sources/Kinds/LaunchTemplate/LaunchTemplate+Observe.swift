import AWSWire
import Model

extension LaunchTemplate {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 200) { batch in
            // A filter leaves out what is missing, where a list of names would fail.
            let names: Value = ["name": "launch-template-name", "values": .list(batch.map { .string($0.awsName) })]
            let reply = try await context.aws.sendAll(
                AWSCall("ec2", "DescribeLaunchTemplates", ["filters": [names]]))
            var found: [ResourceID: Observation] = [:]
            for resource in batch {
                let template = (reply["launchTemplates"]?.list ?? [])
                    .first { $0["launchTemplateName"]?.string == resource.awsName }
                guard let template else { continue }
                found[resource.id] = await .reading { .live(try await live(resource, template, context)) }
            }
            return found
        }
    }

    private static func live(
        _ resource: Resource, _ template: Value, _ context: ObservationContext
    ) async throws -> Live {
        var version = try await latest(of: template, context)
        let wanted = wanted(of: resource, beside: version)
        var isMade = LaunchTemplateData.isMade(version, of: wanted)
        var detail = template
        var number = template["latestVersionNumber"]?.scalarText ?? ""
        if !isMade, let made = try await made(of: wanted, beside: version, context) {
            // Groups stay with the version that says what Git says; only which one is the default was moved.
            number = made["versionNumber"]?.scalarText ?? number
            detail[madeVersion] = .string(number)
            isMade = template["defaultVersionNumber"]?.scalarText == number
            version = isMade ? made : version
        }
        let tags = TagStyle.read(template["tags"])
        var spec = isMade ? wanted : LaunchTemplateData.spec(of: version, schema.shape)
        spec["tags"] = TagStyle.spec(tags)
        // No version keeps what is to become of it.
        spec["imagePolicy"] = resource.spec["imagePolicy"]
        let id = template["launchTemplateId"]?.string ?? ""
        let arn = "arn:aws:ec2:\(context.region):\(context.accountID):launch-template/\(id)"
        let outputs: [String: Value] = [
            "id": .string(id), "name": .string(resource.awsName), "arn": .string(arn),
            "latestVersion": .string(number),
        ]
        return Live(spec: spec, outputs: outputs, tags: tags, detail: detail)
    }

    /// Git's spec with what it ignores as the latest version has it: what a version of Neap's would be made of.
    private static func wanted(of resource: Resource, beside latest: Value) -> Value {
        guard !resource.policy.ignore.isEmpty else { return resource.spec }
        let kept = KeptFields(schema: schema, live: LaunchTemplateData.spec(of: latest, schema.shape))
        return kept.laid(over: resource.spec, at: resource.policy.ignore)
    }

    /// The member of a live template's detail that holds the version made of Git's spec, where somebody else made a newer one.
    static let madeVersion = "neapMadeVersion"

    /// The newest version that was made of `spec`, where the latest one is somebody else's; nil when that is Neap's own, or
    /// there is none.
    private static func made(
        of spec: Value, beside latest: Value, _ context: ObservationContext
    ) async throws -> Value? {
        guard latest["versionDescription"]?.string?.hasPrefix(LaunchTemplateData.markPrefix) != true else { return nil }
        let call = AWSCall(
            "ec2", "DescribeLaunchTemplateVersions", ["launchTemplateId": latest["launchTemplateId"] ?? .null])
        let versions = try await context.aws.sendAll(call)["launchTemplateVersions"]?.list ?? []
        return versions.filter { LaunchTemplateData.isMade($0, of: spec) }
            .max { ($0["versionNumber"]?.integer ?? 0) < ($1["versionNumber"]?.integer ?? 0) }
    }

    /// The newest version by its number: numbered versions never change, so each is read once.
    private static func latest(
        of template: Value, _ context: ObservationContext
    ) async throws -> Value {
        let number = template["latestVersionNumber"]?.scalarText ?? "$Latest"
        let call = AWSCall(
            "ec2", "DescribeLaunchTemplateVersions",
            ["launchTemplateId": template["launchTemplateId"] ?? .null, "versions": [.string(number)]])
        let reply = try await context.cache.send(call, .immutable, of: nil, through: context.aws)
        return reply["launchTemplateVersions"]?.list?.first ?? .emptyObject
    }
}
