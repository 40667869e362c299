import AWSWire
public import Model

/// What was found as SARIF 2.1.0 (OASIS), which forges show at the lines of a merge request. What is allowed is a result
/// with its suppression; what is wrong with a manifest itself is the rule `manifest`.
public struct LintSARIF: Sendable {
    private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

    private let report: LintReport
    private let version: String

    /// Of `report`, made by this version of the program.
    public init(_ report: LintReport, version: String) {
        self.report = report
        self.version = version
    }

    /// One line, ending in a newline.
    public var text: String { String(decoding: JSON.write(value), as: UTF8.self) + "\n" }

    /// The log as a value.
    public var value: Value {
        let driver: Value = [
            "name": "neap", "semanticVersion": .string(version),
            "rules": .list([Self.manifest] + RuleDescription.lint.map(Self.rule)),
        ]
        let findings = report.parts.flatMap { part in part.findings.map { result($0, part.environment) } }
        let run: Value = [
            "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
            "results": .list(report.diagnostics.map(result) + findings),
        ]
        return ["$schema": .string(Self.schema), "version": "2.1.0", "runs": [run]]
    }

    private static let manifest: Value = [
        "id": "manifest", "shortDescription": ["text": "What keeps a manifest from being read or applied."],
        "defaultConfiguration": ["level": "error"],
    ]

    private static func rule(_ rule: RuleDescription) -> Value {
        [
            "id": .string(rule.id), "shortDescription": ["text": .string(rule.summary)],
            "help": [
                "text": .string("\(rule.summary) What to do: \(rule.remedy)"),
                "markdown": .string("\(rule.summary)\n\nWhat to do: \(rule.remedy)"),
            ],
            "defaultConfiguration": ["level": .string(level(rule.weight))],
        ]
    }

    private static func level(_ weight: Finding.Weight) -> String {
        switch weight {
        case .refuse: "error"
        case .warn: "warning"
        case .notice: "note"
        }
    }

    private func result(_ finding: Finding, _ environment: String) -> Value {
        let text = (["\(finding.resource): \(finding.message)."] + finding.details).joined(separator: " ")
        let field = finding.path?.description ?? "/"
        var result: Value = [
            "ruleId": .string(finding.rule), "level": .string(Self.level(finding.weight)),
            "message": ["text": .string(text)],
            "locations": .list([location(finding.place, finding.resource)]),
            // Lines move; the field that is meant does not.
            "partialFingerprints": [
                "neapField/v1": .string("\(environment):\(finding.resource):\(field):\(finding.rule)")
            ],
        ]
        if let reason = finding.allowed {
            result["suppressions"] = [["kind": "inSource", "justification": .string(reason)]]
        }
        return result
    }

    private func result(_ diagnostic: Diagnostic) -> Value {
        let level = diagnostic.severity == .notice ? "note" : diagnostic.severity.rawValue
        var plain = diagnostic
        plain.place = nil
        return [
            "ruleId": "manifest", "level": .string(level), "message": ["text": .string(plain.description)],
            "locations": .list([location(diagnostic.place, diagnostic.resource)]),
        ]
    }

    private func location(_ place: Place?, _ resource: ResourceID?) -> Value {
        var location = Value.emptyObject
        if let place {
            location["physicalLocation"] = [
                "artifactLocation": ["uri": .string(Self.uri(place.file))],
                "region": ["startLine": .integer(Int(place.line)), "startColumn": .integer(Int(place.column))],
            ]
        }
        if let resource {
            location["logicalLocations"] = [
                ["fullyQualifiedName": .string(resource.description), "kind": "resource"]
            ]
        }
        return location
    }

    /// A path as a relative reference (RFC 3986): what may not stand there as it is, in percent.
    private static func uri(_ path: String) -> String {
        path.utf8.reduce(into: "") { text, byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain = byte < 0x80 && (character.isLetter || character.isNumber || "/-._~".contains(character))
            let digits = String(byte, radix: 16, uppercase: true)
            text += isPlain ? String(character) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
    }
}
