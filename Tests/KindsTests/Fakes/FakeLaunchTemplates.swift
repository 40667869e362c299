import Model

/// EC2's launch templates: versions never change and hold what was sent.
struct FakeLaunchTemplates: FakeService {
    static let service = "ec2"
    private var templates: [String: Value] = [:]
    private var versions: [String: [Value]] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        switch call.operation {
        case "CreateLaunchTemplate": return try create(call)
        case "CreateLaunchTemplateVersion":
            let id = call.input["launchTemplateId"]?.string ?? ""
            return ["launchTemplateVersion": add(call.input, to: id)]
        case "ModifyLaunchTemplate":
            let id = call.input["launchTemplateId"]?.string ?? ""
            templates[id]?["defaultVersionNumber"] = call.input["defaultVersion"]?.string.flatMap { Int($0) }.map {
                .integer($0)
            }
            return ["launchTemplate": templates[id] ?? [:]]
        case "DescribeLaunchTemplates": return describe(call.input)
        case "DescribeLaunchTemplateVersions":
            let number = (call.input["versions"]?.list?.first?.string).flatMap { Int($0) } ?? 1
            let all = versions[call.input["launchTemplateId"]?.string ?? ""] ?? []
            return ["launchTemplateVersions": .list(all.filter { $0["versionNumber"] == .integer(number) })]
        case "CreateTags", "DeleteTags": return tag(call)
        case "DeleteLaunchTemplate":
            let id = call.input["launchTemplateId"]?.string ?? ""
            guard templates[id] != nil else { throw fakeError(call, "InvalidLaunchTemplateId.NotFound") }
            templates[id] = nil
            return [:]
        default: return nil
        }
    }

    private mutating func create(_ call: AWSCall) throws -> Value {
        let name = call.input["launchTemplateName"] ?? ""
        guard !templates.values.contains(where: { $0["launchTemplateName"] == name }) else {
            throw fakeError(call, "InvalidLaunchTemplateName.AlreadyExistsException")
        }
        let id = "lt-\(templates.count + 1)"
        templates[id] = [
            "launchTemplateId": .string(id), "launchTemplateName": name, "defaultVersionNumber": 1,
            "tags": call.input["tagSpecifications"]?.list?.first?["tags"] ?? [],
        ]
        _ = add(call.input, to: id)
        return ["launchTemplate": templates[id] ?? [:]]
    }

    private mutating func add(_ input: Value, to id: String) -> Value {
        let number = (versions[id] ?? []).count + 1
        var version: Value = [
            "launchTemplateId": .string(id), "versionNumber": .integer(number),
            "launchTemplateData": input["launchTemplateData"] ?? [:],
        ]
        version["versionDescription"] = input["versionDescription"]
        versions[id, default: []].append(version)
        templates[id]?["latestVersionNumber"] = .integer(number)
        return version
    }

    private func describe(_ input: Value) -> Value {
        let names = input["filters"]?.list?.first?["values"]?.list ?? []
        let found = templates.keys.sorted().compactMap { templates[$0] }
        return ["launchTemplates": .list(found.filter { names.contains($0["launchTemplateName"] ?? .null) })]
    }

    private mutating func tag(_ call: AWSCall) -> Value {
        for id in (call.input["resources"]?.list ?? []).compactMap(\.string) {
            var tags = FakeServices.read(templates[id]?["tags"])
            for (key, value) in FakeServices.read(call.input["tags"]) {
                tags[key] = call.operation == "CreateTags" ? value : nil
            }
            templates[id]?["tags"] = .list(tags.map { ["key": .string($0.key), "value": .string($0.value)] })
        }
        return [:]
    }
}
