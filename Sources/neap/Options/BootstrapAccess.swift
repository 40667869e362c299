import ArgumentParser
import Bootstrap
import Manifest

/// What the roles of `neap bootstrap` may do.
struct BootstrapAccess: ParsableArguments {
    @Option(help: "What the names of roles, table, queue and rules begin with.")
    var name: String = "neap"

    @Option(help: "A role that task definitions may name, by its ARN; may be repeated.")
    var taskRole: [String] = []

    @Option(help: "A role of instances that launch templates may name, by its ARN; may be repeated.")
    var instanceRole: [String] = []

    @Option(help: "A role that services may hand to ECS itself (blue/green, volumes), by its ARN; may be repeated.")
    var serviceRole: [String] = []

    @Option(help: "A listener of others that may be given rules, by its ARN; may be repeated.")
    var sharedListener: [String] = []

    @Option(help: "A parameter that manifests look up beside AWS's public ones, by its ARN; may be repeated.")
    var parameter: [String] = []

    @Option(help: "The ECR repository of Neap's image, by its ARN; may be repeated.")
    var imageRepository: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who may take the role of --read-only: an ARN, or HOST=SUBJECT of an OpenID provider; may be repeated.",
            valueName: "principal"),
        transform: { text in
            guard let trust = PlanTrust(text) else {
                throw ValidationError("expected an ARN or HOST=SUBJECT, found \(text)")
            }
            return trust
        })
    var trust: [PlanTrust] = []

    func validate() throws {
        guard name.wholeMatch(of: /[a-z][a-z0-9-]{0,30}/) != nil else {
            throw ValidationError("--name takes small letters, digits and hyphens, at most 31, and not \(name)")
        }
        let roles = [("--task-role", taskRole), ("--instance-role", instanceRole), ("--service-role", serviceRole)]
        for (option, arns) in roles {
            for arn in arns where arn.wholeMatch(of: /arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=.@\/-]+/) == nil {
                throw ValidationError("\(option) takes a role's ARN without wildcards, and not \(arn)")
            }
        }
        let others = [
            ("--shared-listener", sharedListener, "elasticloadbalancing"), ("--parameter", parameter, "ssm"),
            ("--image-repository", imageRepository, "ecr"),
        ]
        for (option, arns, service) in others {
            for arn in arns {
                let isOne = arn.wholeMatch(of: /arn:aws[a-z-]*:[a-z]+:[^,]+/) != nil && arn.contains(":\(service):")
                if isOne { continue }
                throw ValidationError("\(option) takes an ARN of \(service)'s, and not \(arn)")
            }
        }
    }

    /// The template's settings for these environments.
    func settings(_ environments: [Manifest.Environment], secrets: [BootstrapSettings.Secret]) -> BootstrapSettings {
        var settings = BootstrapSettings(environments: environments.map(\.name), name: name)
        settings.taskRoles = taskRole
        settings.instanceRoles = instanceRole
        settings.serviceRoles = serviceRole
        settings.sharedListeners = sharedListener
        settings.parameters = parameter
        settings.imageRepositories = imageRepository
        settings.secrets = secrets
        for role in environments.compactMap(\.aws.assumeRoleArn) where !settings.assumeRoles.contains(role) {
            settings.assumeRoles.append(role)
        }
        return settings
    }
}
