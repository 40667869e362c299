/// The templates' parameters, with the settings as defaults.
struct TemplateParameters {
    private let settings: BootstrapSettings

    init(_ settings: BootstrapSettings) { self.settings = settings }

    /// What names begin with.
    var name: TemplateNode.Member {
        TemplateNode.Member(
            "Name",
            [
                "Type": "String", "Default": .text(settings.name), "AllowedPattern": "[a-z][a-z0-9-]{0,30}",
                "Description": "What the names of roles, table, queue and rules begin with.",
            ])
    }

    /// What the tag's conditions hold a role to.
    var environments: ListParameter {
        ListParameter(
            "Environments", settings.environments, "The environments that Neap writes for, by their names.")
    }

    /// What every role that writes is told: each of them may be empty.
    var writing: [ListParameter] {
        [
            ListParameter("TaskRoles", settings.taskRoles, "Roles that Neap may hand to tasks, by their ARNs."),
            ListParameter(
                "InstanceRoles", settings.instanceRoles, "Roles that Neap may hand to instances, by their ARNs."),
            ListParameter(
                "ServiceRoles", settings.serviceRoles, "Roles that Neap may hand to ECS itself, by their ARNs."),
            ListParameter(
                "GroupRoles", settings.groupRoles, "Roles that Neap may hand to Auto Scaling groups, by their ARNs."),
            ListParameter(
                "SharedListeners", settings.sharedListeners, "Others' listeners that may be given rules, by their ARNs."
            ),
            .parameters(settings.parameters),
        ]
    }

    /// What Neap's own roles are told besides: each of them may be empty.
    var own: [ListParameter] {
        [
            .assumeRoles(settings.assumeRoles),
            ListParameter("Secrets", secrets, "What Neap's own variables come from, by ARNs of secrets."),
            ListParameter(
                "SecretKeys", settings.secretKeys, "KMS keys that those are encrypted with, by their ARNs."),
            ListParameter(
                "ImageRepositories", settings.imageRepositories, "ECR repositories of Neap's image, by their ARNs."),
        ]
    }

    /// Several variables may come from one secret.
    private var secrets: [String] {
        settings.secrets.map(\.resource).reduce(into: []) { all, arn in
            if !all.contains(arn) { all.append(arn) }
        }
    }
}
