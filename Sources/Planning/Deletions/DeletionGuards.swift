import Kinds
import Manifest
import Model

/// The guards of DESIGN section 7 over what would be deleted: each holds with its reason and a line that says what to do.
struct DeletionGuards {
    private(set) var draft: DeletionDraft
    private let input: PlanInput
    private let departed: Departed
    private let wanted: Plan

    /// Kinds whose deletion a person has to confirm by a commit: traffic or capacity hangs on them.
    static let confirmedKinds: Set = ["TargetGroup", "Listener", "LoadBalancer", "AutoScalingGroup", "Cluster"]

    init(_ draft: DeletionDraft, beside wanted: Plan) {
        self.draft = draft
        self.wanted = wanted
        input = draft.input
        departed = draft.departed
        if !departed.isDestroyed { guardAgainstMistakes() }
        propagate()
    }

    private mutating func guardAgainstMistakes() {
        holdElsewhere()
        if let why = error { holdAll(.pruneHeld, "is not deleted while something of the pass fails: \(why)") }
        if input.desired.isEmpty {
            holdAll(
                .emptyDesired,
                "is not deleted: the commit wants nothing at all; "
                    + "`neap destroy --environment \(input.ownership.environment)` takes everything away")
        }
        holdBesideRefused()
        holdAboveCap()
        holdUnconfirmed()
        holdOutsideWindows()
    }

    private var going: [ResourceID] { draft.plans.values.filter { $0.action == .delete }.map(\.id).sorted() }

    private mutating func holdAll(_ reason: Reason, _ message: String) {
        for id in going { draft.hold(id, reason, message) }
    }

    /// Why the pass is not sound enough to delete anything; nil when it is.
    private var error: String? {
        if let why = departed.heldBecause { return why }
        if let broken = wanted.diagnostics.first(where: { $0.severity == .error }) { return broken.description }
        let failing: Set<Reason> = [.observationFailed, .invalidManifest, .dependencyFailed]
        for plan in wanted.resources + draft.plans.values.sorted(by: { $0.id < $1.id }) {
            guard case .blocked(let reason, let why) = plan.action, failing.contains(reason),
                !plan.observation.isDeparting
            else { continue }
            return "\(plan.id): \(why)"
        }
        return nil
    }

    /// A branch or a clone that never had it does not say that it is to go.
    private mutating func holdElsewhere() {
        for id in going {
            guard let commit = departed.elsewhere[id] else { continue }
            draft.hold(
                id, .pruneHeld,
                "is not deleted: it was applied from \(commit.prefix(12)), which is no part of this history; "
                    + "this is another branch, or a clone that is behind")
        }
    }

    private mutating func holdAboveCap() {
        // What was replaced left nobody's Git, and is confirmed one by one.
        let left = going.filter { Predecessor.successor(of: $0) == nil }
        let there = draft.plans.values.filter { draft.isThere($0.id) }.map(\.resource.manifest)
        let cap = DeletionCap(
            departed: departed, going: Set(left.compactMap { draft.plans[$0]?.resource.manifest }),
            there: Set(input.desired.values.map(\.manifest)).union(there))
        if let refusal = cap.refusal { holdAll(.pruneCapped, refusal) }
    }

    /// A manifest goes as a whole: a load balancer that AWS protects keeps its listeners.
    private mutating func holdBesideRefused() {
        let refused = draft.plans.values.filter { heldReason($0.id) == .refused }.sorted { $0.id < $1.id }
        let keepers = Dictionary(refused.map { ($0.resource.manifest, $0.id) }) { first, _ in first }
        for id in going {
            guard let keeper = draft.plans[id].flatMap({ keepers[$0.resource.manifest] }) else { continue }
            draft.hold(id, .refused, "stays with \(keeper), which is not deleted")
        }
    }

    /// A manifest goes as a whole: its other parts wait for the confirmation too.
    private mutating func holdUnconfirmed() {
        var missing: [ResourceID: [String]] = [:]
        for id in going where Self.confirmedKinds.contains(id.kind) {
            guard let plan = draft.plans[id], let live = plan.observation.live else { continue }
            let word = Self.confirmation(id, live)
            if !departed.confirmed.contains(word) { missing[plan.resource.manifest, default: []].append(word) }
        }
        for id in going {
            guard let owner = draft.plans[id]?.resource.manifest, let words = missing[owner] else { continue }
            let lines = words.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            draft.hold(
                id, .pendingConfirmation,
                "is not deleted before a commit confirms it: add to \(departed.file) spec.confirmDelete: [\(lines)]")
        }
    }

    /// `TargetGroup/api@73e2d6bc24d8a067`: a thing that was made anew has another word.
    static func confirmation(_ id: ResourceID, _ live: Live) -> String {
        if Predecessor.successor(of: id) != nil { return id.description }
        let arn = live.outputs["arn"]?.string ?? ""
        return "\(id)@\(arn.split(separator: "/").last ?? "")"
    }

    private mutating func holdOutsideWindows() {
        for id in going {
            guard let plan = draft.plans[id], let closed = WindowGuard(now: input.now).closed(plan.resource.policy)
            else { continue }
            draft.hold(id, .outsideWindow, closed.message)
        }
    }

    /// What others stand on that stay, stays too; and what has to outlive the instances of a group that stays.
    private mutating func propagate() {
        for id in going {
            let needs = draft.requirements(of: id).map(\.reference.resource)
            if let held = needs.first(where: { heldReason($0) != nil }), let reason = heldReason(held) {
                draft.hold(id, reason, "stays with \(held), which is held back (\(reason.rawValue))")
            }
        }
        for id in draft.graph.order.reversed() where draft.plans[id]?.action == .delete {
            guard let held = draft.dependents(of: id).first(where: { heldReason($0) != nil }),
                let reason = heldReason(held)
            else { continue }
            draft.hold(id, reason, "stays while \(held) stands on it, which is held back (\(reason.rawValue))")
        }
    }

    private func heldReason(_ id: ResourceID) -> Reason? {
        if case .blocked(let reason, _) = draft.plans[id]?.action { reason } else { nil }
    }
}
