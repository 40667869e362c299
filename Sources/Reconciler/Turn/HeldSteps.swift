import Model
import Planning

/// Steps that a later turn of a pass does not make: outside its scope, or refused by AWS for good a turn before.
struct HeldSteps {
    let outcomes: [String: Outcome]

    init(_ plan: Plan, scope: Set<ResourceID>, after previous: Turn?) {
        let refused = Self.refused(previous)
        outcomes = plan.allSteps.reduce(into: [:]) { held, step in
            let before = previous?.states[step.resource]?.problem
            // A later turn may see less than the one that found the proof.
            if let before, before.reason == .refused || refused.contains(Self.name(step)) {
                held[step.id] = .failed(before.reason, before.message, isTransient: false)
            } else if !scope.contains(step.resource) {
                held[step.id] = .skipped("\(step.resource) is looked at in another turn")
            }
        }
    }

    /// By resource and operation: a step's number moves when those before it were made.
    private static func refused(_ previous: Turn?) -> Set<String> {
        let failed = (previous?.plan.allSteps ?? []).filter { step in
            guard case .failed = previous?.execution.outcomes[step.id] else { return false }
            return previous?.states[step.resource]?.problem?.isStalled == true
        }
        return Set(failed.map(name))
    }

    private static func name(_ step: Step) -> String { "\(step.resource) \(step.planned.call.operation)" }
}
