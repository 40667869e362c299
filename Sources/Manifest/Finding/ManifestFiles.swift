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
        let folders = Set(environment.paths).sorted().map(Folder.init)
        for folder in folders where !entries.contains(where: { folder.holds($0.path) }) {
            let place = environment.pathPlaces[folder.path] ?? environment.place
            diagnostics.append(Diagnostic("no file stands in \(folder.path)", at: place, path: "/spec/paths"))
        }
        for entry in entries where folders.contains(where: { $0.holds(entry.path) }) { consider(entry) }
        // Trees are sorted already, in nearly the same order.
        if zip(files, files.dropFirst()).contains(where: { $0.path > $1.path }) { files.sort { $0.path < $1.path } }
    }

    /// One of the environment's paths.
    private struct Folder {
        let path: String
        private let prefix: String

        init(_ path: String) {
            self.path = path
            prefix = path == "." ? "" : "\(path)/"
        }

        /// True for what lies inside, and for a link that stands in the folder's place.
        func holds(_ entry: String) -> Bool { entry.hasPrefix(prefix) || entry == path }
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
        var isFirst = true
        for byte in path.utf8 {
            if isFirst && byte == UInt8(ascii: ".") { return true }
            isFirst = byte == UInt8(ascii: "/")
        }
        return ignore.ignores(path)
    }

    private func isOfChart(_ path: String) -> Bool {
        charts.contains { path.hasPrefix($0) }
    }

    private mutating func report(_ message: String, _ entry: SourceEntry) {
        let place = Place(file: entry.path, line: 1, column: 1)
        diagnostics.append(Diagnostic(message, hint: "remove it, or name it in .neapignore", at: place))
    }
}
