import Kinds
import Model
import Planning

/// Observes things that AWS knows by a name of their own, and tells which of several is a resource's: while nothing is replaced
/// that is one look by name, like any other.
struct GenerationReader {
    let context: ObservationContext
    let names: KnownGenerations
    let justMade: Set<ResourceID>

    /// Records what AWS shows of `asked`, whose specs hold what is known; `written` are the same as manifests have them.
    func observe(
        _ asked: [Resource], written: [ResourceID: Resource], of kind: any Kind.Type, _ replacement: Replacement,
        _ seen: inout Observations
    ) async {
        let inputs = asked.map { input($0, written[$0.id] ?? $0, kind, replacement, seen) }
        let found = await kind.observe(inputs.map(\.first), context)
        let looks = inputs.map { input in
            Succession(input, first: found[input.resource.id] ?? .unknown("AWS was not asked"))
        }
        let further = looks.filter { !$0.isSettled }.flatMap(\.further)
        let others = further.isEmpty ? [:] : await kind.observe(further, context)
        for look in looks {
            let decision = (look.isSettled ? look : look.adding(others)).decision
            await record(decision.generation, visible(decision, look), look, &seen)
        }
    }

    private func record(
        _ generation: Generation, _ observation: Observation, _ look: Succession, _ seen: inout Observations
    ) async {
        var generation = generation
        if let live = observation.live, !generation.living.isEmpty, let count = look.input.replacement.healthyTargets {
            generation.healthyTargets = await count(live, context)
            generation.formerHealthyTargets = await former(generation, count)
        }
        seen.record(look.input.resource.id, observation)
        seen.generations[look.input.resource.id] = generation
    }

    /// How many targets of all that came before answer; nil when AWS does not tell of one.
    private func former(
        _ generation: Generation, _ count: @Sendable (Live, ObservationContext) async -> Int?
    ) async -> Int? {
        var total = 0
        for live in generation.living.compactMap(\.observation.live) {
            guard let healthy = await count(live, context) else { return nil }
            total += healthy
        }
        return total
    }

    /// What was written in this pass and is not shown yet need not be absent.
    private func visible(_ decision: (generation: Generation, observation: Observation), _ look: Succession)
        -> Observation
    {
        let isMissing = decision.observation.isAbsent && justMade.contains(look.input.resource.id)
        return isMissing ? .unknown("was made just now and is not visible yet") : decision.observation
    }

    private func input(
        _ resource: Resource, _ written: Resource, _ kind: any Kind.Type, _ replacement: Replacement,
        _ seen: Observations
    ) -> SuccessionInput {
        var input = SuccessionInput(
            written, resolved: resource, kind, replacement, ownership: names.ownership)
        names.complete(&input, seen)
        input.isJustMade = justMade.contains(resource.id)
        return input
    }
}

extension SuccessionInput {
    /// The resource under the name to look for first; what is read of it grows stale with the resource.
    fileprivate var first: Resource {
        var copy = resource
        copy.awsName = firstName
        return copy
    }
}
