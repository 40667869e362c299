import Manifest
import GitStore
import Kinds
import Model
import Planning

/// The commit message of a status commit: what happened, then trailers.
struct StatusMessage {
    let input: StatusInput

    init(_ input: StatusInput) { self.input = input }

    var message: CommitMessage {
        var trailers = [
            Trailer("Neap-Environment", environment), Trailer("Neap-Source", input.target.source.id),
            Trailer("Neap-Result", result), Trailer("Neap-Epoch", "0"),
        ]
        if let id = resource?.id { trailers.append(Trailer("Neap-Resource", id.description)) }
        return CommitMessage(subject: subject, body: body, trailers: trailers)
    }

    private var environment: String { input.target.environment.name }
    private var worst: ResourceState? { input.attention.first }
    private var written: [ResourceState] { input.byName.filter(\.wasWritten) }
    /// The one resource that the commit is about; nil when it is about the environment.
    private var resource: ResourceState? {
        if let worst { return worst }
        let services = written.filter { $0.id.kind == "Service" }
        return services.count == 1 && input.memory.settled != nil ? services.first : nil
    }

    var result: String {
        if input.isSettled { return "settled" }
        guard let worst else { return "failed" }
        if worst.health.reason == .rolledBack || worst.problem?.reason == .rolledBack { return "rolled-back" }
        if worst.health.status == .degraded { return "degraded" }
        let refusals: [Reason?] = [.needsReplacement, .pruneCapped, .pruneHeld, .emptyDesired, .pendingConfirmation]
        if refusals.contains(worst.problem?.reason) { return "refused" }
        return worst.problem?.isStalled == true ? "failed" : "progressing"
    }

    var subject: String {
        let files = Set(input.target.desired.diagnostics.filter { $0.severity == .error }.compactMap(\.place?.file))
            .count
        if files > 0 {
            return "\(environment): \(files) file\(files == 1 ? " does" : "s do") not decode, the rest is applied"
        }
        if let state = resource, let view = ServiceView(state), state.problem == nil || view.isRolledBack {
            return service(state, view)
        }
        if let state = worst, let view = GroupView(state), state.health.status == .progressing { return group(view) }
        if let worst { return "\(worst.id): \(worst.problem?.message ?? worst.health.message)" }
        if input.isDestroyed {
            let kept = input.departures.count - input.removed.count
            return "\(environment): destroyed" + (kept > 0 ? ", \(kept) kept" : "")
        }
        return "\(environment): \(input.target.source.short) settled, \(input.states.count) resources in sync"
    }

    private func service(_ state: ResourceState, _ view: ServiceView) -> String {
        let revision = view.wanted.map { "revision \($0) " } ?? ""
        if view.isRolledBack { return rolledBack(state, view) }
        if state.health.status == .degraded { return "\(state.id.name): \(state.health.message)" }
        let what = view.isMoving ? "rolling out" : "live"
        return "\(state.id.name): \(revision)\(what), \(view.share)"
    }

    /// `api: revision 42 rolled back to 41: the image does not exist`.
    private func rolledBack(_ state: ResourceState, _ view: ServiceView) -> String {
        let revision = view.wanted.map { "revision \($0) " } ?? ""
        let to = view.servesInstead.map { " to \($0)" } ?? ""
        let reason = state.cause?.cause ?? view.reason ?? input.quarantine[state.id]?.reason
        return "\(state.id.name): \(revision)rolled back\(to)" + (reason.map { ": \($0)" } ?? "")
    }

    private func group(_ view: GroupView) -> String {
        let (rollout, name) = (view.rollout, view.name)
        guard rollout.refresh?.isActive == true else { return "\(name): \(worst?.health.message ?? "")" }
        if rollout.refresh?.phase == .goingBack { return "\(name): \(worst?.health.message ?? "")" }
        let count = "\(rollout.desired) instance\(rollout.desired == 1 ? "" : "s")"
        return "\(name): rolling \(count) to \(rollout.name), \(rollout.new)/\(rollout.desired) new"
    }

    private var body: String {
        let lines = written.prefix(20).map { state in
            let fields = state.written.prefix(8).map { $0.path.description }.joined(separator: ", ")
            return "\(state.id): " + (state.written.isEmpty ? "created" : fields)
        }
        let deleted = input.removed.filter { input.departures[$0]?.wasWritten == true }.sorted()
        let gone = deleted.prefix(20).map { "\($0): deleted" }
        let more = written.count > 20 ? ["and \(written.count - 20) more"] : []
        let problems = input.attention.prefix(10).compactMap { state in
            state.problem.map { "\(state.id): \($0.message)" }
        }
        let text = [lines + more + gone, problems].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(
            separator: "\n\n")
        return text.isEmpty ? "[skip ci]" : text + "\n\n[skip ci]"
    }
}
