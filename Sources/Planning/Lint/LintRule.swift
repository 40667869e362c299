import Kinds
import Model

/// One thing that manifests alone are looked through for, without AWS. Adding one is a file in `Rules` and a line in
/// `AllLintRules.swift`; `docs/lint-rules.md` is made of what it says of itself. What it calls `refuse` is an error.
protocol LintRule: Rule {
    /// What it finds; pure, in the order of the resources' names.
    static func findings(in context: LintContext) -> [Finding]
}

extension LintRule {
    /// What the rule says of `resource`; the line is where `value` is written, the resource's own without one.
    static func finding(
        _ resource: Resource, _ weight: Finding.Weight = weight, at path: FieldPath, _ value: Value?,
        _ message: String, details: [String] = []
    ) -> Finding {
        let place = value?.keyPlace ?? value?.place ?? resource.place
        return Finding(id, weight, resource.id, path: path, place: place, message, details: details)
    }
}

/// A rule about one resource of a kind by itself.
protocol KindLintRule: LintRule {
    /// The kind, `TargetGroup`.
    static var kind: String { get }
    /// What it finds of `resource`; nil when that is well.
    static func finding(of resource: Resource, in context: LintContext) -> Finding?
}

extension KindLintRule {
    static func findings(in context: LintContext) -> [Finding] {
        context.index.all(kind).compactMap { finding(of: $0, in: context) }
    }
}

/// A rule about one container of a task definition.
protocol ContainerLintRule: LintRule {
    /// What it finds of `container`; nil when that is well.
    static func finding(of container: LintContainer) -> Finding?
}

extension ContainerLintRule {
    static func findings(in context: LintContext) -> [Finding] {
        context.containers.compactMap { finding(of: $0) }
    }

    /// What the rule says of `container`, at a member of it.
    static func finding(
        _ container: LintContainer, _ weight: Finding.Weight = weight, at member: FieldPath, _ message: String,
        details: [String] = []
    ) -> Finding {
        let value = container.value[member]
        return finding(
            container.definition, weight, at: container.path(member), value ?? container.value,
            "container \(container.name): \(message)", details: details)
    }
}

/// A rule about one service, as if its tasks rolled.
protocol ServiceLintRule: LintRule {
    /// What it finds of `service`; nil when that is well.
    static func finding(of service: RollingService, in context: LintContext) -> Finding?
}

extension ServiceLintRule {
    static func findings(in context: LintContext) -> [Finding] {
        context.services.compactMap { finding(of: $0, in: context) }
    }

    /// What the rule says of `service`, at a member of it.
    static func finding(
        _ service: RollingService, _ weight: Finding.Weight = weight, at path: FieldPath, _ message: String,
        details: [String] = []
    ) -> Finding {
        Finding(id, weight, service.id, path: path, place: service.place(of: path), message, details: details)
    }
}

/// A rule about an Auto Scaling group some or all of whose instances are Spot.
protocol SpotLintRule: LintRule {
    /// What it finds of `group`; nil when that is well.
    static func finding(of group: SpotGroup, in context: LintContext) -> Finding?
}

extension SpotLintRule {
    static func findings(in context: LintContext) -> [Finding] {
        SpotGroup.all(in: context).compactMap { finding(of: $0, in: context) }
    }
}
