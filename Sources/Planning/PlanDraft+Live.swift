import Manifest
import Kinds
import Model

/// What becomes of a resource that is there: its difference, who owns what of it, and what may be written of that now.
extension PlanDraft {
    mutating func update(_ plan: inout ResourcePlan, _ live: Live, _ kind: any Kind.Type) {
        let record = input.memory[plan.id]
        let claims = claims(on: plan.resource, live, kind)
        let diff = Diff(
            schema: kind.schema, claims: claims, ignore: plan.resource.policy.ignore,
            stated: record?.stated, drifting: record?.driftGit ?? [:],
            unchanged: isUnchanged(plan, record))
        let found = diff.compare(desired: plan.resource.spec, live: live.spec)
        (plan.changes, plan.owned, plan.kept) = (Self.withdrawn(found.changes, plan.resource, kind), claims, found.kept)
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
        if plan.action == .update {
            mark(&plan, live, kind)
            schedule(&plan, live, kind)
        }
        guard plan.action == .replace else { return }
        plan.whyNotReplaced = input.generations[plan.id]?.refusal ?? ReplacementRefusal.general(plan.id.kind)
    }

    /// What is withdrawn goes back to what AWS gives this very resource, which the table alone may not know.
    private static func withdrawn(
        _ changes: [FieldChange], _ resource: Resource, _ kind: any Kind.Type
    ) -> [FieldChange] {
        changes.compactMap { change in
            guard change.reason == .withdrawn else { return change }
            var copy = change
            copy.desired = kind.absent(at: change.path, of: resource) ?? change.desired
            return copy.desired == nil || copy.desired != copy.live ? copy : nil
        }
    }

    /// What manifests claim of a resource, and what AWS shows to be claimed without one.
    private func claims(on resource: Resource, _ live: Live, _ kind: any Kind.Type) -> [Claim] {
        let written = claims.byResource[resource.id] ?? []
        let seen = kind.claims(on: resource, live: live).filter { claim in !written.contains { $0.path == claim.sign } }
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
        if let refusal = refusalOfWhole(plan) { return refusal }
        if plan.changes.isEmpty { return .none }
        if let held = input.suspension(of: plan.resource) { return .blocked(.suspended, held) }
        let wanted = plan.changes.filter { !isHeld($0, plan.resource) }
        if wanted.isEmpty { return .none }
        if let closed = windows.closed(plan.resource.policy) { return .blocked(.outsideWindow, closed.message) }
        let due = wanted.filter { !plan.isOnHold($0) }
        if due.isEmpty, let hold = plan.holds.first { return .blocked(hold.reason, hold.message) }
        if let refusal = approvals.refusal(of: plan, due, kind.schema) { return refusal }
        return due.contains { $0.effect == .replaces } ? .replace : .update
    }

    /// True when Git says what was last applied; not knowing what that was counts as such.
    func isUnchanged(_ plan: ResourcePlan, _ record: AppliedRecord?) -> Bool {
        if kinds[plan.id.kind]?.isDeed == true { return false }
        return record.map { $0.specHash == plan.specHash } ?? input.hasLostMemory
    }

    /// Drift that is only reported.
    private func isHeld(_ change: FieldChange, _ resource: Resource) -> Bool {
        change.reason == .drift && !corrects(resource, since: input.memory[resource.id]?.driftSince[change.path])
    }

    func corrects(_ resource: Resource, since: Int?) -> Bool {
        switch input.drift {
        case .correct: true
        case .byPolicy(let now, let correctAfter):
            resource.policy.drift == .correct && (correctAfter == 0 || since.map { now - $0 >= correctAfter } ?? false)
        }
    }

    mutating func schedule(_ plan: inout ResourcePlan, _ live: Live?, _ kind: any Kind.Type) {
        if let held = input.suspension(of: plan.resource) { return plan.action = .blocked(.suspended, held) }
        let resource = plan.resource
        var change = ResourceChange(
            resource, live: live,
            changes: live == nil ? [] : plan.changes.filter { !isHeld($0, resource) && !plan.isOnHold($0) },
            claims: live.map { claims(on: resource, $0, kind) } ?? claims.byResource[plan.id] ?? [],
            ownership: input.ownership.tags(for: plan.id, specHash: input.specHashes[plan.id] ?? ""),
            region: input.region,
            accountID: input.accountID)
        change.gates = gates[plan.id] ?? []
        change.isRetried = input.retried.contains(plan.id)
        // What is done is done as Git says it: AWS has nothing of it that could stay.
        if !kind.isDeed {
            let held = plan.changes.filter { isHeld($0, resource) || plan.isOnHold($0) }
            change.untouched = resource.policy.ignore + held.map(\.path)
        }
        plan.calls = kind.calls(for: change)
        for output in plan.calls.flatMap({ $0.unsettles.union($0.captures.keys) }) {
            outputs[Reference(plan.id, output)] = nil
        }
    }
}
