import Model

/// The path that a container's own check asks for.
enum HealthPath {
    /// `/healthz` of `curl -f http://localhost:3000/healthz`; nil where no address stands.
    static func of(_ check: Value?) -> String? {
        let text = (check?["command"]?.list ?? []).compactMap(\.string).joined(separator: " ")
        guard
            let found = text.firstMatch(
                of: /https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0)(:[0-9]+)?(\/[A-Za-z0-9_.~\/-]*)?/)
        else { return nil }
        return found.output.3.map(String.init) ?? "/"
    }
}
