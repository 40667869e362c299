import ArgumentParser
import Importing
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

    /// The folder's environment of this name; nil when it has none, or only others.
    func existing(named name: String?) throws -> Manifest.Environment? {
        do {
            return try ReadBack.environment(in: out, named: name)
        } catch ReadError.unknownEnvironment {
            return nil
        }
    }

    /// A further environment, in a file of its own where the folder has others already.
    func newEnvironment(named name: String?) throws -> Manifest.Environment {
        var copy = self
        copy.environment = name ?? environment
        let new = copy.newEnvironment
        do {
            _ = try ReadBack.environment(in: out, named: new.name)
            return new
        } catch ReadError.unknownEnvironment {
            var other = Manifest.Environment(name: new.name, file: "neap.\(new.name).yaml")
            (other.paths, other.owner) = (new.paths, new.owner)
            return other
        }
    }

    /// An environment for a folder that has none.
    var newEnvironment: Manifest.Environment {
        var environment = Manifest.Environment(name: environment ?? "production")
        environment.paths = [environment.name]
        environment.owner = owner
        return environment
    }
}
