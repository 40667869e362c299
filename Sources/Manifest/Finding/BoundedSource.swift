import Model

/// A source within limits.
final class BoundedSource {
    /// By path.
    let entries: [String: SourceEntry]
    private let source: any ManifestSource
    private let limits: Limits
    private var claimed: Set<String> = []
    private var bytes = 0

    /// Lists the source.
    init(_ source: any ManifestSource, _ limits: Limits) throws {
        self.source = source
        self.limits = limits
        let all = try source.entries()
        if all.isEmpty { throw ReadError.empty }
        entries = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
    }

    /// Counts a file against the limits, whether it is read now or was read before.
    func claim(_ entry: SourceEntry) throws {
        guard claimed.insert(entry.path).inserted else { return }
        bytes += min(entry.size, Limits.fileBytes)
        if claimed.count > limits.files { throw ReadError.tooLarge("more than \(limits.files) manifest files") }
        if bytes > limits.totalBytes {
            throw ReadError.tooLarge("manifest files of more than \(limits.totalBytes) bytes")
        }
    }

    /// The file's bytes, or why it is not read.
    func content(of entry: SourceEntry) throws -> FileContent {
        if entry.mode == .symlink { return .refused("is a symlink, and those are not followed") }
        if entry.mode == .submodule { return .refused("is a submodule, and those are not read") }
        if entry.size > Limits.fileBytes {
            return .refused("has \(entry.size) bytes, at most \(Limits.fileBytes) are read")
        }
        try claim(entry)
        return .bytes(try source.read(entry.path))
    }
}
