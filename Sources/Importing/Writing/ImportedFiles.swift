import Model
public import Planning

/// What an import writes: files by their paths from the repository's root, and what there is to say about them.
public struct ImportedFiles: Sendable {
    /// The files' texts.
    public var texts: [String: String] = [:]
    /// What was left out or needs a person, each a line.
    public private(set) var notes: [String]
    /// How many values were left out because they look like secrets; the manifests that held them are suspended.
    public let secrets: Int
    /// How many manifests there are.
    public let count: Int

    /// The manifests of `stack` in `folder` (`.` for the root), for an environment that owns what `ownership` says.
    public init(_ stack: LiveStack, folder: String, ownership: Ownership) {
        let composer = Composer(stack, ownership: ownership)
        self.init(composer.manifests, folder: folder, secrets: composer.secrets)
    }

    /// The manifests of a Compose file in `folder` (`.` for the root).
    public init(_ project: ComposeProject, source: String, folder: String) {
        self.init(project.stack, project.ledger, source: source, folder: folder)
    }

    /// The manifests of a Copilot application in `folder` (`.` for the root).
    public init(_ project: CopilotProject, source: String, folder: String) {
        self.init(project.stack, project.ledger, source: source, folder: folder)
    }

    /// Manifests of what another tool's files describe, with `IMPORT.md`, which says what is left to do.
    init(_ stack: CarriedStack, _ ledger: CarryLedger, source: String, folder: String) {
        let composer = StackComposer(stack)
        self.init(composer.manifests, folder: folder, secrets: composer.secrets)
        notes = ledger.left.map(\.description) + stack.demands.map { "before the first apply: \($0)" } + notes
        let report = ImportReport(source: source, demands: stack.demands, left: ledger.left)
        texts[(folder == "." || folder.isEmpty ? "" : folder + "/") + "IMPORT.md"] = report.text
    }

    private init(_ manifests: [ImportedManifest], folder: String, secrets: Int) {
        let prefix = folder == "." || folder.isEmpty ? "" : folder + "/"
        for (file, manifests) in Dictionary(grouping: manifests, by: \.file) {
            texts[prefix + file] = ManifestText.file(manifests)
        }
        self.secrets = secrets
        count = manifests.count
        notes = manifests.sorted { ($0.file, $0.name) < ($1.file, $1.name) }
            .flatMap { manifest in manifest.comments.map { "\(prefix)\(manifest.file): \($0)" } }
    }

    /// The text of an environment's file whose manifests stand in a folder of its name.
    public static func environment(_ name: String, region: String, accountID: String?, owner: String?) -> String {
        ManifestText.environment(name, region: region, accountID: accountID, owner: owner)
    }
}
