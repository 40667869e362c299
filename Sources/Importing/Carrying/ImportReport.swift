import Model

/// `IMPORT.md`: what a person has to see to after an import from another tool's files.
struct ImportReport {
    /// The tool's file or folder.
    let source: String
    let demands: [String]
    let left: [LeftBehind]

    /// Markdown; nil when there is nothing to say.
    var text: String? {
        guard !demands.isEmpty || !left.isEmpty else { return nil }
        var parts = [
            """
            # Imported from \(source)

            What `neap import` could not carry over, or had to decide. Tick it off; delete this file when nothing is left.

            """
        ]
        if !demands.isEmpty { parts.append(Self.section("Before the first apply", demands)) }
        if !left.isEmpty { parts.append(Self.section("Member by member", left.map(Self.line))) }
        return parts.joined(separator: "\n")
    }

    private static func line(_ entry: LeftBehind) -> String {
        let place = entry.place.map { "`\($0.lineDescription)` " } ?? ""
        return "\(place)**\(entry.member)** \(entry.remedy)"
    }

    private static func section(_ title: String, _ lines: [String]) -> String {
        "## \(title)\n" + lines.map { "- [ ] \($0)\n" }.joined()
    }
}
