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
    private(set) var diagnostics: [Diagnostic]
    private var outputs: [Reference: Value]

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
            plans[id] = InstanceTurn(plans: plans, outputs: input.outputs, kinds: kinds).settled(plan, gates[id] ?? [])
        }
    }

    private var windows: WindowGuard { WindowGuard(now: input.now) }

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
        if isUnchanged(plan, record), !corrects(plan.resource, since: record?.driftSince[FieldPath()]) {
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
        plan.action = .create
        schedule(&plan, nil, kind)
    }

    private mutating func update(_ plan: inout ResourcePlan, _ live: Live, _ kind: any Kind.Type) {
        let record = input.memory[plan.id]
        let claims = claims(on: plan.resource, live, kind)
        let diff = Diff(
            schema: kind.schema, claims: claims, ignore: plan.resource.policy.ignore,
            stated: record?.stated, drifting: record?.driftGit ?? [:],
            unchanged: isUnchanged(plan, record))
        let found = diff.compare(desired: plan.resource.spec, live: live.spec)
        (plan.changes, plan.owned, plan.kept) = (found.changes, claims, found.kept)
        for index in plan.changes.indices {
            plan.changes[index].effect = kind.effect(of: plan.changes[index], on: plan.resource, live: live)
        }
        plan.holds = kind.holds(on: plan.resource, live: live, isRetried: input.retried.contains(plan.id))
            .filter { hold in plan.changes.contains { hold.path.covers($0.path) } }
        plan.opensAt = windows.closed(plan.resource.policy)?.opensAt
        for path in found.required {
            diagnostics.append(
                Diagnostic(
                    "can not be taken out of the manifest", hint: "AWS has no way to unset it", at: plan.resource.place,
                    of: plan.id, path: path))
        }
        plan.action =
            found.required.isEmpty
            ? action(for: plan, live, kind) : .blocked(.invalidManifest, "a field that has to be stated was withdrawn")
        if plan.action == .update || plan.action == .none,
            let refusal = QuarantineGuard(input: input).refusal(of: plan, live: live)
        {
            plan.action = refusal
        }
        if plan.action == .update { schedule(&plan, live, kind) }
    }

    /// What manifests claim of a resource, and what AWS shows to be claimed without one.
    private func claims(on resource: Resource, _ live: Live, _ kind: any Kind.Type) -> [Claim] {
        let written = claims.byResource[resource.id] ?? []
        let seen = kind.claims(on: resource, live: live)
        return (seen + returned(resource)).reduce(into: written) { all, claim in
            if !all.contains(where: { $0.path == claim.path }) { all.append(claim) }
        }
    }

    /// What an owner moved before it went: the live value stays until Git's value changes in a commit (DESIGN section 6).
    private func returned(_ resource: Resource) -> [Claim] {
        guard let record = input.memory[resource.id], let schema = kinds[resource.id.kind]?.schema,
            record.specHash == SpecHash.of(resource.spec, schema)
        else { return [] }
        return record.owned.filter { resource.spec[$0.path]?.integer != nil || $0.reach == .split }
            .map { Claim(resource.id, $0.path, owner: Self.nobody, reach: $0.reach == .split ? .split : .any) }
    }

    private static let nobody = "nobody until Git's value changes"

    private func action(for plan: ResourcePlan, _ live: Live, _ kind: any Kind.Type) -> ResourcePlan.Action {
        let adoptable = plan.resource.policy.adopt || kind.adoption == .notNeeded
        if let refusal = input.ownership.refusal(
            of: plan.id, tags: live.tags, adoptable: adoptable, isWanted: { input.desired[$0] != nil })
        {
            return .blocked(refusal.reason, refusal.message)
        }
        if plan.changes.isEmpty { return .none }
        if input.isSuspended || plan.resource.policy.suspend { return .blocked(.suspended, "suspended") }
        let wanted = plan.changes.filter { !isHeld($0, plan.resource) }
        if wanted.isEmpty { return .none }
        if let closed = windows.closed(plan.resource.policy) { return .blocked(.outsideWindow, closed.message) }
        let due = wanted.filter { !plan.isOnHold($0) }
        if due.isEmpty, let hold = plan.holds.first { return .blocked(hold.reason, hold.message) }
        return due.contains { $0.effect == .replaces } ? .replace : .update
    }

    /// True when Git says what was last applied; not knowing what that was counts as such.
    private func isUnchanged(_ plan: ResourcePlan, _ record: AppliedRecord?) -> Bool {
        if kinds[plan.id.kind]?.isDeed == true { return false }
        return record.map { $0.specHash == plan.specHash } ?? input.hasLostMemory
    }

    /// Drift that is only reported.
    private func isHeld(_ change: FieldChange, _ resource: Resource) -> Bool {
        change.reason == .drift && !corrects(resource, since: input.memory[resource.id]?.driftSince[change.path])
    }

    private func corrects(_ resource: Resource, since: Int?) -> Bool {
        switch input.drift {
        case .correct: true
        case .byPolicy(let now, let correctAfter):
            resource.policy.drift == .correct && (correctAfter == 0 || since.map { now - $0 >= correctAfter } ?? false)
        }
    }

    private mutating func schedule(_ plan: inout ResourcePlan, _ live: Live?, _ kind: any Kind.Type) {
        if input.isSuspended || plan.resource.policy.suspend { return plan.action = .blocked(.suspended, "suspended") }
        let resource = plan.resource
        var change = ResourceChange(
            resource, live: live, changes: plan.changes.filter { !isHeld($0, resource) && !plan.isOnHold($0) },
            claims: live.map { claims(on: resource, $0, kind) } ?? claims.byResource[plan.id] ?? [],
            ownership: input.ownership.tags(for: plan.id, specHash: input.specHashes[plan.id] ?? ""),
            region: input.region,
            accountID: input.accountID)
        change.gates = gates[plan.id] ?? []
        change.isRetried = input.retried.contains(plan.id)
        change.untouched =
            resource.policy.ignore
            + plan.changes.filter { isHeld($0, resource) || plan.isOnHold($0) }.map(\.path)
        plan.calls = kind.calls(for: change)
        for output in plan.calls.flatMap({ $0.unsettles.union($0.captures.keys) }) {
            outputs[Reference(plan.id, output)] = nil
        }
    }
}
