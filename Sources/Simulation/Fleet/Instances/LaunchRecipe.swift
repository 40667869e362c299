import Model

/// What an instance is started with, resolved: a numbered version, an image's id.
struct LaunchRecipe: Sendable {
    /// RequestLaunchTemplateData as EC2 knows it.
    var data: Value
    /// The launch template's id; nil without one.
    var template: String?
    /// The version's number.
    var version: String?
    /// The launch configuration's name; nil without one.
    var configuration: String?

    /// The type that it names; EC2's own default else.
    var instanceType: String { data["instanceType"]?.string ?? "m1.small" }
    /// It asks for Spot by itself.
    var isSpot: Bool {
        data["instanceMarketOptions"]?["marketType"]?.string == "spot" || data["spotPrice"]?.string != nil
    }
    /// Tags for the instance.
    var tags: [Value] {
        (data["tagSpecifications"]?.list ?? [])
            .filter { $0["resourceType"]?.string == "instance" }
            .flatMap { $0["tags"]?.list ?? [] }
    }
}

extension World {
    /// What a launch template's version or a launch configuration says now.
    func recipe(for source: LaunchSource) throws(Refusal) -> LaunchRecipe {
        switch source {
        case .configuration(let name):
            guard let row = registry["autoscaling/launch-configuration"][name] else {
                throw Refusal(
                    "ValidationError",
                    "Launch configuration name not found - "
                        + "Launch configuration \(name) not found")
            }
            return try resolved(LaunchRecipe(data: row, configuration: name))
        case .template(let id, let version):
            let (number, data) = try templateVersion(id, version)
            return try resolved(LaunchRecipe(data: data, template: id, version: String(number)))
        }
    }

    /// The same; nil when it is gone.
    func possibleRecipe(for source: LaunchSource) -> LaunchRecipe? {
        do { return try recipe(for: source) } catch { return nil }
    }

    /// The number behind `$Latest`, `$Default` or a number, and what the version holds.
    func templateVersion(_ id: String, _ version: String) throws(Refusal) -> (number: Int, data: Value) {
        let table = registry["ec2/launch-template"]
        let found = table[id] ?? table.values.first { $0["launchTemplateName"]?.string == id }
        guard let row = found else {
            throw Refusal(
                "ValidationError",
                "You must use a valid fully-formed launch template. "
                    + "The specified launch template, with template ID \(id), does not exist.")
        }
        let number: Int? =
            switch version {
            case "$Latest": row["latestVersionNumber"]?.integer
            case "$Default", "": row["defaultVersionNumber"]?.integer
            default: Int(version)
            }
        let held = row["versions"]?.list?.last { $0["versionNumber"]?.integer == number }
        guard let number, let data = held?["launchTemplateData"] else {
            throw Refusal(
                "ValidationError",
                "You must use a valid fully-formed launch template. "
                    + "The specified launch template version does not exist.")
        }
        return (number, data)
    }

    /// An image that is named by a parameter is looked up (`resolve:ssm:`).
    private func resolved(_ recipe: LaunchRecipe) throws(Refusal) -> LaunchRecipe {
        guard let image = recipe.data["imageId"]?.string, image.hasPrefix("resolve:ssm:") else { return recipe }
        let name = image.dropFirst("resolve:ssm:".count)
        let path = name.split(separator: ":").first.map(String.init) ?? ""
        guard let value = registry["ssm/parameter"][path]?["value"]?.string else {
            throw Refusal(
                "ValidationError",
                "You must use a valid fully-formed launch template. "
                    + "The parameter \(path) could not be found.")
        }
        var copy = recipe
        copy.data["imageId"] = .string(Self.imageID(in: value))
        return copy
    }

    /// The image that a parameter's value names: the value itself, or `image_id` of ECS's recommendation.
    private static func imageID(in value: String) -> String {
        guard value.hasPrefix("{") else { return value }
        let words = value.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return words.firstIndex(of: "image_id").flatMap { words.indices.contains($0 + 1) ? String(words[$0 + 1]) : nil }
            ?? value
    }

    /// The cluster that an instance with this data joins, and whether it drains on Spot's notice.
    func agentSettings(_ data: Value) -> (joins: String?, drains: Bool) {
        let script = UserData(data["userData"])
        let drains = script.setting("ECS_ENABLE_SPOT_INSTANCE_DRAINING") == "true"
        if let name = script.setting("ECS_CLUSTER") { return (name, drains) }
        guard let image = data["imageId"]?.string, isOptimized(image), let id = ecs.clusterNames["default"],
            ecs.clusters[id]?.status == .active
        else { return (nil, drains) }
        return ("default", drains)
    }

    /// True for an image that one of ECS's public parameters names.
    private func isOptimized(_ image: String) -> Bool {
        registry["ssm/parameter"].all.contains { name, row in
            name.hasPrefix("/aws/service/ecs/optimized-ami/") && row["value"]?.string?.contains(image) == true
        }
    }
}
