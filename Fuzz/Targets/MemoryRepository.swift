import Kinds
import Manifest
import Model

/// Files in memory, as a commit would hold them.
struct MemoryRepository: ManifestSource {
    var files: [String: [UInt8]] = ["neap.yaml": Array(environment.utf8)]

    static let environment = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: demo}
        spec: {paths: [demo], aws: {region: eu-west-1}}

        """

    /// A manifest that nothing in another file can take away.
    static let neighbour = """
        apiVersion: neap/v1
        kind: Cluster
        metadata: {name: a-neighbour-that-nobody-else-names}
        spec: {}

        """

    private static let reader = ManifestReader(kinds: allKinds.map { $0.manifest })

    init(_ files: [String: String] = [:]) {
        for (path, text) in files { self.files[path] = Array(text.utf8) }
    }

    func entries() -> [SourceEntry] {
        files.map { SourceEntry(path: $0.key, size: $0.value.count) }.sorted { $0.path < $1.path }
    }

    func read(_ path: String) -> [UInt8] { files[path] ?? [] }

    /// What the files say; nil when they say nothing that could be an environment.
    func desired() throws -> Desired? {
        do {
            return try Self.reader.read(self)
        } catch is ReadError {
            return nil
        }
    }

    /// What is wrong with how the files were read: a place outside of them, or a neighbour that is gone.
    func complaint(neighbourMayGo: Bool = false) -> String? {
        do {
            guard let desired = try desired() else { return nil }
            return (neighbourMayGo ? nil : lost(desired)) ?? desired.diagnostics.lazy.compactMap(misplaced).first
        } catch {
            return "reading ends with \(error)"
        }
    }

    private func lost(_ desired: Desired) -> String? {
        guard files.values.contains(Array(Self.neighbour.utf8)) else { return nil }
        let neighbour = ResourceID("Cluster", "a-neighbour-that-nobody-else-names")
        if desired.resources[neighbour] != nil || desired.invalid.contains(neighbour) { return nil }
        return "a good manifest is gone"
    }

    private func misplaced(_ diagnostic: Diagnostic) -> String? {
        guard let place = diagnostic.place, let bytes = files[place.file] else { return nil }
        // libyaml also begins a line after these.
        let breaks = bytes.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 }
        if (1...breaks + 2).contains(Int(place.line)), place.column >= 1 { return nil }
        return "\(diagnostic) is at no place of the file"
    }
}
