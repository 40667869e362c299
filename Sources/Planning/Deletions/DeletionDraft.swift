import Kinds
import Model

/// Decides what becomes of each departed resource by itself, then lets the guards have their say.
struct DeletionDraft {
    let input: PlanInput
    let departed: Departed
    let kinds: [String: any Kind.Type]
    let graph: Graph
    let index: ResourceIndex
    private(set) var plans: [ResourceID: ResourcePlan] = [:]
    private(set) var deletions: [ResourceID: Deletion] = [:]

    init(_ input: PlanInput, _ departed: Departed, _ kinds: [String: any Kind.Type]) {
        self.input = input
        self.departed = departed
        self.kinds = kinds
        let all = input.desired.merging(departed.resources) { wanted, _ in wanted }
        graph = Graph(all, kinds: kinds)
        index = ResourceIndex(all)
        for id in departed.resources.keys.sorted() { decide(id) }
    }

    /// Those that stand on `id` and are not gone, by name.
    func dependents(of id: ResourceID) -> [ResourceID] {
        plans.keys.filter { isThere($0) && graph.edges[$0]?.contains(id) == true }.sorted()
    }

    /// True while AWS has it, or may have it.
    func isThere(_ id: ResourceID) -> Bool { plans[id].map { !$0.observation.isAbsent } ?? false }

    mutating func hold(_ id: ResourceID, _ reason: Reason, _ message: String) {
        plans[id]?.action = .blocked(reason, String(message.prefix(1_000)))
    }

    private mutating func decide(_ id: ResourceID) {
        guard var resource = departed.resources[id], let kind = kinds[id.kind] else { return }
        resource.spec = resource.spec.resolved(input.outputs)
        var plan = ResourcePlan(
            resource: resource, observation: input.observed[id] ?? .unknown("was not looked at"), action: .none,
            specHash: "")
        plan.isDeparture = true
        // What was done leaves nothing behind, and what has another name in Git now has not left.
        if kind.isDeed || isRenamed(id, plan.observation) { plan.observation = .absent }
        switch plan.observation {
        case .absent: break
        case .unknown(let why):
            plan.action = plan.observation.isDeparting ? .delete : .blocked(.observationFailed, why)
        case .live(let live): plan.action = action(for: plan, live, kind)
        }
        plans[id] = plan
    }

    private mutating func action(
        for plan: ResourcePlan, _ live: Live, _ kind: any Kind.Type
    ) -> ResourcePlan.Action {
        if let why = retention(of: plan.resource, kind) { return .blocked(.retained, why) }
        if let why = ReplacedThings.hold(plan.id, departed, input) { return .blocked(.retained, why) }
        if let refusal = ownership(of: plan, live) { return refusal }
        if let held = input.suspension(of: plan.resource) { return .blocked(.suspended, "is not deleted: \(held)") }
        if input.own?.isSame(as: plan.resource, live) == true {
            return .blocked(
                .refused,
                "is not deleted: this very process runs in it; take it away from elsewhere, with `neap destroy` or by hand"
            )
        }
        let deletion = kind.deletion(of: plan.resource, live: live)
        deletions[plan.id] = deletion
        return deletion.refusal.map { .blocked(.refused, "is not deleted: \($0)") } ?? .delete
    }

    /// Why it stays although it could go; nil when it goes. Who destroys an environment is kept from it only by what is stated.
    private func retention(of resource: Resource, _ kind: any Kind.Type) -> String? {
        switch resource.policy.deletionPolicy {
        case .delete: nil
        case .retain: "no longer in Git; stays, because policy.deletionPolicy is retain"
        case nil where departed.isDestroyed || kind.deletionDefault == .delete: nil
        case nil: "no longer in Git; a \(resource.id.kind) stays unless its policy.deletionPolicy was delete"
        }
    }

    /// Nothing is deleted on the status branch's word alone: the tags must agree. What AWS gives no tags is owned with the
    /// manifest that it was a part of.
    private func ownership(of plan: ResourcePlan, _ live: Live) -> ResourcePlan.Action? {
        let owner = plan.resource.manifest
        let tags = live.tags ?? (owner == plan.id ? nil : ownerTags(owner))
        guard let tags else {
            return .blocked(.notOwned, "is not deleted: nothing in AWS says that Neap made it")
        }
        if let refusal = input.ownership.refusal(of: plan.id, tags: tags, adoptable: false) {
            return .blocked(refusal.reason, "is not deleted: \(refusal.message)")
        }
        let expected = live.tags == nil ? owner : Predecessor.successor(of: plan.id) ?? plan.id
        guard let named = tags[Ownership.resourceTag], named != expected.description else { return nil }
        return .blocked(.conflict, "is not deleted: AWS's tags say that it is \(named)")
    }

    private func ownerTags(_ owner: ResourceID) -> [String: String]? { input.observed[owner]?.live?.tags }

    /// True when a wanted resource is the same thing in AWS: the manifest has another name now, not the thing.
    private func isRenamed(_ id: ResourceID, _ observation: Observation) -> Bool {
        guard let arn = observation.live?.outputs["arn"], !arn.isNull else { return false }
        return index.all(id.kind).contains { other in
            other.id != id && input.desired[other.id] != nil && input.observed[other.id]?.live?.outputs["arn"] == arn
        }
    }
}
