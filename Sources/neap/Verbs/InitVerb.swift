import ArgumentParser
import FoundationEssentials
import Importing
import Manifest

/// `neap init`: the environment's file and folder of an empty repository.
struct InitVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Begin a repository: write neap.yaml and the environment's folder.",
        discussion: "Asks AWS nothing. `neap import --cluster NAME --out DIR` then fills it with what runs already.")

    @Argument(help: "The repository's folder.", completion: .directory)
    var path: String = "."

    @Option(name: [.long, .customShort("e")], help: "The environment's name.")
    var environment: String = "production"

    @Option(help: "The AWS region; else AWS_REGION.")
    var region: String?

    @Option(help: "The AWS account, twelve digits; any account will do when it is left out.")
    var account: String?

    @Option(help: "What the owner tag says; else the repository's host and path.")
    var owner: String?

    func run() async throws {
        try await reporting {
            guard let region = region ?? ProcessInfo.processInfo.environment["AWS_REGION"] else {
                throw ValidationError("no region is known; name it with --region")
            }
            let text = ImportedFiles.environment(environment, region: region, accountID: account, owner: owner)
            // Git keeps no empty folder.
            let texts = ["neap.yaml": text, "\(environment)/.gitkeep": ""]
            try FolderWriter(path).write(texts) { folder in
                _ = try ReadBack.desired(in: folder, environment: environment)
            }
            for path in texts.keys.sorted() { Terminal.out("\(path)\n") }
            Terminal.error(
                "next: write manifests into \(environment)/, or run `neap import --cluster NAME --out \(path)`")
            return .done
        }
    }
}
