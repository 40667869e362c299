import Model
import Simulation

/// Where instances come from, as requests say it.
enum LaunchInput {
    /// The source that a LaunchTemplateSpecification names; without a version it is `$Default` (aws-facts 4.3).
    static func source(_ specification: Value, _ world: World) throws(Refusal) -> LaunchSource {
        let named = [specification["launchTemplateId"], specification["launchTemplateName"]].compactMap { $0 }
        guard named.count == 1 else {
            throw Groups.invalid("Valid requests must contain either launchTemplateId or LaunchTemplateName")
        }
        do {
            let template = try LaunchTemplates.find(specification, in: world)
            let version = normal(specification["version"]?.string)
            _ = try LaunchTemplates.version(version, of: template)
            return .template(id: template["launchTemplateId"]?.string ?? "", version: version)
        } catch {
            throw Groups.invalid("You must use a valid fully-formed launch template. " + error.message)
        }
    }

    private static func normal(_ version: String?) -> String {
        switch version?.lowercased() {
        case nil, "", "$default": "$Default"
        case "$latest": "$Latest"
        case .some(let text): text
        }
    }

    /// A policy over the one that the group has; what is not said stays (aws-facts 4.3).
    static func mixed(_ policy: Value, over old: MixedInstances?, _ world: World) throws(Refusal) -> MixedInstances {
        var mixed = old ?? MixedInstances()
        if let overrides = policy["launchTemplate"]?["overrides"]?.list {
            mixed.overrides = []
            for row in overrides { mixed.overrides += try override(row, world) }
        }
        if let distribution = policy["instancesDistribution"] { try apply(distribution, to: &mixed) }
        return mixed
    }

    /// The template of a policy; nil when the policy leaves it as it is.
    static func source(ofPolicy policy: Value, _ world: World) throws(Refusal) -> LaunchSource? {
        guard let specification = policy["launchTemplate"]?["launchTemplateSpecification"] else { return nil }
        return try source(specification, world)
    }

    /// One override; requirements stand for every type that meets them.
    private static func override(_ row: Value, _ world: World) throws(Refusal) -> [MixedInstances.Override] {
        let template = try row["launchTemplateSpecification"].map { specification throws(Refusal) in
            try source(specification, world)
        }
        let weight = row["weightedCapacity"]?.scalarText.flatMap { Int($0) }
        if let weight, !(1...999).contains(weight) {
            throw Groups.invalid("WeightedCapacity must be between 1 and 999")
        }
        if let type = row["instanceType"]?.string {
            return [MixedInstances.Override(instanceType: type, weightedCapacity: weight, template: template)]
        }
        guard let requirements = row["instanceRequirements"] else { return [] }
        return TypeRequirements(requirements).types.map {
            MixedInstances.Override(instanceType: $0, weightedCapacity: weight, template: template)
        }
    }

    private static func apply(_ distribution: Value, to mixed: inout MixedInstances) throws(Refusal) {
        if let text = distribution["onDemandAllocationStrategy"]?.string { mixed.onDemandAllocationStrategy = text }
        if let text = distribution["spotAllocationStrategy"]?.string { mixed.spotAllocationStrategy = text }
        if let count = distribution["onDemandBaseCapacity"]?.integer { mixed.onDemandBaseCapacity = count }
        if let share = distribution["onDemandPercentageAboveBaseCapacity"]?.integer {
            mixed.onDemandPercentageAboveBaseCapacity = share
        }
        if let count = distribution["spotInstancePools"]?.integer { mixed.spotInstancePools = count }
        if let price = distribution["spotMaxPrice"]?.string { mixed.spotMaxPrice = price.isEmpty ? nil : price }
        try check(mixed)
    }

    private static func check(_ mixed: MixedInstances) throws(Refusal) {
        guard (0...100).contains(mixed.onDemandPercentageAboveBaseCapacity) else {
            throw Groups.invalid("OnDemandPercentageAboveBaseCapacity must be between 0 and 100")
        }
        let known = [
            (["prioritized", "lowest-price"], mixed.onDemandAllocationStrategy, "OnDemandAllocationStrategy"),
            (
                ["lowest-price", "capacity-optimized", "capacity-optimized-prioritized", "price-capacity-optimized"],
                mixed.spotAllocationStrategy, "SpotAllocationStrategy"
            ),
        ]
        for (words, word, name) in known where !words.contains(word) {
            throw Groups.invalid("\(name) must be one of the following values: \(words)")
        }
    }
}
