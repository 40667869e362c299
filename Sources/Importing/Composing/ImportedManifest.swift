import Model

/// A manifest as it will be written.
struct ImportedManifest: Sendable {
    let kind: String
    let name: String
    var spec: Value
    /// Whether it has to say that Neap may take it over.
    var adopts = false
    /// Whether it has to wait for a person, because a secret was left out.
    var isSuspended = false
    /// What it waits for, as `Kind/name`.
    var dependsOn: [String] = []
    /// What there is to say on top of its file.
    var comments: [String] = []
    /// The file, below the environment's folder.
    let file: String
}
