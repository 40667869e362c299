import Manifest
import Model

/// A reason that allows nothing protects nobody from what it was written for.
enum UnknownRule: LintRule {
    static let id = "unknown-rule"
    static let weight = Finding.Weight.warn
    static let summary = """
        `policy.allow` names a rule that neither plans nor `neap lint` have: it allows nothing, and what it was meant to \
        allow is still found.
        """
    static let remedy =
        "The id as it stands behind `rule` in the output, or in docs/lint-rules.md and docs/plan-rules.md."

    static func findings(in context: LintContext) -> [Finding] {
        let environment = context.desired.environment
        let defaults = environment.policy.allow
        // Parts carry their manifest's policy, and every manifest the environment's; each is told once.
        let manifests = context.desired.resources.values.filter { $0.id == $0.manifest }.sorted { $0.id < $1.id }
        return defaults.keys.sorted().compactMap {
            finding(of: $0, in: ResourceID("Environment", environment.name), environment.place)
        }
            + manifests.flatMap { manifest in
                manifest.policy.allow.keys.sorted().filter { defaults[$0] == nil }.compactMap {
                    finding(of: $0, in: manifest.id, manifest.place)
                }
            }
    }

    private static func finding(of rule: String, in resource: ResourceID, _ place: Place) -> Finding? {
        let known = RuleDescription.all.map(\.id)
        guard !known.contains(rule) else { return nil }
        return Finding(
            id, weight, resource, path: FieldPath(["policy", "allow", rule]), place: place,
            "policy.allow names \(rule), which is no rule",
            details: Nearest.name(to: rule, among: known).map { ["Did you mean \($0)?"] } ?? [])
    }
}
