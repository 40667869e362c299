import Kinds
import Model

/// What rules look at: the plans, what AWS will have after them, and what capacity there is.
struct FindingContext {
    let input: PlanInput
    let plans: [ResourceID: ResourcePlan]
    let index: ResourceIndex
    /// What tasks and instances there are; nil when nobody looked.
    let capacity: ObservedCapacity?
    /// Services that are made or whose tasks roll, by name.
    private(set) var services: [RollingService] = []

    init(_ input: PlanInput, _ plans: [ResourceID: ResourcePlan], _ claims: [ResourceID: [Claim]]) {
        self.input = input
        self.plans = plans
        index = ResourceIndex(input.desired)
        capacity = input.capacity
        services = plans.values.filter { $0.id.kind == "Service" }.sorted { $0.id < $1.id }
            .compactMap { RollingService($0, claims[$0.id] ?? [], in: self) }
    }

    /// The resource as AWS will have it once the plan is done; nil for what the environment does not have.
    func spec(_ id: ResourceID) -> Value? {
        guard let plan = plans[id] else { return nil }
        let live = plan.observation.live?.spec
        switch plan.action {
        case .create: return plan.resource.spec
        case .update: return plan.resource.spec.laid(over: live)
        case .none, .replace, .delete, .blocked: return live ?? plan.resource.spec
        }
    }

    /// What a member of a resource refers to, whether or not its output is known by now.
    func target(of path: FieldPath, in id: ResourceID) -> ResourceID? {
        input.desired[id]?.spec[path]?.reference?.resource
    }

    /// The resource of `kind` that AWS knows by this name or ARN; nil when it is none of the environment's.
    func resource(_ kind: String, called text: String) -> ResourceID? {
        if let named = index.named(text.afterLastSlash, kind) { return named.id }
        return index.all(kind).first { plans[$0.id]?.observation.live?.outputs["arn"]?.string == text }?.id
    }

    /// Where the member at `path` of a resource is written, or what holds it.
    func place(of path: FieldPath, in id: ResourceID) -> Place? {
        guard let resource = input.desired[id] else { return nil }
        var place: Place? = resource.place
        var value: Value? = resource.spec
        for part in path.parts {
            value = value?[FieldPath([part])]
            guard let here = value else { break }
            place = here.keyPlace ?? here.place ?? place
        }
        return place
    }
}

extension String {
    /// What stands behind the last slash of an ARN; a plain name is itself.
    var afterLastSlash: String { split(separator: "/").last.map(String.init) ?? self }
}
