import ArgumentParser
import Manifest

/// Where manifests are written, and the environment that they are made for where the folder has none yet.
struct ImportTarget: ParsableArguments {
    @Option(help: "The folder to write to, the repository's root.", completion: .directory)
    var out: String = "."

    @Option(
        name: [.long, .customShort("e")],
        help: "The environment: one of the folder's, else the name of a new one (production).")
    var environment: String?

    @Option(help: "The AWS region; else the environment's, else AWS_REGION.")
    var region: String?

    @Option(help: "What a new environment's owner tag says; else the repository's host and path.")
    var owner: String?

    /// An environment for a folder that has none.
    var newEnvironment: Manifest.Environment {
        var environment = Manifest.Environment(name: environment ?? "production")
        environment.paths = [environment.name]
        environment.owner = owner
        return environment
    }
}
