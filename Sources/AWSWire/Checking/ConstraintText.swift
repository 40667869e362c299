import Model

/// Violations in the words of AWS's front ends, "1 validation error detected: …" (aws-facts 0).
enum ConstraintText {
    /// One line for all of them; types and unknown members are not the model's constraints and do not stand here.
    static func text(_ violations: [Violation]) -> String {
        let lines = violations.compactMap(line)
        return "\(lines.count) validation error\(lines.count == 1 ? "" : "s") detected: "
            + lines.joined(separator: "; ")
    }

    private static func line(_ violation: Violation) -> String? {
        guard let demand = demand(violation.rule) else { return nil }
        let value = violation.rule == .required ? " null" : violation.value.map { " '\($0)'" } ?? ""
        return "Value\(value) at '\(place(violation.path))' failed to satisfy constraint: Member must \(demand)"
    }

    private static func demand(_ rule: Violation.Rule) -> String? {
        switch rule {
        case .required: "not be null"
        case .word(let words): "satisfy enum value set: [\(words.joined(separator: ", "))]"
        case .length(let range, let count, _):
            count < range.lowerBound
                ? "have length greater than or equal to \(range.lowerBound)"
                : "have length less than or equal to \(range.upperBound)"
        case .bound(let isLower, let limit):
            "have value \(isLower ? "greater" : "less") than or equal to \(limit)"
        case .known, .type: nil
        }
    }

    /// `tags.1.member.key`: items are counted from one.
    static func place(_ path: FieldPath) -> String {
        path.parts.map { part in Int(part).map { "\($0 + 1).member" } ?? part }.joined(separator: ".")
    }
}
