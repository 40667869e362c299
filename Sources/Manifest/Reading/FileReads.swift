import Model

/// What one file's manifests read besides the file itself, remembered so that they are read again when it changes.
final class FileReads {
    private let source: BoundedSource
    private let ignore: IgnoreFile
    /// Files, with what they held.
    private(set) var files: [SourceEntry] = []
    /// Folders, with everything in them.
    private(set) var folders: [FolderRead] = []

    /// Nothing so far.
    init(_ source: BoundedSource, ignore: IgnoreFile) {
        self.source = source
        self.ignore = ignore
    }

    /// The content of the file at `path`.
    func content(of path: String) throws -> FileContent {
        guard let entry = source.entries[path] else {
            // Remembered, so that the file is read as soon as it appears.
            files.append(SourceEntry(path: path, size: 0))
            return .refused("does not exist")
        }
        files.append(entry)
        try source.claim(entry)
        return try source.content(of: entry)
    }

    /// The chart in `folder`.
    func chart(in folder: String) throws -> (chart: Chart?, found: [Diagnostic]) {
        folders.append(FolderRead(path: folder, entries: source.listing(of: folder)))
        return try ChartReader.chart(in: folder, of: source)
    }

    /// True when there is a chart in `folder`, good or not.
    func isChart(_ folder: String) -> Bool { source.entries["\(folder)/Chart.yaml"] != nil }

    /// The folders beside `folder` that are charts, by their last names.
    func charts(beside folder: String) -> [String] {
        let parent = folder.split(separator: "/").dropLast().joined(separator: "/")
        return source.listing(of: parent.isEmpty ? "." : parent).compactMap { entry in
            let parts = entry.path.dropFirst(parent.isEmpty ? 0 : parent.count + 1).split(separator: "/")
            return parts.count == 2 && parts[1] == "Chart.yaml" ? String(parts[0]) : nil
        }
    }

    /// The values of a release, with the defaults of the chart in `folder`.
    func values(of release: Release, in folder: String) throws -> Value? {
        try ReleaseRenderer.values(of: release, root: folder, self)
    }

    /// The manifest files of `path`, a file or a folder; nil when there is neither.
    func manifests(in path: String) -> (files: [String], found: [Diagnostic])? {
        if source.entries[path] != nil { return ([path], []) }
        let entries = source.listing(of: path)
        folders.append(FolderRead(path: path, entries: entries))
        guard !entries.isEmpty else { return nil }
        let found = source.bases[path] ?? manifestFiles(entries, in: path)
        source.bases[path] = found
        return (found.files.map(\.path), found.diagnostics)
    }

    private func manifestFiles(_ entries: [SourceEntry], in path: String) -> ManifestFiles {
        var folder = Environment(name: "")
        folder.paths = [path]
        return ManifestFiles(entries, of: folder, ignore: ignore)
    }

    /// Counts what was rendered against the limits of the read.
    func claim(rendered budget: RenderBudget) throws {
        try source.claim(rendered: budget.usedText + 16 * budget.usedNodes + budget.usedSteps)
    }
}

/// A folder that manifests stand on, with what it held.
struct FolderRead: Sendable {
    let path: String
    let entries: [SourceEntry]

    /// True when the folder of `source` holds the same.
    func isCurrent(in source: BoundedSource) -> Bool {
        entries.allSatisfy { $0.blob != nil } && source.listing(of: path) == entries
    }
}
