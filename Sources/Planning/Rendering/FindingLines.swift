import Model

/// Findings as plans show them (look.md section 6): what weighs how much, on what, why, and what to do.
struct FindingLines {
    /// Where the lines of a paragraph end if words allow.
    private static let width = 108
    /// Where those end that hold one sum or its ways out.
    private static let sumWidth = 124
    private static let indent = String(repeating: " ", count: 8)

    let findings: [Finding]
    /// What the weight of a finding is called.
    var word: @Sendable (Finding) -> String = { $0.word }

    /// For a terminal: what refuses has a line for each sum and way out, everything else is one paragraph.
    var text: [String] { findings.map(text) }

    /// For Markdown, a list.
    var markdown: [String] {
        findings.map { finding in
            let details = ([finding.message + "."] + finding.details).joined(separator: " ").markdownCell
            let place = finding.place.map { " \($0.lineDescription.markdownCell)" } ?? ""
            let allowed = finding.allowed.map { " Allowed: \($0.markdownCell)." } ?? ""
            return "- \(word(finding)) `\(finding.resource)`: \(details)\(allowed)\(place) (`\(finding.rule)`)"
        }
    }

    /// For programs.
    var value: Value {
        .list(
            findings.map { finding in
                [
                    "rule": .string(finding.rule), "weight": .string(finding.weight.rawValue),
                    "resource": .string(finding.resource.description),
                    "field": finding.path.map { .string($0.description) } ?? .null,
                    "declared": finding.place.map { .string($0.lineDescription) } ?? .null,
                    "message": .string(finding.message), "details": .list(finding.details.map { .string($0) }),
                    "allowed": finding.allowed.map { .string($0) } ?? .null,
                ]
            })
    }

    private func text(_ finding: Finding) -> String {
        let isParagraph = finding.weight != .refuse
        let head = "\(finding.resource): \(finding.message)."
        let first = isParagraph ? ([head] + finding.details).joined(separator: " ") : head
        var lines = Self.wrapped("\(word(finding).padded(8))\(first.onOneLine)")
        lines[lines.count - 1] += Self.suffix(finding)
        if !isParagraph { lines += finding.details.flatMap { Self.wrapped(Self.indent + $0.onOneLine, Self.sumWidth) } }
        if let reason = finding.allowed { lines += Self.wrapped("\(Self.indent)Allowed: \(reason.onOneLine)") }
        return lines.joined(separator: "\n")
    }

    private static func suffix(_ finding: Finding) -> String {
        let place = finding.place.map { "   \($0.lineDescription)" } ?? ""
        return "\(place)   rule \(finding.rule)".onOneLine
    }

    /// `text` in lines of `most` characters, all but the first indented.
    private static func wrapped(_ text: String, _ most: Int = FindingLines.width) -> [String] {
        var lines: [String] = []
        var line = text.prefix { $0 == " " }.description
        var isFresh = true
        for word in text.dropFirst(line.count).split(separator: " ", omittingEmptySubsequences: false) {
            if !isFresh, line.count + 1 + word.count > most {
                lines.append(line)
                (line, isFresh) = (indent, true)
            }
            line += (isFresh ? "" : " ") + word
            isFresh = false
        }
        return lines + [line]
    }
}

extension Finding {
    /// `refuse`, `warn`, `notice`; `allow` where a person took the blame.
    var word: String { weight == .refuse && allowed != nil ? "allow" : weight.rawValue }
}
