public import Model

/// One AWS write, safe to repeat, with what has to be done before it.
public struct Step: Sendable, Identifiable, Equatable {
    /// `Service/api#0`.
    public let id: String
    public let resource: ResourceID
    public let planned: PlannedCall
    /// Steps that must have succeeded before, sorted.
    public let after: [String]
}

/// What a pass would do, in the order in which it would do it.
public struct Plan: Sendable {
    /// Every wanted resource, sorted by name.
    public var resources: [ResourcePlan]
    public var steps: [Step]
    /// The steps of replacements' later phases: each waits for a state that another turn looks for.
    public var later: [Step] = []
    /// What Neap applied and no manifest has any more, sorted by name; empty unless it is to be deleted.
    public var departures: [ResourcePlan] = []
    /// The steps that take it away, what stands on others first; they come after all others.
    public var deletions: [Step] = []
    /// What those steps may wait for, as it is now.
    public var deletionState: [Reference: Value] = [:]
    /// What planning has to say, sorted by place.
    public var diagnostics: [Diagnostic]
    /// What can never work, what may fail, and what is slow; what refuses first, then by resource.
    public var findings: [Finding] = []
    /// What will happen to tasks and instances; nil when nothing rolls, or nobody asked.
    public var forecast: Forecast?
    /// What is left when Spot instances are taken; nil when there are none, or nobody asked.
    public var spot: SpotOutlook?

    /// The plan of one resource.
    public subscript(id: ResourceID) -> ResourcePlan? { resources.first { $0.id == id } }

    /// How many are added, changed, replaced, left alone and held back.
    public var counts: (add: Int, change: Int, replace: Int, unchanged: Int, blocked: Int) {
        resources.reduce(into: (0, 0, 0, 0, 0)) { counts, plan in
            switch plan.action {
            case .create where plan.isReplacement: counts.2 += 1
            case .create: counts.0 += 1
            case .update: counts.1 += 1
            case .replace: counts.2 += 1
            case .none: counts.3 += 1
            case .blocked: counts.4 += 1
            case .delete: break
            }
        }
    }

    /// How many are deleted, and how many of those that left Git are held back.
    public var deletionCounts: (delete: Int, held: Int) {
        let held = departures.count { if case .blocked = $0.action { true } else { false } }
        return (departures.count { $0.action == .delete }, held)
    }
    /// All steps in their order.
    public var allSteps: [Step] { steps + later + deletions }
    /// True when a step would be made or a replacement is asked for.
    public var hasChanges: Bool {
        !later.isEmpty || resources.contains { $0.isChange || $0.action == .replace }
            || departures.contains { $0.action == .delete }
    }
    /// True when a rule keeps something of it from being written.
    public var isRefused: Bool { findings.contains(where: \.refuses) }
    /// Resources that a guard refuses.
    public var refused: [ResourcePlan] { resources.filter { $0.action == .replace } }
}
