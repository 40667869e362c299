import Model
import Planning

/// A resource's state as Kubernetes conditions. `Ready` always stands; the others only while they are true.
struct ConditionRules {
    /// A condition without its times.
    struct Rule: Equatable {
        let type: ConditionType
        let isTrue: Bool
        let reason: Reason
        let message: String
    }

    let state: ResourceState

    init(_ state: ResourceState) { self.state = state }

    var conditions: [Rule] { [ready, reconciling, stalled, drifted, suspended].compactMap { $0 } }

    private var ready: Rule {
        if let problem = state.problem {
            return Rule(type: .ready, isTrue: false, reason: problem.reason, message: state.told)
        }
        let isHealthy = state.health.status == .healthy
        return Rule(type: .ready, isTrue: isHealthy, reason: state.health.reason, message: state.told)
    }

    private var reconciling: Rule? {
        guard state.isMoving, !isOverdue else { return nil }
        let reason = state.problem?.reason ?? state.health.reason
        return Rule(type: .reconciling, isTrue: true, reason: reason, message: state.told)
    }

    /// ECS goes on, and nothing that Neap waits for comes of it.
    private var isOverdue: Bool { state.problem == nil && state.health.reason == .deadlineExceeded }

    private var stalled: Rule? {
        if isOverdue {
            return Rule(type: .stalled, isTrue: true, reason: .deadlineExceeded, message: state.told)
        }
        guard let problem = state.problem, problem.isStalled, problem.reason != .driftReported else { return nil }
        return Rule(type: .stalled, isTrue: true, reason: problem.reason, message: state.told)
    }

    private var drifted: Rule? {
        let fields = state.plan.changes.filter { $0.reason == .drift }.map(\.path.description)
        guard !fields.isEmpty, !state.wasWritten, !state.plan.isRolledBack else { return nil }
        return Rule(type: .drifted, isTrue: true, reason: .driftReported, message: fields.joined(separator: ", "))
    }

    private var suspended: Rule? {
        guard case .blocked(.suspended, let why) = state.plan.action else { return nil }
        return Rule(type: .suspended, isTrue: true, reason: .suspended, message: why)
    }
}
