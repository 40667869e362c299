import Kinds
public import Manifest
public import Model

/// Looks through the manifests of an environment without AWS.
public struct Linter: Sendable {
    private let rules: [any LintRule.Type]

    /// With every rule.
    public init() { self.init(rules: allLintRules) }

    init(rules: [any LintRule.Type]) { self.rules = rules }

    /// What the rules find, with the reasons of `policy.allow`; what weighs most first, then by place.
    public func findings(in desired: Desired) -> [Finding] {
        let context = LintContext(desired)
        let shared = sharedRules.flatMap { $0.findings(in: context.rolling) }
        let own = rules.flatMap { $0.findings(in: context) }
        return (own + shared).map { finding in
            var finding = finding
            finding.allowed = desired.resources[finding.resource]?.policy.allow[finding.rule]
            return finding
        }.sorted { Self.order($0) < Self.order($1) }
    }

    /// What is wrong with manifests apart from the rules: what the reader says, and what is wrong with one beside the others.
    public func diagnostics(of desired: Desired) -> [Diagnostic] {
        let index = ResourceIndex(desired.resources)
        let faults = desired.resources.values.flatMap { resource in
            kindsByName[resource.id.kind]?.faults(of: resource, among: index) ?? []
        }
        return Set(desired.diagnostics + faults).sorted()
    }

    private static func order(_ finding: Finding) -> (Int, String, Int32, String, String) {
        let weight = [Finding.Weight.refuse, .warn, .notice].firstIndex(of: finding.weight) ?? 0
        let place = finding.place
        return (weight, place?.file ?? "", place?.line ?? 0, finding.rule, finding.resource.description)
    }
}
