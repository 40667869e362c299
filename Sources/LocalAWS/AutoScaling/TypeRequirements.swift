import Model
import Simulation

/// Attribute-based instance type selection, as far as the simulation knows types.
struct TypeRequirements {
    private let rules: Value

    init(_ rules: Value) { self.rules = rules }

    /// The names of the types that meet them.
    var types: [String] { InstanceType.all.filter(holds).map(\.name) }

    private func holds(_ type: InstanceType) -> Bool {
        let isBurstable = type.name.hasPrefix("t")
        let takesBurstable = rules["burstablePerformance"]?.string ?? "excluded" != "excluded"
        return within("vCpuCount", type.cpus) && within("memoryMiB", type.memory) && isNamed(type)
            && (!isBurstable || takesBurstable)
    }

    private func within(_ member: String, _ number: Int) -> Bool {
        let (low, high) = (rules[member]?["min"]?.integer ?? 0, rules[member]?["max"]?.integer ?? .max)
        return number >= low && number <= high
    }

    private func isNamed(_ type: InstanceType) -> Bool {
        let allowed = rules.scalars(at: "allowedInstanceTypes")
        let excluded = rules.scalars(at: "excludedInstanceTypes")
        return (allowed.isEmpty || allowed.contains { Wildcard($0).matches(type.name) })
            && !excluded.contains { Wildcard($0).matches(type.name) }
    }
}
