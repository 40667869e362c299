import Manifest
import AWSClient
import Model
import Planning
import Reconciler

/// What a plan or a turn means for the exit code, and what has to be said about the manifests.
struct Verdict {
    let prepared: EnvironmentReconciler.Prepared

    init(_ prepared: EnvironmentReconciler.Prepared) { self.prepared = prepared }

    func printDiagnostics() {
        for diagnostic in prepared.target.desired.diagnostics { Terminal.error(diagnostic.description) }
        if let verified = prepared.target.verified { Terminal.error("note: \(verified.message)") }
        if let note = prepared.target.ownerNote { Terminal.error("note: \(note)") }
        if let problem = prepared.target.controlProblem { Terminal.error("error: \(problem)") }
    }

    /// The codes that hold for a plan.
    func of(_ plan: Plan, countingChanges: Bool) -> [ExitStatus] {
        var codes = manifests + plan.resources.compactMap { code(of: $0.action) }
        codes += plan.departures.compactMap { deletionCode(of: $0.action) }
        if plan.diagnostics.contains(where: { $0.severity == .error }) { codes.append(.error) }
        // What stands on something else has that one's code; alone it is an error.
        let isHeld = plan.resources.contains {
            if case .blocked(.dependencyFailed, _) = $0.action { true } else { false }
        }
        if codes.isEmpty && isHeld { codes.append(.error) }
        if countingChanges && plan.hasChanges { codes.append(.changes) }
        return codes
    }

    /// The codes that hold for a turn.
    func of(_ turn: Turn, timedOut: Bool = false) -> [ExitStatus] {
        var codes = manifests + turn.states.values.flatMap(codes)
        if turn.plan.diagnostics.contains(where: { $0.severity == .error }) { codes.append(.error) }
        if timedOut { codes.append(.timedOut) }
        // What stands on something else has that one's code; alone it is an error.
        let isHeld = turn.states.values.contains { $0.problem?.reason == .dependencyFailed }
        return codes.isEmpty && isHeld ? [.error] : codes
    }

    private var manifests: [ExitStatus] { prepared.target.desired.hasErrors ? [.error] : [] }

    private func codes(of state: ResourceState) -> [ExitStatus] {
        var codes: [ExitStatus] = []
        switch state.problem?.reason {
        case .applyFailed, .accessDenied, .observationFailed, .invalidManifest: codes.append(.error)
        case .needsReplacement, .notOwned, .conflict, .suspended, .refused, .outsideWindow, .approvalRequired,
            .pruneCapped, .pruneHeld, .emptyDesired, .pendingConfirmation:
            codes.append(.refused)
        default: break
        }
        let isBad = state.health.status == .degraded || state.problem?.reason == .missing
        if isBad || state.problem?.reason == .rolledBack { codes.append(.unhealthy) }
        if state.health.reason == .deadlineExceeded { codes.append(.timedOut) }
        return codes
    }

    private func code(of action: ResourcePlan.Action) -> ExitStatus? {
        switch action {
        case .replace: .refused
        case .blocked(.notOwned, _), .blocked(.conflict, _), .blocked(.suspended, _), .blocked(.refused, _),
            .blocked(.outsideWindow, _), .blocked(.approvalRequired, _):
            .refused
        case .blocked(.missing, _): .unhealthy
        // Nothing is wrong with the plan: it says what is held, and what waits.
        case .blocked(.rolledBack, _), .blocked(.quarantined, _), .blocked(.paused, _), .blocked(.waiting, _): nil
        case .blocked(.dependencyFailed, _): nil
        case .blocked: .error
        case .none, .create, .update, .delete: nil
        }
    }

    /// What stays because somebody wants it to, or is not Neap's, is no refusal.
    private func deletionCode(of action: ResourcePlan.Action) -> ExitStatus? {
        switch action {
        case .blocked(.observationFailed, _): .error
        case .blocked(.retained, _), .blocked(.notOwned, _): nil
        case .blocked: .refused
        case .none, .create, .update, .replace, .delete: nil
        }
    }
}

/// What a pass cost in AWS calls.
struct CallReport {
    let log: CallLog

    init(_ log: CallLog) { self.log = log }

    func print() {
        let counts = log.counts
        Terminal.error("AWS calls: \(counts.calls) (\(counts.reads) reads, \(counts.writes) writes)")
        for (operation, count) in counts.byOperation.sorted(by: { $0.key < $1.key }) {
            Terminal.error("  \(count)  \(operation)")
        }
    }
}
