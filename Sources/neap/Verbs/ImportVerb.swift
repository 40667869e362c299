import ArgumentParser
import FoundationEssentials
import GitStore
import Importing
import Kinds
import Manifest
import Planning
import Reconciler

/// `neap import`: what AWS has, as manifests that a person would have written.
struct ImportVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Write manifests for what runs in AWS already, or stands in files.",
        discussion: """
            Reads a cluster and everything that its services stand on, and writes files by kind. It changes nothing in AWS. \
            The next plan is empty, except for values that look like secrets: those are never written, and their manifests \
            wait (policy.suspend) until somebody has said where the secret is kept.

            Compose files and AWS Copilot's manifests are read without AWS: IMPORT.md and standard error say, by file and \
            line, what could not be carried over and what to do instead.
            """)

    @Option(help: "The cluster's name or ARN; with --compose or --copilot, one that is there instead of a new one.")
    var cluster: String?

    @Option(name: .customLong("service"), help: "Only this service; may be given several times.")
    var services: [String] = []

    @Option(name: .customLong("tag"), help: "Only services with this tag, as KEY=VALUE; may be given several times.")
    var tags: [String] = []

    @Option(
        name: .customLong("file"),
        help: "A task definition, or the output of an `aws … describe-*`, instead of AWS; may be given several times.",
        completion: .file())
    var files: [String] = []

    @Option(help: "An ecspresso configuration with JSON definitions, instead of AWS.", completion: .file())
    var ecspresso: String?

    @OptionGroup var foreign: ForeignImport

    @OptionGroup var target: ImportTarget

    @Flag(help: "Overwrite files that exist.")
    var force = false

    func validate() throws {
        let isLive = cluster != nil && files.isEmpty && !foreign.isAsked
        let sources = [isLive, !files.isEmpty, ecspresso != nil, foreign.compose != nil, foreign.copilot != nil]
        guard sources.count(where: { $0 }) == 1, cluster == nil || ecspresso == nil else {
            throw ValidationError(
                "say what to import: --cluster NAME, --file FILE, --ecspresso FILE, --compose FILE or --copilot FOLDER")
        }
        if !isLive, !services.isEmpty || !tags.isEmpty {
            throw ValidationError("--service and --tag choose among the services of a live --cluster")
        }
        if let tag = tags.first(where: { !$0.contains("=") }) { throw ValidationError("--tag \(tag) is no KEY=VALUE") }
    }

    func run() async throws {
        try await reporting {
            if foreign.isAsked { return try importForeign() }
            let found = try ReadBack.environment(in: target.out, named: target.environment)
            var environment = found ?? target.newEnvironment
            if let region = target.region { environment.aws.region = region }
            if files.isEmpty, ecspresso == nil { return try await live(environment, isNew: found == nil) }
            return try await offline(environment, isNew: found == nil)
        }
    }

    private func live(_ environment: Manifest.Environment, isNew: Bool) async throws -> ExitStatus {
        let connection = try await AWSAccess(verbose: false).connect(environment, ImportPlan.commit)
        var known = environment
        known.aws.region = connection.region
        known.aws.accountId = environment.aws.accountId ?? connection.accountID
        let context = ObservationContext(
            aws: connection.aws, region: connection.region, accountID: connection.accountID)
        let stack = try await Discovery.run(selection, context)
        try write(stack, known, isNew: isNew)
        return try await ImportPlan(folder: target.out, environment: known.name, connection: connection).print()
    }

    private var selection: Selection {
        let pairs = tags.map { tag in
            let parts = tag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], parts[1])
        }
        return Selection(cluster: cluster ?? "", services: services, tags: Dictionary(pairs) { _, last in last })
    }

    private func offline(_ environment: Manifest.Environment, isNew: Bool) async throws -> ExitStatus {
        var known = environment
        var replies = RecordedReplies()
        var notes: [String] = []
        if let ecspresso {
            let folder = ecspresso.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let project = try EcspressoProject(try Self.read(ecspresso), file: ecspresso) { name in
                try Self.read(name.hasPrefix("/") ? name : (folder + [Substring(name)]).joined(separator: "/"))
            }
            (replies, notes) = (project.replies, project.notes)
            known.aws.region = environment.aws.region ?? project.region
        }
        for file in files { try replies.add(try Self.read(file), file: file) }
        known.aws.region = known.aws.region ?? Self.variable("AWS_REGION")
        guard let region = known.aws.region else { throw ValidationError("no region is known; name it with --region") }
        let stack = try await OfflineImport.run(
            replies, cluster: cluster, region: region, accountID: known.aws.accountId ?? "")
        for note in notes { Terminal.error(note) }
        try write(stack, known, isNew: isNew)
        Terminal.error("next: commit the files and look at `neap plan`, which compares them with AWS")
        return .done
    }

    /// Another tool's files become an environment that the repository has, or one more.
    private func importForeign() throws -> ExitStatus {
        let name = try foreign.environment(named: target.environment)
        let found = try target.existing(named: name)
        var environment = try found ?? target.newEnvironment(named: name)
        environment.aws.region = target.region ?? environment.aws.region ?? Self.variable("AWS_REGION")
        environment.aws.accountId = environment.aws.accountId ?? foreign.account
        guard let region = environment.aws.region else {
            throw ValidationError("no region is known; name it with --region")
        }
        let files = try foreign.files(for: environment, region: region, cluster: cluster)
        try write(files, environment, isNew: found == nil)
        Terminal.error("next: work through IMPORT.md, commit the files, and look at `neap plan`")
        return .done
    }

    private func write(_ stack: LiveStack, _ environment: Manifest.Environment, isNew: Bool) throws {
        let ownership = Ownership(environment: environment.name, owner: environment.owner ?? "")
        try write(
            ImportedFiles(stack, folder: environment.paths.first ?? ".", ownership: ownership), environment,
            isNew: isNew)
    }

    private func write(_ imported: ImportedFiles, _ environment: Manifest.Environment, isNew: Bool) throws {
        var files = imported
        // Read back beside its environment, whichever file that stands in.
        let own = try environmentText(environment, isNew: isNew)
        if isNew { files.texts[environment.file] = own }
        try FolderWriter(target.out, overwrites: force).write(files.texts) { folder in
            if !isNew { try Data(own.utf8).write(to: URL(filePath: "\(folder)/\(environment.file)")) }
            _ = try ReadBack.desired(in: folder, environment: environment.name)
        }
        for note in files.notes { Terminal.error(note) }
        for path in files.texts.keys.sorted() { Terminal.out("\(path)\n") }
        if files.secrets > 0 {
            Terminal.error(
                "\(files.secrets) values look like secrets and were left out: their manifests say what to do, and stay "
                    + "suspended until it is done")
        }
    }

    private func environmentText(_ environment: Manifest.Environment, isNew: Bool) throws -> String {
        if !isNew { return String(decoding: try Self.read("\(target.out)/\(environment.file)"), as: UTF8.self) }
        return ImportedFiles.environment(
            environment.name, region: environment.aws.region ?? "", accountID: environment.aws.accountId,
            owner: environment.owner)
    }

    private static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

    /// Where the program was started.
    static var workingDirectory: String { FileManager.default.currentDirectoryPath }

    static func read(_ path: String) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw ImportError.unreadable(path, "can not be read")
        }
    }
}
