import Model

/// EC2's words: it speaks of one parameter at a time, under the name that the form has.
enum EC2Refusal {
    static func error(_ violation: Violation, _ input: Shape) -> RequestRefusal {
        let name = name(violation.path, input)
        let value = violation.value.map { "(\($0)) " } ?? ""
        switch violation.rule {
        case .required:
            return RequestRefusal("MissingParameter", "The request must contain the parameter \(name)")
        case .known: return RequestRefusal("UnknownParameter", "The parameter \(name) is not recognized")
        case .type(let noun):
            return invalid("Value \(value)for parameter \(name) is invalid. Expected \(noun).")
        case .word: return invalid("Value \(value)for parameter \(name) is invalid.")
        case .bound(let isLower, let limit):
            let side = isLower ? "greater" : "less"
            return invalid(
                "Value \(value)for parameter \(name) is invalid. Expecting a value \(side) than or equal to \(limit).")
        case .length(let range, let count, let unit):
            let limit = count < range.lowerBound ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
            return invalid("Value \(value)for parameter \(name) is invalid. Expecting \(limit) \(unit).")
        }
    }

    private static func invalid(_ message: String) -> RequestRefusal {
        RequestRefusal("InvalidParameterValue", message)
    }

    /// `LaunchTemplateData.TagSpecification.1.ResourceType`.
    static func name(_ path: FieldPath, _ input: Shape) -> String {
        var shape: Shape? = input
        var parts: [String] = []
        for part in path.parts {
            let member = shape?.members?[part]
            parts.append(member.map(FormDialect.ec2.name) ?? Int(part).map { String($0 + 1) } ?? part.withFirstCapital)
            shape = shape?.child(part)
        }
        return parts.joined(separator: ".")
    }
}
