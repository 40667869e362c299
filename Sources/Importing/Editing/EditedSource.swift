import Manifest

/// A source of which one file says something else.
struct EditedSource: ManifestSource {
    let source: any ManifestSource
    let path: String
    let bytes: [UInt8]

    func entries() throws -> [SourceEntry] {
        try source.entries().map { entry in
            entry.path == path ? SourceEntry(path: path, mode: entry.mode, size: bytes.count) : entry
        }
    }

    func read(_ path: String) throws -> [UInt8] { path == self.path ? bytes : try source.read(path) }
}
