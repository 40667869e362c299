import AWSWire

/// The path of a wish, and what stands behind its question mark.
struct ControlTarget: Sendable {
    let path: String
    private let query: [String: String]
    private let usualRegion: String

    /// `region` is meant where the target names none.
    init(_ target: String, region: String) {
        usualRegion = region
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(halves.first ?? "")
        let pairs = (halves.count > 1 ? halves[1] : "").split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? QueryText.percentDecoded(parts[1]) ?? String(parts[1]) : "")
        }
        query = Dictionary(pairs) { _, last in last }
    }

    subscript(name: String) -> String? { query[name] }

    /// The region that is meant.
    var region: String { query["region"] ?? usualRegion }
}
