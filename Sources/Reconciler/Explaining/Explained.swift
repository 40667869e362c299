import Kinds
public import Model
import Planning

/// Why one resource is as it is: what Git says, what AWS has, what is wrong and what to do.
public struct Explained: Sendable {
    /// The resource after a look at it and what it stands on; nothing was written.
    public let state: ResourceState
    /// What it stands on and is not settled itself, by name.
    public let below: [ResourceState]
    let target: ReconcileTarget

    /// True when neither it nor what it stands on needs anybody.
    public var isFine: Bool {
        let isBad =
            state.health.status == .degraded || state.health.status == .missing || state.health.status == .unknown
        return !isBad && state.cause == nil && state.problem?.isStalled != true
    }

    /// What of Git AWS was not told yet.
    var pending: [String] {
        switch state.plan.action {
        case .create: ["it does not exist in AWS yet"]
        default: state.plan.changes.map(\.path.description)
        }
    }
}

extension EnvironmentReconciler {
    /// A look at `id` and what it stands on; nothing is written.
    ///
    /// Throws `OperatingError.unreadable` when it was not looked at.
    public func explain(_ id: ResourceID, of prepared: Prepared) async throws(OperatingError) -> Explained {
        let turn = await lookingPass(prepared).run(.about([id]))
        guard let state = turn.states[id] else { throw .unreadable(id, "it was not looked at") }
        let named = prepared.target.ids(in: .about([id])).subtracting([id])
        let below = turn.states.values.filter { named.contains($0.id) && !$0.isSettled && !$0.isHeldBack }
        return Explained(state: state.looked, below: below.sorted { $0.id < $1.id }, target: prepared.target)
    }
}

extension ResourceState {
    /// True when only this command's closed gate keeps it from being settled: a step that it or another waits for is not
    /// made.
    fileprivate var isHeldBack: Bool { problem?.reason == .dependencyFailed && health.status == .healthy }

    /// The state without what the closed gate says.
    fileprivate var looked: ResourceState {
        guard let problem, !problem.isStalled, problem.reason == .dependencyFailed else { return self }
        var state = self
        state.problem = nil
        state.sync = .outOfSync
        return state
    }
}
