import Model

/// Lays the calls of a plan out as steps with the edges between them.
struct StepOrder {
    let graph: Graph
    let plans: [ResourceID: ResourcePlan]

    init(_ graph: Graph, _ plans: [ResourceID: ResourcePlan]) {
        self.graph = graph
        self.plans = plans
    }

    /// Resource by resource in the graph's order; a resource's own steps one after the other.
    var steps: [Step] {
        let laid = graph.order.flatMap { id in (plans[id]?.calls ?? []).indices.map { step(id, $0) } }
        return ordered(laid.map(JoinedCalls(laid).joined))
    }

    private func step(_ id: ResourceID, _ index: Int) -> Step {
        let calls = plans[id]?.calls ?? []
        var after = Set(calls[index].requires.flatMap { openSteps($0.reference.resource) })
        if index > 0 { after.insert(name(id, index - 1)) }
        if index == 0 { after.formUnion(needs(of: id).flatMap(openSteps)) }
        return Step(id: name(id, index), resource: id, planned: calls[index], after: after.sorted())
    }

    /// What a resource stands on, seen through resources that have no steps of their own.
    private func needs(of id: ResourceID) -> Set<ResourceID> {
        var found: Set<ResourceID> = []
        var seen: Set<ResourceID> = []
        var open = graph.edges[id] ?? []
        while let need = open.popFirst() {
            guard seen.insert(need).inserted else { continue }
            if openSteps(need).isEmpty { open.formUnion(graph.edges[need] ?? []) } else { found.insert(need) }
        }
        return found
    }

    /// The steps that others wait for: a step that itself waits for a state elsewhere (a group's bounds) holds nobody up, nor
    /// does what comes behind it.
    private func openSteps(_ id: ResourceID) -> [String] {
        guard let plan = plans[id], !plan.isPause else { return [] }
        return plan.calls.prefix { $0.requires.isEmpty }.indices.map { name(id, $0) }
    }

    private func name(_ id: ResourceID, _ index: Int) -> String { "\(id)#\(index)" }

    /// Every step after what it waits for, otherwise as laid out: gated steps move behind what they wait for.
    private func ordered(_ steps: [Step]) -> [Step] {
        var done: Set<String> = []
        var result: [Step] = []
        var waiting = steps
        while !waiting.isEmpty {
            var late: [Step] = []
            for step in waiting {
                if done.isSuperset(of: step.after) {
                    done.insert(step.id)
                    result.append(step)
                } else {
                    late.append(step)
                }
            }
            guard late.count < waiting.count else { return result + late }
            waiting = late
        }
        return result
    }
}
