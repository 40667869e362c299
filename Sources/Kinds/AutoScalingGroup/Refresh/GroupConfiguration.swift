import Model

/// What a group starts its instances with: its launch template, or its mixed instances policy.
struct GroupConfiguration: Sendable {
    static let members = ["mixedInstancesPolicy", "launchTemplate"]

    /// What a group may be made of: AWS takes exactly one of them, and the one that is sent takes the other's place.
    static let sources = ["launchTemplate", "mixedInstancesPolicy", "launchConfigurationName"]

    /// Those of them that `spec` states.
    static func stated(in spec: Value) -> [String] { sources.filter { spec[$0].map { !$0.isNull } ?? false } }

    /// What a change makes of the whole group: what the manifest makes it of, without what it was made of before.
    static func merged(_ change: ResourceChange) -> Value {
        let stated = stated(in: change.resource.spec)
        guard !stated.isEmpty else { return change.merged }
        return sources.filter { !stated.contains($0) }.reduce(change.merged) { $0.setting(nil, at: [$1]) }
    }

    /// An object with the one member that is stated.
    let value: Value

    /// Nil for a group that is made of a launch configuration, or says nothing of it.
    init?(_ spec: Value?) {
        guard let spec, let name = Self.members.first(where: { spec[$0].map { !$0.isNull } ?? false }),
            let member = spec[name]
        else { return nil }
        value = .object([name: member])
    }

    private var policy: Value? { value["mixedInstancesPolicy"] }

    /// The template that holds where no override has its own.
    var template: Value? { policy?["launchTemplate"]?["launchTemplateSpecification"] ?? value["launchTemplate"] }

    private var overrides: [Value] { policy?["launchTemplate"]?["overrides"]?.list ?? [] }

    /// `8`, `$Latest`; nil while it is not known.
    var version: String? { template?["version"]?.scalarText }

    /// True when every template is one that can not become another: a refresh can go back to it (aws-facts 2.1).
    var isNumbered: Bool {
        let templates = [template].compactMap { $0 } + overrides.compactMap { $0["launchTemplateSpecification"] }
        return templates.allSatisfy { template in
            let version = template["version"]
            return version?.reference != nil || version?.scalarText.flatMap { Int($0) } != nil
        }
    }

    /// True when an instance, as the group shows it, is one that would be started now.
    func isMade(_ instance: Value) -> Bool {
        let type = instance["instanceType"]?.string
        let stated = overrides.filter { $0["instanceType"] != nil }
        let own = stated.first { $0["instanceType"]?.string == type } ?? overrides.first { $0["instanceType"] == nil }
        if !overrides.isEmpty, own == nil { return false }
        guard let wanted = own?["launchTemplateSpecification"] ?? template else { return true }
        return Self.isSame(wanted, instance["launchTemplate"])
    }

    private static func isSame(_ wanted: Value, _ live: Value?) -> Bool {
        guard let live else { return false }
        for name in ["launchTemplateName", "launchTemplateId"] {
            if wanted[name]?.reference != nil { return false }
            if let a = wanted[name]?.string, let b = live[name]?.string, a != b { return false }
        }
        if wanted["version"]?.reference != nil { return false }
        guard let number = wanted["version"]?.scalarText.flatMap({ Int($0) }) else { return true }
        return live["version"]?.scalarText == String(number)
    }

    /// True when everything that this one states is so in `other`, which may say more.
    func isPart(of other: GroupConfiguration?) -> Bool { other.map { Self.covers(value, $0.value) } ?? false }

    private static func covers(_ stated: Value, _ there: Value?) -> Bool {
        switch stated.content {
        case .object(let members):
            return members.allSatisfy { name, value in
                // AWS may name a template by its id alone.
                let isName = ["launchTemplateName", "launchTemplateId"].contains(name) && value.reference == nil
                return covers(value, there?[name]) || isName && there?["version"] != nil && there?[name] == nil
            }
        case .list(let items):
            guard let others = there?.list, others.count == items.count else { return items.isEmpty && there == nil }
            return zip(items, others).allSatisfy { covers($0, $1) }
        default:
            guard let a = stated.scalarText else { return false }
            return a == there?.scalarText || a.isEmpty && there == nil
        }
    }
}
