import Model

/// A manifest as it stands in a file, or as a chart or an overlay made it.
struct ManifestDocument: Sendable {
    var value: Value
    /// Where paths in it begin.
    let file: String
    var diagnostics: [Diagnostic] = []
    /// The release that made it; nil for what stands in a file.
    var release: Release?
    /// The folder of the chart that made it, which its own paths may not leave; nil for what stands in a file.
    var chart: String?

    /// A document of `file`.
    init(value: Value, file: String) {
        self.value = value
        self.file = file
    }

    /// `Service/api`; nil when it can not be told.
    var name: String? {
        guard let kind = value["kind"]?.string, let name = value["metadata"]?["name"]?.string else { return nil }
        return "\(kind)/\(name)"
    }
}
