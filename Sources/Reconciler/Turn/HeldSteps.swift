import Model
import Planning

/// Steps that a later turn of a pass does not make: outside its scope, or refused by AWS for good a turn before.
struct HeldSteps {
    let outcomes: [String: Outcome]

    init(_ plan: Plan, scope: Set<ResourceID>, after previous: Turn?) {
        outcomes = plan.steps.reduce(into: [:]) { held, step in
            let before = previous?.states[step.resource]?.problem
            if let before, before.isStalled, case .failed = previous?.execution.outcomes[step.id] {
                held[step.id] = .failed(before.reason, before.message, isTransient: false)
            } else if !scope.contains(step.resource) {
                held[step.id] = .skipped("\(step.resource) is looked at in another turn")
            }
        }
    }
}
