import Manifest

/// Files in memory; counts what is read.
final class MemorySource: ManifestSource {
    var files: [String: [UInt8]]
    var others: [SourceEntry] = []
    private(set) var reads: [String] = []

    init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

    /// A repository with one environment `demo` over the folder `demo`, and these files in it.
    static func demo(_ files: [String: String]) -> MemorySource {
        let source = MemorySource(["neap.yaml": environment])
        for (name, text) in files { source.files["demo/\(name)"] = Array(text.utf8) }
        return source
    }

    static let environment = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: demo}
        spec: {paths: [demo]}
        """

    func entries() -> [SourceEntry] {
        others + files.map { SourceEntry(path: $0.key, size: $0.value.count, blob: String($0.value.hashValue)) }
    }

    func read(_ path: String) -> [UInt8] {
        reads.append(path)
        return files[path] ?? []
    }
}

extension ManifestSource {
    /// What the test kinds make of this source.
    func desired(_ environment: String? = nil, cache: DecodeCache? = nil, limits: Limits = Limits()) throws -> Desired {
        try ManifestReader(kinds: TestKinds.all, limits: limits).read(self, environment: environment, cache: cache)
    }
}

/// The text of a manifest.
func manifest(_ kind: String, _ name: String, _ rest: String = "spec: {}") -> String {
    "apiVersion: neap/v1\nkind: \(kind)\nmetadata: {name: \(name)}\n\(rest)\n"
}
