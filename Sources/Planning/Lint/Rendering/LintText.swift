import Model

/// What was found, for a terminal and for a merge request.
public struct LintText: Sendable {
    private let report: LintReport
    private let showsAllowed: Bool

    /// Of `report`; what is allowed is only counted unless it is to be shown.
    public init(_ report: LintReport, showingAllowed: Bool = false) {
        self.report = report
        showsAllowed = showingAllowed
    }

    /// A paragraph for each finding, and a last line for each environment.
    public var table: String {
        report.parts.map { part in
            let lines = FindingLines(findings: shown(part), word: { $0.lintWord }).text
            return (lines + [part.summary]).map { $0 + "\n" }.joined()
        }.joined()
    }

    /// A list for each environment.
    public var markdown: String {
        report.parts.map { part in
            let broken = part.diagnostics.map { "- \($0.severity.rawValue) \($0.description.markdownCell)" }
            let lines = broken + FindingLines(findings: shown(part), word: { $0.lintWord }).markdown
            let list = lines.isEmpty ? "" : "\n\(lines.joined(separator: "\n"))\n"
            return "### \(part.summary.markdownCell)\n\(list)"
        }.joined(separator: "\n")
    }

    private func shown(_ part: LintReport.Part) -> [Finding] {
        part.findings.filter { showsAllowed || $0.allowed == nil }
    }
}
