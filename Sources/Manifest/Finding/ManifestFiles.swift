import Model

/// The files of a source that may hold manifests of an environment.
struct ManifestFiles {
    /// Sorted by path.
    private(set) var files: [SourceEntry] = []
    /// Symlinks, submodules and file names in capitals.
    private(set) var diagnostics: [Diagnostic] = []
    private let ignore: IgnoreFile
    private let charts: [String]

    /// Finds them among `entries`.
    init(_ entries: [SourceEntry], of environment: Environment, ignore: IgnoreFile) {
        self.ignore = ignore
        charts = entries.compactMap { entry in
            let isChart = entry.path == "Chart.yaml" || entry.path.hasSuffix("/Chart.yaml")
            return isChart ? String(entry.path.dropLast("Chart.yaml".count)) : nil
        }.sorted()
        for path in Set(environment.paths) where !entries.contains(where: { ManifestFiles.stands($0.path, in: path) }) {
            diagnostics.append(Diagnostic("no file stands in \(path)", at: environment.place, path: "/spec/paths"))
        }
        for entry in entries where environment.paths.contains(where: { ManifestFiles.stands(entry.path, in: $0) }) {
            consider(entry)
        }
        files.sort { $0.path < $1.path }
    }

    private static func stands(_ path: String, in folder: String) -> Bool {
        folder == "." || path == folder || (path.utf8.count > folder.utf8.count && path.hasPrefix("\(folder)/"))
    }

    private mutating func consider(_ entry: SourceEntry) {
        if isHidden(entry.path) || Environment.isEnvironmentFile(entry.path) || isOfChart(entry.path) { return }
        switch entry.mode {
        case .symlink: report("the file is a symlink, and those are not followed", entry)
        case .submodule: report("the folder is a submodule, and those are not read", entry)
        case .file:
            let ending = entry.path.utf8.lastIndex(of: UInt8(ascii: ".")).map { entry.path[$0...] } ?? ""
            if [".yaml", ".yml", ".json"].contains(ending) {
                files.append(entry)
            } else if [".yaml", ".yml", ".json"].contains(ending.lowercased()) {
                report("the file's ending \(ending) is not in small letters", entry)
            }
        }
    }

    private func isHidden(_ path: String) -> Bool {
        path.hasPrefix(".") || path.contains("/.") || ignore.ignores(path)
    }

    private func isOfChart(_ path: String) -> Bool {
        charts.contains { path.hasPrefix($0) }
    }

    private mutating func report(_ message: String, _ entry: SourceEntry) {
        let place = Place(file: entry.path, line: 1, column: 1)
        diagnostics.append(Diagnostic(message, hint: "remove it, or name it in .neapignore", at: place))
    }
}
