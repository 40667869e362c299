import Kinds
import Model

/// The steps of the phases to come: shown with what each waits for, and made by the turn that finds that it is so.
struct LaterSteps {
    let input: PlanInput
    let replacements: Replacements
    let plans: [ResourceID: ResourcePlan]
    let kinds: [String: any Kind.Type]

    /// Phase by phase; in a phase what traffic goes through first.
    var steps: [Step] {
        guard replacements.phasesToCome > 0 else { return [] }
        return (1...replacements.phasesToCome).flatMap { phase in
            input.desired.keys.sorted().flatMap { steps(of: $0, in: phase) }
        }
    }

    private func steps(of id: ResourceID, in phase: Int) -> [Step] {
        let (before, after) = (replacements.spec(of: id, after: phase - 1), replacements.spec(of: id, after: phase))
        guard before != after, let kind = kinds[id.kind], var resource = plans[id]?.resource, isMoving(id),
            let (move, next) = replacements.change(of: id, after: phase)
        else { return [] }
        let wait = move.wait(for: next)
        // What is held back (a revision that was rolled back) lets nothing go on.
        guard isMoving(wait.reference.resource) else { return [] }
        resource.spec = after.resolved(input.outputs)
        let live = live(id, as: before.resolved(input.outputs))
        let diff = Diff(schema: kind.schema, ignore: resource.policy.ignore)
        let change = ResourceChange(
            resource, live: live, changes: diff.compare(desired: resource.spec, live: live.spec).changes,
            region: input.region, accountID: input.accountID)
        return kind.calls(for: change).enumerated().map { index, call in
            var call = call
            call.requires = [wait]
            call.summary = move.summary(of: id, in: next) ?? call.summary
            return Step(id: "\(id)#phase\(phase).\(index)", resource: id, planned: call, after: [])
        }
    }

    /// What may not be written now has no steps to come either.
    private func isMoving(_ id: ResourceID) -> Bool {
        switch plans[id]?.action ?? .delete {
        case .create, .update, .none: true
        case .replace, .delete, .blocked: false
        }
    }

    /// AWS's state of it once the phase before is done.
    private func live(_ id: ResourceID, as spec: Value) -> Live {
        var live = input.observed[id]?.live ?? Live(spec: .emptyObject)
        live.spec = spec.laid(over: live.spec)
        return live
    }
}
