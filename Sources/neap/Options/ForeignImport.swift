import ArgumentParser
import Importing
import Manifest

/// What an import from another tool's own files is told beside them.
struct ForeignImport: ParsableArguments {
    /// Whose machines tasks run on.
    enum Capacity: String, ExpressibleByArgument, CaseIterable { case ec2, fargate }

    @Option(help: "A Compose file: its services become services of ECS.", completion: .file())
    var compose: String?

    @Option(help: "The `copilot` folder of an AWS Copilot application.", completion: .directory)
    var copilot: String?

    @Option(help: "With --compose or --copilot: ec2 or fargate; else ec2 for Compose and fargate for Copilot.")
    var on: Capacity?

    @Option(help: "With --compose or --copilot: the account's twelve digits, which images and secrets are named by.")
    var account: String?

    @Option(help: "With --compose or --copilot: the ARN of the certificate of HTTPS listeners.")
    var certificate: String?

    @Option(
        name: .customLong("variable"),
        help: "With --compose or --copilot: NAME=VALUE for a ${NAME} of the files; may be given several times.")
    var variables: [String] = []

    /// Whether one of the tools is named.
    var isAsked: Bool { compose != nil || copilot != nil }

    func validate() throws {
        let needsTool = on != nil || account != nil || certificate != nil || !variables.isEmpty
        if needsTool, !isAsked {
            throw ValidationError("--on, --account, --certificate and --variable go with --compose or --copilot")
        }
        if let account, account.wholeMatch(of: /[0-9]{12}/) == nil {
            throw ValidationError("--account \(account) is no number of twelve digits")
        }
        if let wrong = variables.first(where: { !$0.contains("=") || $0.hasPrefix("=") }) {
            throw ValidationError("--variable \(wrong) is no NAME=VALUE")
        }
    }

    /// The environment that the application's folder knows by `name`, or its only one; nil for a Compose file.
    func environment(named name: String?) throws -> String? {
        guard let copilot else { return name }
        let known = try CopilotProject.environments(FolderSource(copilot))
        if let name { return name }
        guard known.count < 2 else {
            throw ValidationError(
                "the application has several environments; name one with --environment: "
                    + "\(known.joined(separator: ", "))")
        }
        return known.first
    }

    /// The manifests for `environment`, whose region is known; `cluster` is one that is there, by its name or ARN.
    func files(for environment: Manifest.Environment, region: String, cluster: String?) throws -> ImportedFiles {
        let accountID = account ?? environment.aws.accountId
        let folder = environment.paths.first ?? "."
        let arn = try cluster.map { try Self.arn(of: $0, region, accountID) }
        if let compose {
            var settings = ComposeProject.Settings(
                region: region, accountID: accountID, name: Self.folderName(of: compose))
            settings.usesFargate = on == .fargate
            (settings.cluster, settings.certificate, settings.variables) = (arn, certificate, values)
            let bytes = try ImportVerb.read(compose)
            return ImportedFiles(try ComposeProject(bytes, file: compose, settings), source: compose, folder: folder)
        }
        let path = Self.trimmed(copilot ?? "copilot")
        var settings = CopilotProject.Settings(region: region, accountID: accountID, environment: environment.name)
        settings.usesInstances = on == .ec2
        (settings.cluster, settings.certificate, settings.variables) = (arn, certificate, values)
        return ImportedFiles(
            try CopilotProject(FolderSource(path), prefix: path, settings), source: path, folder: folder)
    }

    private var values: [String: String] {
        let pairs = variables.map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], parts[1])
        }
        return Dictionary(pairs) { _, last in last }
    }

    /// The cluster's ARN: its name alone would be taken for a manifest's.
    private static func arn(of cluster: String, _ region: String, _ account: String?) throws -> String {
        if cluster.hasPrefix("arn:") { return cluster }
        guard let account else { throw ValidationError("name the cluster by its ARN, or its account with --account") }
        return "arn:aws:ecs:\(region):\(account):cluster/\(cluster)"
    }

    /// The folder that a file stands in, which is what Compose calls a project that states no name.
    private static func folderName(of path: String) -> String {
        let whole = path.hasPrefix("/") ? path : "\(ImportVerb.workingDirectory)/\(path)"
        let parts = whole.split(separator: "/").filter { $0 != "." }.dropLast()
        return parts.last.map(String.init) ?? "app"
    }

    private static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
