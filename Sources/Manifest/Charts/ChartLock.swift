internal import Crypto
import Model

/// `Chart.lock`: what vendored charts held when somebody last looked at them.
struct ChartLock: Sendable {
    struct Entry: Sendable, Equatable {
        let version: String
        let digest: String
        var place: Place?

        static func == (a: Entry, b: Entry) -> Bool { a.version == b.version && a.digest == b.digest }
    }

    /// By name.
    var entries: [String: Entry] = [:]

    /// Reads the bytes of `path`.
    static func read(_ bytes: [UInt8], path: String) -> (lock: ChartLock, found: [Diagnostic]) {
        let (document, found) = ChartReader.document(bytes, path)
        guard let document else { return (ChartLock(), found) }
        var lock = ChartLock()
        var fields = FieldReader(document, at: FieldPath(), of: nil)
        if let version = fields.require("apiVersion"), version.string != "neap/v1" {
            fields.report("apiVersion is not neap/v1", version.place, "apiVersion")
        }
        let entries = fields.mappings("dependencies") { fields -> (String, Entry)? in
            let place = fields.place(of: "name")
            guard let name = fields.require("name")?.string, let version = fields.require("version")?.string,
                let digest = fields.require("digest")?.string
            else { return nil }
            return (name, Entry(version: version, digest: digest, place: place))
        }
        for (name, entry) in entries ?? [] { lock.entries[name] = entry }
        return (lock, found + fields.finished())
    }

    /// `sha256:` and the hash of what `sha256sum` prints for the files, sorted by path; paths are the chart's own.
    static func digest(_ files: [(path: String, bytes: [UInt8])]) -> String {
        let lines = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .map { "\(hex($0.bytes))  ./\($0.path)\n" }
        return "sha256:" + hex(Array(lines.joined().utf8))
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The file's text.
    var text: String {
        let lines = entries.sorted { $0.key < $1.key }
            .map { "  - {name: \($0.key), version: \($0.value.version), digest: \"\($0.value.digest)\"}\n" }
        return "# Made by neap chart lock; holds what charts/ held.\napiVersion: neap/v1\ndependencies:\n"
            + lines.joined()
    }
}
