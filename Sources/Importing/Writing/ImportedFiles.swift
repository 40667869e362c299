import Model
public import Planning

/// What an import writes: files by their paths from the repository's root, and what there is to say about them.
public struct ImportedFiles: Sendable {
    /// The files' texts.
    public var texts: [String: String] = [:]
    /// What was left out or needs a person, each a line.
    public let notes: [String]
    /// How many values were left out because they look like secrets; the manifests that held them are suspended.
    public let secrets: Int
    /// How many manifests there are.
    public let count: Int

    /// The manifests of `stack` in `folder` (`.` for the root), for an environment that owns what `ownership` says.
    public init(_ stack: LiveStack, folder: String, ownership: Ownership) {
        let composer = Composer(stack, ownership: ownership)
        let prefix = folder == "." || folder.isEmpty ? "" : folder + "/"
        for (file, manifests) in Dictionary(grouping: composer.manifests, by: \.file) {
            texts[prefix + file] = ManifestText.file(manifests)
        }
        secrets = composer.secrets
        count = composer.manifests.count
        notes = composer.manifests.sorted { ($0.file, $0.name) < ($1.file, $1.name) }
            .flatMap { manifest in manifest.comments.map { "\(prefix)\(manifest.file): \($0)" } }
    }

    /// The text of an environment's file whose manifests stand in a folder of its name.
    public static func environment(_ name: String, region: String, accountID: String?, owner: String?) -> String {
        ManifestText.environment(name, region: region, accountID: accountID, owner: owner)
    }
}
