import Model

extension LaunchTemplate {
    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let data = LaunchTemplateData.request(change.spec)
        let version: [String: Value] = [
            "launchTemplateData": data, "versionDescription": .string(LaunchTemplateData.mark(data)),
        ]
        guard change.live != nil else { return [creation(change, version)] }
        return versions(change, version) + tags(change)
    }

    private static func creation(_ change: ResourceChange, _ version: [String: Value]) -> PlannedCall {
        var input = version
        input["launchTemplateName"] = .string(change.resource.awsName)
        if !change.creationTags.isEmpty {
            input["tagSpecifications"] = [
                ["resourceType": "launch-template", "tags": TagStyle.list(change.creationTags)]
            ]
        }
        return PlannedCall(
            AWSCall("ec2", "CreateLaunchTemplate", .object(input)), summary: "launch template",
            captures: [
                "id": "/launchTemplate/launchTemplateId", "name": "/launchTemplate/launchTemplateName",
                "latestVersion": "/launchTemplate/latestVersionNumber",
            ])
    }

    /// A version with the full data, and the default moved to it, so that the console shows what is in force.
    private static func versions(_ change: ResourceChange, _ version: [String: Value]) -> [PlannedCall] {
        let touched = change.touchedMembers
        guard !touched.isEmpty else { return [] }
        let id = ["launchTemplateId": change.output("id")]
        let latest: Value = .reference(change.resource.id, "latestVersion")
        let moved = PlannedCall(
            AWSCall("ec2", "ModifyLaunchTemplate", .object(id.merging(["defaultVersion": latest]) { $1 })),
            summary: "default version")
        // What Git says was made before: nobody needs it twice, and no instance is replaced.
        if change.live?.detail[madeVersion] != nil { return [moved] }
        return [
            change.step(
                "ec2", "CreateLaunchTemplateVersion", version.merging(id) { $1 }, of: touched,
                captures: ["latestVersion": "/launchTemplateVersion/versionNumber"]), moved,
        ]
    }

    private static func tags(_ change: ResourceChange) -> [PlannedCall] {
        let resources: Value = [change.output("id")]
        return change.tagSteps(
            "ec2", set: ("CreateTags", { ["resources": resources, "tags": TagStyle.list($0)] }),
            remove: ("DeleteTags", { ["resources": resources, "tags": .list($0.map { ["key": .string($0)] })] }))
    }
}
