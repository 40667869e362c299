import AWSWire
public import Model

/// What was found, for programs: `schema: neap/lint/v1`. What is allowed stands there with its reason.
public struct LintJSON: Sendable {
    private let report: LintReport

    /// Of `report`.
    public init(_ report: LintReport) { self.report = report }

    /// One line, ending in a newline.
    public var text: String { String(decoding: JSON.write(value), as: UTF8.self) + "\n" }

    /// The report as a value.
    public var value: Value {
        [
            "schema": "neap/lint/v1",
            "environments": .list(
                report.parts.map { part in
                    [
                        "environment": .string(part.environment), "resources": .integer(part.resources),
                        "findings": .list(part.findings.map(finding)),
                        "diagnostics": .list(part.diagnostics.map(diagnostic)),
                    ]
                }),
        ]
    }

    private func finding(_ finding: Finding) -> Value {
        [
            "rule": .string(finding.rule), "severity": .string(finding.weight.lintWord),
            "resource": .string(finding.resource.description),
            "field": finding.path.map { .string($0.description) } ?? .null, "place": place(finding.place),
            "message": .string(finding.message), "details": .list(finding.details.map { .string($0) }),
            "allowed": finding.allowed.map { .string($0) } ?? .null,
        ]
    }

    private func diagnostic(_ diagnostic: Diagnostic) -> Value {
        [
            "severity": .string(diagnostic.severity.rawValue),
            "resource": diagnostic.resource.map { .string($0.description) } ?? .null,
            "field": diagnostic.path.map { .string($0.description) } ?? .null, "place": place(diagnostic.place),
            "message": .string(diagnostic.message), "hint": diagnostic.hint.map { .string($0) } ?? .null,
        ]
    }

    private func place(_ place: Place?) -> Value {
        guard let place else { return .null }
        return [
            "file": .string(place.file), "line": .integer(Int(place.line)), "column": .integer(Int(place.column)),
        ]
    }
}
