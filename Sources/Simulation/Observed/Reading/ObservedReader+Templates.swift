import Model

/// Launch templates, in the form that Fleet resolves them from: a row a template, its versions in it.
extension ObservedReader {
    static let templates = "ec2/launch-template"

    mutating func readTemplates() {
        var versions: [String: [Value]] = [:]
        var ids: [String] = []
        for value in observed.launchTemplateVersions {
            guard let id = value["launchTemplateId"]?.string, value["versionNumber"]?.integer != nil else { continue }
            if versions[id] == nil { ids.append(id) }
            versions[id, default: []].append(value)
        }
        for id in ids { write(template: id, versions[id] ?? []) }
    }

    private mutating func write(template id: String, _ rows: [Value]) {
        let number = { (row: Value) in row["versionNumber"]?.integer ?? 0 }
        let sorted = rows.sorted { number($0) < number($1) }
        guard let newest = sorted.last else { return }
        let usual = sorted.last { $0["defaultVersion"]?.bool == true } ?? newest
        world.registry[Self.templates][id] = [
            "launchTemplateId": .string(id), "launchTemplateName": newest["launchTemplateName"] ?? "",
            "defaultVersionNumber": .integer(number(usual)), "latestVersionNumber": .integer(number(newest)),
            "versions": .list(sorted),
        ]
        for row in sorted { rememberImage(of: row["launchTemplateData"] ?? .emptyObject, id, number(row)) }
    }

    /// A version that names its image by a parameter: the image of the instances that it started stands for it.
    private mutating func rememberImage(of data: Value, _ id: String, _ version: Int) {
        guard let image = data["imageId"]?.string, image.hasPrefix("resolve:ssm:") else { return }
        let name = image.dropFirst("resolve:ssm:".count).split(separator: ":").first.map(String.init) ?? ""
        let known = members(of: id, version).first.flatMap { instanceRows[$0]?.text("imageId") }
        guard known != nil || world.registry["ssm/parameter"][name] == nil else { return }
        world.registry["ssm/parameter"][name] = ["name": .string(name), "value": .string(known ?? "ami-unknown")]
    }

    /// Ids of the groups' instances that a version of a template started.
    private func members(of template: String, _ version: Int) -> [String] {
        rows(observed.groups).flatMap { $0.rows("instances") }.filter {
            $0.row("launchTemplate").text("launchTemplateId") == template
                && $0.row("launchTemplate").text("version") == String(version)
        }.compactMap { $0.text("instanceId") }
    }

    /// Where a group's instances come from, by its specification or policy; nil when it says nothing.
    func source(_ specification: ObservedRow) -> LaunchSource? {
        let named = specification.text("launchTemplateName")
        let known = named.flatMap { name in
            world.registry[Self.templates].values.first { $0["launchTemplateName"]?.string == name }
        }
        guard let id = specification.text("launchTemplateId") ?? known?["launchTemplateId"]?.string ?? named else {
            return nil
        }
        return .template(id: id, version: specification.text("version") ?? "$Default")
    }

    /// A source that was not read is made up from an instance that it started, so that more of them can come.
    mutating func complete(_ source: LaunchSource, like member: ObservedRow?, of group: String) {
        guard world.possibleRecipe(for: source) == nil else { return }
        guard let row = member?.text("instanceId").flatMap({ instanceRows[$0] }), let type = row.text("instanceType")
        else { return note("what group \(group) starts instances from could not be read: it starts none") }
        note("what group \(group) starts instances from could not be read: new ones are like those it has")
        let data: Value = ["instanceType": .string(type), "imageId": row["imageId"] ?? "ami-unknown"]
        switch source {
        case .configuration(let name): world.registry["autoscaling/launch-configuration"][name] = data
        case .template(let id, let version):
            let number = Int(version) ?? member?.row("launchTemplate").number("version") ?? 1
            var rows = world.registry[Self.templates][id]?["versions"]?.list ?? []
            rows.append(["versionNumber": .integer(number), "launchTemplateData": data, "defaultVersion": true])
            write(template: id, rows)
        }
    }
}
