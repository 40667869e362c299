import Kinds
public import Model
import Planning

/// One service as a person's command looks at it: it is read with what it stands on, and never written.
public struct ServiceLook: Sendable {
    /// Whom it is about.
    public let service: ResourceID
    let prepared: EnvironmentReconciler.Prepared
    private let pass: ReconcilePass

    /// Looks at `service` of what was prepared.
    public init(
        _ service: ResourceID, of prepared: EnvironmentReconciler.Prepared, by reconciler: EnvironmentReconciler
    ) {
        self.service = service
        self.prepared = prepared
        pass = reconciler.lookingPass(prepared)
    }

    var aws: any AWSSender { prepared.connection.aws }
    var region: String { prepared.connection.region }

    /// A look; what the service stands on is asked for the first time only.
    public func turn(after previous: Turn? = nil) async -> Turn {
        await pass.run(previous == nil ? .about([service]) : .only([service]), after: previous)
    }

    /// What AWS shows of the service.
    ///
    /// Throws `OperatingError.absent` and `unreadable`.
    public func live(in turn: Turn) throws(OperatingError) -> Live {
        switch turn.states[service]?.plan.observation {
        case .live(let live): return live
        case .absent: throw .absent(service)
        case .unknown(let why): throw .unreadable(service, why)
        case nil: throw .unreadable(service, "it was not looked at")
        }
    }

    /// Checks that the service is this environment's and may be written to.
    ///
    /// Throws `OperatingError.refused` with the reason of the guard.
    public func checkOwnership(in turn: Turn) throws(OperatingError) {
        guard let state = turn.states[service] else { return }
        if state.plan.resource.policy.suspend { throw .refused(service, "is suspended (policy.suspend)") }
        guard case .blocked(let reason, let why) = state.plan.action else { return }
        if [.notOwned, .conflict, .suspended].contains(reason) { throw .refused(service, why) }
    }

    /// Checks that nothing proves that a rollout could not work as the service is declared.
    ///
    /// Throws `OperatingError.refused` with the proof's rule.
    public func checkProofs(in turn: Turn) throws(OperatingError) {
        if let state = turn.states[service], let bounds = ServiceView(state)?.bounds, bounds.isDeadlocked {
            throw .refused(
                service,
                "a rollout could never move: \(bounds.arithmetic) (rule rollout-deadlock)")
        }
        guard let proof = turn.plan.findings.first(where: { $0.resource == service && $0.refuses }) else { return }
        throw .refused(service, "\(proof.message) (rule \(proof.rule))")
    }
}
