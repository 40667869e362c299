import Kinds
import Model

/// Step 4: asks AWS, kind by kind, each part after what it is a part of.
struct Observer: Sendable {
    let kinds: [any Kind.Type]
    let context: ObservationContext
    let lookups: [ResourceID: Lookup]
    /// Written to in this pass: that AWS does not show one of them yet does not mean that it is absent (aws-facts 11.1).
    var justMade: Set<ResourceID> = []

    /// What is known of replaced things; nil where things are only looked for by their own names.
    var generations: KnownGenerations?

    /// What manifests alone tell of what is to be deleted: its parts are looked for even while it is on its way out.
    var departedOutputs: [Reference: Value] = [:]

    /// What is known after looking at `resources`; of everything else `known` stays.
    func observe(_ resources: [Resource], knowing known: Observations) async -> Observations {
        var seen = known
        await lookUp(resources, &seen)
        let byKind = Dictionary(grouping: resources, by: \.id.kind)
        for kind in kinds {
            guard let wanted = byKind[kind.schema.kind] else { continue }
            await observe(wanted.sorted { $0.id < $1.id }, of: kind, &seen)
        }
        return seen
    }

    private func lookUp(_ resources: [Resource], _ seen: inout Observations) async {
        let needed = Set(resources.flatMap { $0.spec.references.map(\.resource) }).filter { id in
            lookups[id] != nil && seen.byResource[id]?.live == nil
        }
        guard !needed.isEmpty else { return }
        let found = await Lookups.observe(needed.sorted().compactMap { lookups[$0] }, context)
        for (id, observation) in found { seen.record(id, observation) }
    }

    private func observe(_ wanted: [Resource], of kind: any Kind.Type, _ seen: inout Observations) async {
        var asked: [Resource] = []
        for resource in wanted {
            var resolved = resource
            resolved.spec = resource.spec.resolved(seen.outputs)
            if isBelowDeparting(resolved, kind, seen) { resolved.spec = resolved.spec.resolved(departedOutputs) }
            if let answer = answerOfParent(resolved, kind, seen) {
                seen.record(resource.id, answer)
            } else {
                asked.append(resolved)
            }
        }
        guard !asked.isEmpty else { return }
        if let generations, let replacement = kind.replacement {
            let reader = GenerationReader(context: context, names: generations, justMade: justMade)
            let written = Dictionary(wanted.map { ($0.id, $0) }) { first, _ in first }
            return await reader.observe(asked, written: written, of: kind, replacement, &seen)
        }
        let found = await kind.observe(asked, context)
        for resource in asked { seen.record(resource.id, visible(found[resource.id], resource.id)) }
    }

    private func isBelowDeparting(_ resource: Resource, _ kind: any Kind.Type, _ seen: Observations) -> Bool {
        guard let parent = kind.parentMember.flatMap({ resource.spec[$0]?.reference?.resource }) else { return false }
        return seen.byResource[parent]?.isDeparting == true
    }

    private func visible(_ observation: Observation?, _ id: ResourceID) -> Observation {
        if case .absent = observation, justMade.contains(id) {
            return .unknown("was made just now and is not visible yet")
        }
        return observation ?? .unknown("AWS was not asked")
    }

    /// A part of what is absent is absent, of what is unknown unknown; nil when AWS has to be asked.
    private func answerOfParent(_ resource: Resource, _ kind: any Kind.Type, _ seen: Observations) -> Observation? {
        guard let path = kind.parentMember, let parent = resource.spec[path]?.reference?.resource else { return nil }
        if case .absent = seen.byResource[parent] { return .absent }
        return .unknown("\(parent) is not known")
    }
}
