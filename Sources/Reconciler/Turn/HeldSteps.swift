import Model
import Planning

/// Steps that a later turn of a pass does not make: outside its scope, or refused by AWS for good a turn before.
struct HeldSteps {
    let outcomes: [String: Outcome]

    init(_ plan: Plan, scope: Set<ResourceID>, after previous: Turn?) {
        let refused = Self.refused(previous)
        let stuck = Self.stuck(plan, previous)
        outcomes = plan.allSteps.reduce(into: [:]) { held, step in
            let before = previous?.states[step.resource]?.problem
            // A later turn may see less than the one that found the proof.
            if let before, before.reason == .refused || refused.contains(Self.name(step)) {
                held[step.id] = .failed(before.reason, before.message, isTransient: false)
            } else if let obstacle = stuck[step.resource] {
                held[step.id] = .failed(
                    .dependencyFailed, "waits for \(obstacle) to be gone, which failed", isTransient: false)
            } else if !scope.contains(step.resource) {
                held[step.id] = .skipped("\(step.resource) is looked at in another turn")
            }
        }
    }

    /// What can not be taken away in this pass, because what has to be gone before was refused by AWS for good: nobody waits
    /// for it.
    private static func stuck(_ plan: Plan, _ previous: Turn?) -> [ResourceID: ResourceID] {
        var stuck: [ResourceID: ResourceID] = [:]
        let failed = Set(
            (previous?.states ?? [:]).values.filter { $0.plan.isDeparture && $0.problem?.isStalled == true }.map(\.id))
        // Those that others wait for come first.
        for step in plan.deletions where !failed.contains(step.resource) {
            let obstacles = step.planned.requires.map(\.reference.resource).filter { $0 != step.resource }
            guard let obstacle = obstacles.first(where: { failed.contains($0) || stuck[$0] != nil }) else { continue }
            stuck[step.resource] = stuck[obstacle] ?? obstacle
        }
        return stuck
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
