public import ArgumentParser
import FoundationEssentials
import GitStore
public import Importing
import Kinds
import Manifest

/// `neap init`: a new repository.
struct InitVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begin a repository: the environment, a first service, the schema for editors, a pipeline.",
        discussion: """
            Asks AWS nothing. With --empty no service is written: `neap import --cluster NAME --out DIR` then fills the \
            environment with what runs already.
            """)

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

    @Option(help: "The first service's name.")
    var service: String = "hello"

    @Option(help: "The first service's image.")
    var image: String = "public.ecr.aws/docker/library/nginx:1.29"

    @Option(help: "Whose pipeline is written: github, gitlab, both or none.")
    var ci: StarterRepository.Forge = .both

    @Flag(help: "Write no service and no instances.")
    var empty = false

    func run() async throws {
        try await reporting {
            let repository = StarterRepository(
                environment: environment, region: try chosenRegion(), accountID: account, owner: owner,
                service: empty ? nil : service, image: image, forge: ci)
            let schema = JSONSchemaWriter(kinds: allKinds.map { $0.manifest }, notes: NoteTable(FieldNotes.all)).text()
            let texts = repository.texts(schema: schema)
            try FolderWriter(path, begins: true).write(texts) { folder in
                _ = try ReadBack.desired(in: folder, environment: environment)
            }
            for path in texts.keys.sorted() { Terminal.out("\(path)\n") }
            Terminal.error(next)
            return .done
        }
    }

    /// Asked for on a terminal alone.
    private func chosenRegion() throws -> String {
        let known = region ?? ProcessInfo.processInfo.environment["AWS_REGION"] ?? ""
        if !known.isEmpty { return known }
        let answer = Terminal.isInteractive ? Terminal.answer("AWS region: ") : ""
        guard !answer.isEmpty else { throw ValidationError("no region is known; name it with --region") }
        return answer
    }

    private var next: String {
        empty
            ? "next: write manifests into \(environment)/, or run `neap import --cluster NAME --out \(path)`"
            : "next: look at the subnets in \(environment)/capacity.yaml, \(beginning)commit, and run `neap plan \(path)`"
    }

    /// What comes before the first commit of a folder that is in no repository yet.
    private var beginning: String {
        do {
            _ = try Repository(reading: path)
            return ""
        } catch {
            return "run `git init` and `git remote add origin URL` in \(path) (its host and path own what Neap makes), "
        }
    }
}

extension StarterRepository.Forge: ExpressibleByArgument {}
