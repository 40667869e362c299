import Kinds
import Model
import Planning

/// A group's cells: bounds and owner, purchase options, template version, zones.
struct CapacityCells {
    let state: ResourceState

    init(_ state: ResourceState) { self.state = state }

    var cells: [String] { [instances, onDemand, template, zones] }

    private var spec: Value { state.plan.observation.live?.spec ?? state.plan.resource.spec }

    private var instances: String {
        let bounds = "\(spec["minSize"]?.inlineText ?? "?") to \(spec["maxSize"]?.inlineText ?? "?")"
        let owner = state.plan.owned.first { $0.path == "/desiredCapacity" }
        let name = owner.flatMap { ResourceID(parsing: $0.owner)?.name }
        return name.map { "\(bounds), by capacity provider `\($0)`" } ?? bounds
    }

    private var onDemand: String {
        guard let policy = spec["mixedInstancesPolicy"]?["instancesDistribution"] else { return "all" }
        let base = policy["onDemandBaseCapacity"]?.integer ?? 0
        let above = policy["onDemandPercentageAboveBaseCapacity"]?.integer ?? 100
        return "base \(base), then \(above) %"
    }

    private var template: String {
        if let view = GroupView(state), view.rollout.isMoving, let from = view.rollout.from,
            let to = view.rollout.wanted,
            from != to
        {
            return "\(from) → \(to)"
        }
        let mixed = spec["mixedInstancesPolicy"]?["launchTemplate"]?["launchTemplateSpecification"]
        return (mixed ?? spec["launchTemplate"])?["version"]?.string ?? "–"
    }

    private var zones: String {
        let zones = (state.plan.observation.live?.detail["availabilityZones"]?.list ?? []).compactMap(\.string).sorted()
        guard let first = zones.first else { return "–" }
        return ([first] + zones.dropFirst().map { String($0.suffix(1)) }).joined(separator: ", ")
    }
}
