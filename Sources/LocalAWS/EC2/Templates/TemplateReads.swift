import Model
import Simulation

/// Reading launch templates.
enum TemplateReads {
    static let operations: [LocalOperation] = [
        .read("DescribeLaunchTemplates", describe), .read("DescribeLaunchTemplateVersions", describeVersions),
    ]

    private static let manual =
        "To describe the launch template data for all your launch templates, for ‘--versions’ specify ‘$Latest’, "
        + "‘$Default’, or both, and omit ‘--launch-template-id’, ‘--launch-template-name’, and version numbers. "
        + "To describe the launch template data for a specific launch template, specify ‘--launch-template-id’ or "
        + "‘--launch-template-name’, and for ‘--versions’ specify one or more of the following values: ‘$Latest’, "
        + "‘$Default’, or one or more version numbers."

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (ids, names) = (request.texts("launchTemplateIds"), request.texts("launchTemplateNames"))
        var rows = world.registry[LaunchTemplates.table].values
        for id in ids where world.registry[LaunchTemplates.table][id] == nil {
            throw Refusal(
                "InvalidLaunchTemplateId.NotFound",
                "The specified launch template, with template ID \(id), does not exist.")
        }
        for name in names where LaunchTemplates.named(name, in: world) == nil {
            throw Refusal(
                "InvalidLaunchTemplateName.NotFoundException",
                "At least one of the launch templates specified in the request does not exist.")
        }
        if !ids.isEmpty || !names.isEmpty {
            rows.removeAll { row in
                !ids.contains(row["launchTemplateId"]?.string ?? "")
                    && !names.contains(row["launchTemplateName"]?.string ?? "")
            }
        }
        let paths = ["launch-template-name": "launchTemplateName", "create-time": "createTime"]
        let found = try EC2Filters(request).select(rows, paths).map(LaunchTemplates.summary)
        let page = try request.page(found, size: 200, invalidToken: "InvalidNextToken")
        return .known(["launchTemplates": .list(page.items), "nextToken": .text(page.next)])
    }

    private static func describeVersions(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let rows =
            request["launchTemplateId"] == nil && request["launchTemplateName"] == nil
            ? try acrossTemplates(world, request) : try versions(world, request)
        let data = "launchTemplateData."
        let paths = [
            "create-time": "createTime", "is-default-version": "defaultVersion", "image-id": data + "imageId",
            "instance-type": data + "instanceType", "kernel-id": data + "kernelId",
            "ebs-optimized": data + "ebsOptimized",
            "iam-instance-profile": data + "iamInstanceProfile.arn", "ram-disk-id": data + "ramDiskId",
        ]
        let found = try EC2Filters(request).select(rows, paths)
        let resolved = request["resolveAlias"]?.bool == true ? found.map { resolve($0, world) } : found
        let page = try request.page(resolved, size: 200, invalidToken: "InvalidNextToken")
        return .known(["launchTemplateVersions": .list(page.items), "nextToken": .text(page.next)])
    }

    private static func resolve(_ row: Value, _ world: World) -> Value {
        var row = row
        guard var data = row["launchTemplateData"], let image = data["imageId"]?.string else { return row }
        data["imageId"] = .string(Images.resolved(image, in: world))
        row["launchTemplateData"] = data
        return row
    }

    /// Without a template only `$Latest` and `$Default` can be asked for.
    private static func acrossTemplates(_ world: World, _ request: LocalRequest) throws(Refusal) -> [Value] {
        let wanted = request.texts("versions")
        guard !wanted.isEmpty else { throw Refusal("MissingParameter", manual) }
        guard wanted.allSatisfy({ ["$latest", "$default"].contains($0.lowercased()) }) else {
            throw Refusal("InvalidParameterValue", manual)
        }
        return world.registry[LaunchTemplates.table].values.flatMap { template in
            let numbers = Set(wanted.compactMap { LaunchTemplates.number($0, of: template) })
            return all(template).filter { numbers.contains($0["versionNumber"]?.integer ?? 0) }
        }
    }

    private static func all(_ template: Value) -> [Value] {
        (template["versions"]?.list ?? []).map { LaunchTemplates.shown($0, of: template) }
    }

    private static func versions(_ world: World, _ request: LocalRequest) throws(Refusal) -> [Value] {
        let template = try LaunchTemplates.find(request.input, in: world)
        let wanted = request.texts("versions")
        var rows: [Value] = []
        for version in wanted {
            let row = try LaunchTemplates.version(version, of: template)
            if !rows.contains(row) { rows.append(row) }
        }
        if !wanted.isEmpty { return rows }
        let low = request.text("minVersion").flatMap { LaunchTemplates.number($0, of: template) } ?? 0
        let high = request.text("maxVersion").flatMap { LaunchTemplates.number($0, of: template) } ?? .max
        return all(template).filter { low <= high && (low...high).contains($0["versionNumber"]?.integer ?? 0) }
    }
}
