import Model

/// A source within limits.
final class BoundedSource {
    /// As the source gives them.
    let list: [SourceEntry]
    /// The folder on this machine that the source is; nil for what is none.
    var folder: String? { source.folder }
    /// By path.
    let entries: [String: SourceEntry]
    /// The same in the order of their paths' bytes.
    private(set) lazy var sorted = Self.byBytes(list)
    /// What was listed so far, by folder.
    var listings: [String: [SourceEntry]] = [:]
    /// Manifest files that were found so far, by folder.
    var bases: [String: ManifestFiles] = [:]
    /// Charts that were read so far, by folder.
    var charts: [String: (chart: Chart?, found: [Diagnostic])] = [:]
    private let source: any ManifestSource
    private let limits: Limits
    private var files = 0
    private var bytes = 0

    /// Lists the source.
    init(_ source: any ManifestSource, _ limits: Limits) throws {
        self.source = source
        self.limits = limits
        let all = try source.entries()
        if all.isEmpty { throw ReadError.empty }
        var entries: [String: SourceEntry] = [:]
        entries.reserveCapacity(all.count)
        for entry in all { entries[entry.path] = entry }
        self.entries = entries
        list = all
    }

    /// Counts a file against the limits, whether it is read now or was read before; a file that several manifests
    /// name counts each time.
    func claim(_ entry: SourceEntry) throws {
        files += 1
        bytes += min(entry.size, Limits.fileBytes)
        if files > limits.files { throw ReadError.tooLarge("more than \(limits.files) manifest files") }
        if bytes > limits.totalBytes {
            throw ReadError.tooLarge("manifest files of more than \(limits.totalBytes) bytes")
        }
    }

    /// Counts what a chart made against the limits.
    func claim(rendered text: Int) throws {
        bytes += text
        if bytes > limits.totalBytes {
            throw ReadError.tooLarge("manifests and what charts make of them of more than \(limits.totalBytes) bytes")
        }
    }

    /// The file's bytes, or why it is not read.
    func content(of entry: SourceEntry) throws -> FileContent {
        if entry.mode == .symlink { return .refused("is a symlink, and those are not followed") }
        if entry.mode == .submodule { return .refused("is a submodule, and those are not read") }
        if entry.size > Limits.fileBytes {
            return .refused("has \(entry.size) bytes, at most \(Limits.fileBytes) are read")
        }
        return .bytes(try source.read(entry.path))
    }
}
