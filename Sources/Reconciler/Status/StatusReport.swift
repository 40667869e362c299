public import Model

/// What a status branch says, for whoever asks.
public struct StatusReport: Sendable {
    /// `README.md`.
    public let readme: String
    /// `status.yaml`.
    public let statusFile: String
    /// `status.yaml` as a value.
    public let status: Value
    private let resources: [Value]

    /// Nil when there is no branch yet, or no status on it.
    public init?(_ loaded: StatusBranch.Loaded, _ branch: String) {
        guard let readme = loaded.memory.files["README.md"], let file = loaded.memory.files[StatusFile.path],
            let status = loaded.memory.statusFile
        else { return nil }
        self.readme = String(decoding: readme, as: UTF8.self)
        statusFile = String(decoding: file, as: UTF8.self)
        self.status = status
        resources = loaded.memory.resourceFiles.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Whether the environment's `Ready` is `True`.
    public var isReady: Bool {
        (status["conditions"]?.list ?? []).contains { $0["type"] == "Ready" && $0["status"] == "True" }
    }

    /// One line a resource, those that need somebody first.
    public var table: String {
        let head = [["KIND", "NAME", "SYNC", "HEALTH", "REASON"]]
        let rows = resources.map { value in
            let ready = (value["conditions"]?.list ?? []).first { $0["type"] == "Ready" }
            if value[StatusMemory.orphanMark] != nil {
                return ["kind", "name"].map { value[$0]?.string ?? "" } + ["Unknown", "Unknown", "Orphan"]
            }
            return ["kind", "name", "sync", "health"].map { value[$0]?.string ?? "" } + [ready?["reason"]?.string ?? ""]
        }
        let sorted = rows.sorted {
            Self.rank($0) == Self.rank($1) ? $0.lexicographicallyPrecedes($1) : Self.rank($0) < Self.rank($1)
        }
        return TextTable(rows: head + sorted).text
    }

    private static func rank(_ row: [String]) -> Int { row[2] == "Synced" && row[3] == "Healthy" ? 1 : 0 }
}
