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

    @Option(help: "A role that Auto Scaling groups may name (lifecycle hooks), by its ARN; may be repeated.")
    var groupRole: [String] = []

    @Option(help: "A listener of others that may be given rules, by its ARN; may be repeated.")
    var sharedListener: [String] = []

    @Option(help: "A parameter that manifests look up beside AWS's public ones, by its ARN; may be repeated.")
    var parameter: [String] = []

    @Option(help: "A KMS key of your own that encrypts what --secret names, by its ARN; may be repeated.")
    var secretKey: [String] = []

    @Option(help: "The ECR repository of Neap's image, by its ARN; may be repeated.")
    var imageRepository: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Who may take the role: of --read-only an ARN, or HOST=SUBJECT of an OpenID provider; without it the ARN of \
            the controller's role, and the role is the one that environments name as assumeRoleArn; may be repeated.
            """,
            valueName: "principal"),
        transform: { text in
            guard let trust = RoleTrust(text) else {
                throw ValidationError("expected an ARN or HOST=SUBJECT, found \(text)")
            }
            return trust
        })
    var trust: [RoleTrust] = []

    func validate() throws {
        guard name.wholeMatch(of: /[a-z][a-z0-9-]{0,30}/) != nil else {
            throw ValidationError("--name takes small letters, digits and hyphens, at most 31, and not \(name)")
        }
        try checkRoles()
        try checkResources()
        for problem in trust.compactMap(\.problem) { throw ValidationError("--trust \(problem)") }
    }

    /// The template's settings for these environments.
    func settings(_ environments: [Manifest.Environment], secrets: [BootstrapSettings.Secret]) -> BootstrapSettings {
        var settings = BootstrapSettings(environments: environments.map(\.name), name: name)
        settings.taskRoles = taskRole
        settings.instanceRoles = instanceRole
        settings.serviceRoles = serviceRole
        settings.groupRoles = groupRole
        settings.assumeRoles = Self.roles(of: environments)
        settings.sharedListeners = sharedListener
        settings.parameters = parameter
        settings.imageRepositories = imageRepository
        settings.secrets = secrets
        settings.secretKeys = secretKey
        return settings
    }

    /// The roles that environments name, each once, in their order.
    static func roles(of environments: [Manifest.Environment]) -> [String] {
        environments.compactMap(\.aws.assumeRoleArn).reduce(into: []) { all, role in
            if !all.contains(role) { all.append(role) }
        }
    }
}
