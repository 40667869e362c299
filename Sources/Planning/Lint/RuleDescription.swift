/// What a rule says of itself, for those who only read about it.
public struct RuleDescription: Sendable {
    /// In kebab case.
    public let id: String
    /// The most that it says.
    public let weight: Finding.Weight
    /// When it speaks.
    public let summary: String
    /// What a person can do.
    public let remedy: String

    init(_ rule: any Rule.Type) {
        id = rule.id
        weight = rule.weight
        summary = rule.summary
        remedy = rule.remedy
    }

    /// For a person: the id, when it speaks, and what to do.
    public var text: String {
        "\(id)\n  \(RulePage.filled(summary).replacing("\n", with: "\n  "))\n"
            + "  \(RulePage.filled("What to do: \(remedy)").replacing("\n", with: "\n  "))\n"
    }

    /// The rules that `neap lint` knows, in their order; an id stands once.
    public static let lint = once(allLintRules + sharedRules)
    /// Those and the ones that only plans know.
    public static let all = once(allLintRules + allRules)

    private static func once(_ rules: [any Rule.Type]) -> [RuleDescription] {
        var seen: Set<String> = []
        return rules.filter { seen.insert($0.id).inserted }.map(RuleDescription.init)
    }
}
