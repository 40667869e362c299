import Model
import Simulation

/// Making and changing launch templates.
enum TemplateWrites {
    static let operations: [LocalOperation] = [
        .write("CreateLaunchTemplate") { world, request throws(Refusal) in
            try IdempotentCalls.once(&world, request, "CreateLaunchTemplate", create)
        },
        .write("CreateLaunchTemplateVersion") { world, request throws(Refusal) in
            try IdempotentCalls.once(&world, request, "CreateLaunchTemplateVersion", createVersion)
        },
        .write("ModifyLaunchTemplate", modify), .write("DeleteLaunchTemplate", delete),
        .write("DeleteLaunchTemplateVersions", deleteVersions),
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("launchTemplateName") ?? ""
        try checkName(name)
        if LaunchTemplates.named(name, in: world) != nil {
            throw Refusal(
                "InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.")
        }
        try LaunchTemplates.check(request["launchTemplateData"])
        let id = world.mintID("lt-")
        let row: Value = [
            "launchTemplateId": .string(id), "launchTemplateName": .string(name), "createTime": world.now.shown,
            "createdBy": .string(request.caller), "defaultVersionNumber": 1, "latestVersionNumber": 1,
            "tags": request.tags(for: "launch-template"),
            "versions": [version(1, request["launchTemplateData"] ?? .emptyObject, request, world)],
        ]
        world.registry[LaunchTemplates.table][id] = row
        return ["launchTemplate": LaunchTemplates.summary(row)]
    }

    private static func checkName(_ name: String) throws(Refusal) {
        let known = name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789().-/_".unicodeScalars.contains($0))
        }
        guard (3...128).contains(name.count), known else {
            throw Refusal(
                "InvalidLaunchTemplateName.MalformedException",
                "A launch template name must be between 3 and 128 characters, and may contain letters, numbers, "
                    + "and the following characters: - ( ) . / _.")
        }
    }

    private static func version(_ number: Int, _ data: Value, _ request: LocalRequest, _ world: World) -> Value {
        .known([
            "versionNumber": .integer(number), "launchTemplateData": data, "createTime": world.now.shown,
            "createdBy": .string(request.caller), "versionDescription": request["versionDescription"],
            "defaultVersion": .bool(number == 1),
        ])
    }

    /// Without `SourceVersion` a version holds only what is sent, with it the source's members too (aws-facts 4.2).
    private static func createVersion(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var template = try LaunchTemplates.find(request.input, in: world)
        try LaunchTemplates.check(request["launchTemplateData"])
        var data = request["launchTemplateData"] ?? .emptyObject
        if let source = request.text("sourceVersion") {
            let old = try LaunchTemplates.version(source, of: template)["launchTemplateData"] ?? .emptyObject
            data = old.overlaid(with: data)
        }
        let number = (template["latestVersionNumber"]?.integer ?? 0) + 1
        let row = version(number, data, request, world)
        template["latestVersionNumber"] = .integer(number)
        template["versions"] = .list((template["versions"]?.list ?? []) + [row])
        save(template, &world)
        return ["launchTemplateVersion": LaunchTemplates.shown(row, of: template)]
    }

    private static func save(_ template: Value, _ world: inout World) {
        world.registry[LaunchTemplates.table][template["launchTemplateId"]?.string ?? ""] = template
    }

    private static func modify(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        if request["launchTemplateId"] != nil, request["launchTemplateName"] != nil {
            throw Refusal(
                "InvalidParameterCombination",
                "Either provide launch template ID or launch template name to modify the template.")
        }
        var template = try LaunchTemplates.find(request.input, in: world)
        let wanted = request.text("defaultVersion") ?? request.text("setDefaultVersion")
        guard let number = LaunchTemplates.number(wanted, of: template),
            template.scalars(at: "versions.versionNumber").contains(String(number))
        else {
            throw Refusal(
                "InvalidLaunchTemplateId.VersionNotFound",
                "The launch template version \(wanted ?? "") is not found for the specified launch template.")
        }
        template["defaultVersionNumber"] = .integer(number)
        save(template, &world)
        return ["launchTemplate": LaunchTemplates.summary(template)]
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let template = try LaunchTemplates.find(request.input, in: world)
        world.registry[LaunchTemplates.table][template["launchTemplateId"]?.string ?? ""] = nil
        return ["launchTemplate": LaunchTemplates.summary(template)]
    }

    private static func deleteVersions(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var template = try LaunchTemplates.find(request.input, in: world)
        var (done, failed): ([Value], [Value]) = ([], [])
        for text in request.texts("versions") {
            let number = LaunchTemplates.number(text, of: template)
            let row: Value = .known([
                "launchTemplateId": template["launchTemplateId"],
                "launchTemplateName": template["launchTemplateName"], "versionNumber": number.map { .integer($0) },
            ])
            if let error = obstacle(number, template) {
                failed.append(row.overlaid(with: ["responseError": error]))
            } else {
                template["versions"] = .list(
                    (template["versions"]?.list ?? []).filter { $0["versionNumber"]?.integer != number })
                done.append(row)
            }
        }
        save(template, &world)
        return [
            "successfullyDeletedLaunchTemplateVersions": .list(done),
            "unsuccessfullyDeletedLaunchTemplateVersions": .list(failed),
        ]
    }

    private static func obstacle(_ number: Int?, _ template: Value) -> Value? {
        guard let number, template.scalars(at: "versions.versionNumber").contains(String(number)) else {
            let text = "The specified launch template version does not exist."
            return ["code": "launchTemplateVersionDoesNotExist", "message": .string(text)]
        }
        guard number == template["defaultVersionNumber"]?.integer else { return nil }
        return ["code": "unexpectedError", "message": "The default launch template version cannot be deleted."]
    }
}
