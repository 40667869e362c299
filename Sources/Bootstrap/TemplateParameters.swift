/// The template's parameters and the conditions that stand on them.
struct TemplateParameters {
    private let settings: BootstrapSettings

    init(_ settings: BootstrapSettings) { self.settings = settings }

    /// All of them, with the settings as defaults.
    var node: TemplateNode {
        .members(
            [
                TemplateNode.Member(
                    "Name",
                    [
                        "Type": "String", "Default": .text(settings.name), "AllowedPattern": "[a-z][a-z0-9-]{0,30}",
                        "Description": "What the names of roles, table, queue and rules begin with.",
                    ]),
                list("Environments", settings.environments, "The environments that Neap writes for, by their names."),
            ] + lists.map { list($0.name, $0.values, $0.purpose) })
    }

    /// One for each list that may be empty.
    var conditions: TemplateNode {
        .members(
            lists.filter { $0.name != "Parameters" }.map { list in
                let joined: TemplateNode = ["Fn::Join": ["", .ref(list.name)]]
                return TemplateNode.Member("Has" + list.name, ["Fn::Not": [["Fn::Equals": [joined, ""]]]])
            })
    }

    private var lists: [(name: String, values: [String], purpose: String)] {
        [
            ("TaskRoles", settings.taskRoles, "Roles that Neap may hand to tasks, by their ARNs."),
            ("InstanceRoles", settings.instanceRoles, "Roles that Neap may hand to instances, by their ARNs."),
            ("ServiceRoles", settings.serviceRoles, "Roles that Neap may hand to ECS itself, by their ARNs."),
            ("AssumeRoles", settings.assumeRoles, "Roles that environments name, by their ARNs."),
            ("SharedListeners", settings.sharedListeners, "Others' listeners that may be given rules, by their ARNs."),
            Self.parameters(settings.parameters),
            ("Secrets", settings.secrets.map(\.arn), "What Neap's own variables come from, by ARNs of secrets."),
            ("ImageRepositories", settings.imageRepositories, "ECR repositories of Neap's image, by their ARNs."),
        ]
    }

    /// Parameters that manifests may look up: AWS's public ones always.
    static func parameters(_ more: [String]) -> (name: String, values: [String], purpose: String) {
        (
            "Parameters", ["arn:aws:ssm:*::parameter/aws/service/*"] + more,
            "Parameters that manifests look up, by their ARNs."
        )
    }

    static func list(_ name: String, _ values: [String], _ purpose: String) -> TemplateNode.Member {
        TemplateNode.Member(
            name,
            [
                "Type": "CommaDelimitedList", "Default": .text(values.joined(separator: ",")),
                "Description": .text(purpose),
            ])
    }

    private func list(_ name: String, _ values: [String], _ purpose: String) -> TemplateNode.Member {
        Self.list(name, values, purpose)
    }
}
