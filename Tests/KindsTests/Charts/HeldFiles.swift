import Manifest

/// Files of this repository in memory.
struct HeldFiles: ManifestSource {
    private let files: [String: [UInt8]]

    init(_ files: [String: [UInt8]]) { self.files = files }

    func entries() -> [SourceEntry] { files.map { SourceEntry(path: $0.key, size: $0.value.count) } }
    func read(_ path: String) -> [UInt8] { files[path] ?? [] }

    /// The files of a folder, by their paths inside it.
    static func of(_ folder: String) throws -> [String: [UInt8]] {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let source = FolderSource("/\(root)/\(folder)")
        var files: [String: [UInt8]] = [:]
        for entry in try source.entries() { files[entry.path] = try source.read(entry.path) }
        return files
    }
}
