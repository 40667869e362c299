public import Manifest
import Model

/// A source with files laid over it, as it will be once they are written.
public struct LaidOver: ManifestSource {
    private let source: any ManifestSource
    private let texts: [String: String]

    /// `source` with `texts`, by their paths from its root.
    public init(_ source: any ManifestSource, _ texts: [String: String]) {
        self.source = source
        self.texts = texts
    }

    public func entries() throws -> [SourceEntry] {
        try source.entries().filter { texts[$0.path] == nil }
            + texts.map { SourceEntry(path: $0.key, size: $0.value.utf8.count) }
    }

    public func read(_ path: String) throws -> [UInt8] {
        guard let text = texts[path] else { return try source.read(path) }
        return Array(text.utf8)
    }

    /// Makes sure that nothing of the environment `name` becomes invalid by the files.
    ///
    /// Throws `ImportError.unreadableOutput`, `ReadError`, and what the source throws.
    public func checkValid(in name: String) throws {
        let before = Set(try ReadBack.errors(in: source, environment: name))
        let caused = try ReadBack.errors(in: self, environment: name).filter { !before.contains($0) }
        guard caused.isEmpty else { throw ImportError.unreadableOutput(caused.map(\.description)) }
    }
}
