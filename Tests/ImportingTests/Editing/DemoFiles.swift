import Manifest

/// Files in memory, with an environment over the folder `demo`.
struct DemoFiles: ManifestSource {
    var files: [String: String]

    init(_ files: [String: String]) {
        self.files = files
        self.files["neap.yaml"] =
            "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: demo}\nspec: {paths: [demo]}\n"
    }

    func entries() -> [SourceEntry] {
        files.map { SourceEntry(path: $0.key, size: $0.value.utf8.count) }.sorted { $0.path < $1.path }
    }
    func read(_ path: String) -> [UInt8] { Array((files[path] ?? "").utf8) }
}
