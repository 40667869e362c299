import Model

/// Calls that AWS takes together, all or none: what several steps ask for goes as one list, so that two rules can swap places.
///
/// Each step keeps a call of its own, since each resource has an outcome of its own: whichever comes first does it for all, and
/// asking for what is so already changes nothing.
struct JoinedCalls {
    private let items: [PlannedCall.Joint: [Value]]

    init(_ steps: [Step]) {
        items = steps.reduce(into: [:]) { items, step in
            guard let joint = Self.joint(step) else { return }
            items[joint, default: []] += step.planned.call.input[joint.member]?.list ?? []
        }
    }

    /// The step with all that is asked for together with it.
    func joined(_ step: Step) -> Step {
        guard let joint = Self.joint(step), let all = items[joint] else { return step }
        var planned = step.planned
        planned.call.input[joint.member] = .list(all)
        return Step(id: step.id, resource: step.resource, planned: planned, after: step.after)
    }

    /// A step that waits for a state elsewhere is not made by another.
    private static func joint(_ step: Step) -> PlannedCall.Joint? {
        step.planned.requires.isEmpty ? step.planned.joint : nil
    }
}
