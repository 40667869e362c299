import ArgumentParser
import Bootstrap
import Manifest

/// Neap's own service, as `neap bootstrap` writes it.
struct BootstrapService: ParsableArguments {
    @Option(help: "Neap's image, with tag or digest.")
    var image: String?

    @Option(help: "The URL of the repository that it watches.")
    var repo: String?

    @Option(help: "The branch that it watches, as a full ref name.")
    var ref: String?

    @Option(help: "The cluster that it runs on: a manifest's name, or an ARN.")
    var cluster: String?

    @Option(help: "The environment that its service belongs to, where there are several.")
    var home: String?

    @Option(
        help: ArgumentHelp(
            "A variable of its and the ARN of what holds it (NEAP_GIT_TOKEN=arn:aws:ssm:…); may be repeated.",
            valueName: "name=arn"),
        transform: { text in
            guard let secret = BootstrapSettings.Secret(text) else {
                throw ValidationError("expected NAME=ARN of a parameter or secret, found \(text)")
            }
            return secret
        })
    var secret: [BootstrapSettings.Secret] = []

    /// True when the service is to be written.
    var isNamed: Bool { image != nil || repo != nil || cluster != nil }

    func validate() throws {
        guard isNamed, image == nil || repo == nil || cluster == nil else { return }
        throw ValidationError("Neap's own service takes --image, --repo and --cluster together")
    }

    /// The environment that it belongs to.
    func home(of environments: [Manifest.Environment]) throws -> Manifest.Environment {
        let names = environments.map(\.name).joined(separator: ", ")
        if environments.count == 1, home == nil { return environments[0] }
        guard let home else {
            throw ValidationError(
                "there are several environments; name the one that Neap's own service belongs to with --home: \(names)")
        }
        guard let found = environments.first(where: { $0.name == home }) else {
            throw ValidationError("--home \(home) is none of the environments \(names)")
        }
        return found
    }

    /// What the release states.
    func described(
        _ home: Manifest.Environment, _ environments: [Manifest.Environment]
    ) throws -> ControllerManifests.Service {
        guard let account = home.aws.accountId, let region = home.aws.region else {
            throw ValidationError(
                "environment \(home.name) has to state aws.accountId and aws.region: the ARNs of Neap's roles hold them"
            )
        }
        return ControllerManifests.Service(
            image: image ?? "", cluster: cluster ?? "", repository: repo ?? "", reference: ref, accountID: account,
            region: region, accounts: Set(environments.compactMap(\.aws.accountId)).sorted())
    }
}
