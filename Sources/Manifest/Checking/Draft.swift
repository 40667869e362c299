import Model

/// One manifest, checked but not yet linked.
struct Draft: Sendable {
    let id: ResourceID
    let place: Place
    /// Itself and its parts.
    var parts: [Resource]
    /// `policy.dependsOn` with places.
    var dependsOn: [Dependency] = []
    var diagnostics: [Diagnostic] = []

    struct Dependency: Sendable {
        let id: ResourceID
        let place: Place?
    }

    /// True when nothing forbids applying it.
    var isValid: Bool { !diagnostics.contains { $0.severity == .error } }
}

/// What one file's bytes give.
struct CheckedContent: Sendable {
    var drafts: [Draft] = []
    /// Releases and overlays, with their places.
    var expanded: [Draft.Dependency] = []
    /// What is wrong apart from the drafts.
    var diagnostics: [Diagnostic] = []
    /// True when it may hold manifests whose names could not be read.
    var isUnreadable = false
}

/// One file's manifests; a class, because most files are carried unchanged from one read to the next.
final class CheckedFile: Sendable {
    let entry: SourceEntry
    let content: CheckedContent
    /// Files that manifests here name, with what they held.
    let named: [SourceEntry]
    /// Charts and bases that manifests here stand on, with what they held.
    let folders: [FolderRead]

    init(_ entry: SourceEntry, _ content: CheckedContent, named: [SourceEntry] = [], folders: [FolderRead] = []) {
        self.entry = entry
        self.content = content
        self.named = named
        self.folders = folders
    }
}
