import Kinds
import Manifest
import Model

/// A plan while it is being made: outputs shrink as changes make them unknown until applied.
struct PlanDraft {
    let input: PlanInput
    let graph: Graph
    let kinds: [String: any Kind.Type]
    let claims: Claims
    let gates: [ResourceID: [Gate]]
    /// What is wrong with a resource beside the others, where that keeps it from being applied.
    let faults: [ResourceID: Diagnostic]
    private(set) var plans: [ResourceID: ResourcePlan] = [:]
    var diagnostics: [Diagnostic]
    var outputs: [Reference: Value]

    init(_ input: PlanInput, _ graph: Graph, _ kinds: [String: any Kind.Type]) {
        self.input = input
        self.graph = graph
        self.kinds = kinds
        claims = Claims(input, kinds: kinds)
        outputs = Self.outputs(input, kinds)
        let index = ResourceIndex(input.desired)
        gates = Self.gates(input, kinds, index)
        let found = Self.faults(input, kinds, index)
        diagnostics = claims.diagnostics + found
        let errors = found.filter { $0.severity == .error }.compactMap { fault in fault.resource.map { ($0, fault) } }
        faults = Dictionary(errors) { first, _ in first }
    }

    private static func faults(
        _ input: PlanInput, _ kinds: [String: any Kind.Type], _ index: ResourceIndex
    ) -> [Diagnostic] {
        input.desired.values.sorted { $0.id < $1.id }.flatMap { kinds[$0.id.kind]?.faults(of: $0, among: index) ?? [] }
    }

    /// What is live or looked up, and what manifests alone tell of resources that do not exist yet.
    private static func outputs(_ input: PlanInput, _ kinds: [String: any Kind.Type]) -> [Reference: Value] {
        input.desired.values.reduce(into: input.outputs) { outputs, resource in
            for (name, value) in kinds[resource.id.kind]?.outputs(of: resource) ?? [:] {
                let reference = Reference(resource.id, name)
                if outputs[reference] == nil { outputs[reference] = value.resolved(input.outputs) }
            }
        }
    }

    private static func gates(
        _ input: PlanInput, _ kinds: [String: any Kind.Type], _ index: ResourceIndex
    ) -> [ResourceID: [Gate]] {
        let all = input.desired.values.sorted { $0.id < $1.id }.flatMap { resource in
            kinds[resource.id.kind]?.gates(of: resource, among: index) ?? []
        }
        return Dictionary(grouping: all, by: \.resource)
    }

    mutating func decide(_ id: ResourceID) {
        guard var resource = input.desired[id], let kind = kinds[id.kind] else { return }
        let rule = Pins.Rule(refreshes: input.refreshesImages, closed: windows.closed(resource.policy))
        let pins = Pins(of: resource, recorded: input.memory[id]?.pins ?? [:], outputs, rule)
        resource.spec = resource.spec.resolved(outputs.merging(pins.outputs) { $1 })
        var plan = ResourcePlan(
            resource: resource, observation: input.observed[id] ?? .unknown("was not looked at"), action: .none,
            specHash: SpecHash.of(resource.spec, kind.schema))
        (plan.pins, plan.newerImages) = (pins.values, pins.newer)
        decide(&plan, kind)
        plans[id] = plan
    }

    /// Once everything is decided: instances wait for tasks on the same capacity.
    mutating func takeTurns() {
        for id in gates.keys.sorted() {
            guard let plan = plans[id] else { continue }
            plans[id] = InstanceTurn(plans: plans, input: input, kinds: kinds).settled(plan, gates[id] ?? [])
        }
    }

    var windows: WindowGuard { WindowGuard(now: input.now) }
    var approvals: ApprovalGuard { ApprovalGuard(input: input) }

    mutating func refuseCircle(_ id: ResourceID, _ circle: [ResourceID]) {
        guard let resource = input.desired[id] else { return }
        let names = circle.map(\.description).joined(separator: ", ")
        diagnostics.append(Diagnostic("stands on itself through \(names)", at: resource.place, of: id))
        plans[id] = ResourcePlan(
            resource: resource, observation: input.observed[id] ?? .absent,
            action: .blocked(.invalidManifest, "stands on itself through \(names)"), specHash: "")
    }

    private mutating func decide(_ plan: inout ResourcePlan, _ kind: any Kind.Type) {
        if let blocker = blocker(of: plan) { return plan.action = blocker }
        switch plan.observation {
        case .unknown(let why): plan.action = .blocked(.observationFailed, why)
        case .absent: create(&plan, kind)
        case .live(let live): update(&plan, live, kind)
        }
    }

    /// Why a resource can not be touched whatever it is like: suspension, or something it needs is out of reach.
    private func blocker(of plan: ResourcePlan) -> ResourcePlan.Action? {
        for need in (graph.edges[plan.id] ?? []).sorted() {
            guard let below = plans[need], case .blocked(let reason, _) = below.action else { continue }
            if below.observation.live == nil {
                return .blocked(.dependencyFailed, "stands on \(need), which is held back (\(reason.rawValue))")
            }
        }
        let outside = Set(plan.resource.spec.references.map(\.resource)).filter { input.desired[$0] == nil }
        if let missing = outside.sorted().first {
            return .blocked(.dependencyFailed, "needs \(missing), \(why(missing))")
        }
        return faults[plan.id].map { .blocked(.invalidManifest, $0.message) }
    }

    private func why(_ missing: ResourceID) -> String {
        if input.invalid.contains(missing) { return "whose manifest is broken" }
        if case .unknown(let text) = input.observed[missing] { return text }
        return "which is not there"
    }

    private mutating func create(_ plan: inout ResourcePlan, _ kind: any Kind.Type) {
        let record = input.memory[plan.id]
        let generation = input.generations[plan.id]
        let causes = generation?.causes ?? []
        if causes.isEmpty, isUnchanged(plan, record), !corrects(plan.resource, since: record?.driftSince[FieldPath()]) {
            plan.isReportedDrift = true
            let policy =
                plan.resource.policy.drift == .report ? "policy.drift is report" : "it is made again after correctAfter"
            plan.action = .blocked(.missing, "was deleted by somebody else; \(policy)")
            return
        }
        if let closed = windows.closed(plan.resource.policy) {
            plan.opensAt = closed.opensAt
            plan.action = .blocked(.outsideWindow, closed.message)
            return
        }
        if let refusal = refusalOfWhole(plan) { return plan.action = refusal }
        plan.action = .create
        plan.changes = causes
        plan.replaced = causes.isEmpty ? [] : generation?.living ?? []
        if let refusal = approvals.refusal(of: plan, plan.changes, kind.schema) { return plan.action = refusal }
        schedule(&plan, nil, kind)
    }
}
