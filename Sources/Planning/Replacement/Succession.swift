import Kinds
import Manifest
public import Model

/// Tells which of the things that may be a resource's is the one that Git wants, and which it replaces.
///
/// Things are found by name and believed by their tags. One name is asked for while nothing is replaced; the others
/// (the manifest's own, the one that a new thing would have, those that are remembered) only once something is.
public struct Succession: Sendable {
    public let input: SuccessionInput
    /// By name, in the order in which they were asked for.
    private var candidates: [(name: String, observation: Observation)]

    /// What AWS shows under the first name.
    public init(_ input: SuccessionInput, first: Observation) {
        self.input = input
        candidates = [(input.firstName, first)]
    }

    /// True when the first name is all that there is to know: it is Git's, and nothing else is remembered.
    public var isSettled: Bool {
        guard let first = candidates.first, input.remembered.isEmpty else { return false }
        let isPlain = first.name == input.resource.awsName
        switch first.observation {
        case .unknown: return isPlain || !first.observation.isDeparting
        case .absent: return false
        case .live(let live): return isOurs(live) ? causes(live, first.name).isEmpty : isPlain
        }
    }

    /// What else is to be asked for, each as a resource of its own.
    public var further: [Resource] {
        let names = [input.resource.awsName, input.generatedName] + input.remembered.values.sorted()
        let asked = Set(candidates.map(\.name))
        return names.reduce(into: [String]()) { all, name in
            if !asked.contains(name), !all.contains(name) { all.append(name) }
        }.map(input.asked)
    }

    /// The same with what AWS shows under those names.
    public func adding(_ found: [ResourceID: Observation]) -> Succession {
        var copy = self
        copy.candidates += further.map { ($0.awsName, found[$0.id] ?? .unknown("AWS was not asked")) }
        return copy
    }

    /// What is Git's now, with what it comes after.
    public var decision: (generation: Generation, observation: Observation) {
        let unclear = candidates.first { candidate in
            if case .unknown = candidate.observation { !candidate.observation.isDeparting } else { false }
        }
        if let unclear { return (Generation(awsName: unclear.name), unclear.observation) }
        let ours = candidates.filter { $0.observation.live.map(isOurs) ?? false }
        if let current = ours.first(where: { !isReplaced($0) }) { return standing(current) }
        guard let old = ours.first else { return (Generation(awsName: plain.name), plain.observation) }
        return replaced(old)
    }

    private var plain: (name: String, observation: Observation) {
        candidates.first { $0.name == input.resource.awsName } ?? (input.resource.awsName, .absent)
    }

    /// The one that is there is Git's.
    private func standing(
        _ current: (name: String, observation: Observation), refusal: String? = nil
    ) -> (Generation, Observation) {
        var generation = Generation(awsName: current.name)
        generation.predecessors = predecessors(of: current.name)
        generation.refusal = refusal
        return (generation, current.observation)
    }

    /// What is there can not become what Git wants: a new one is made beside it, unless that is refused.
    private func replaced(_ old: (name: String, observation: Observation)) -> (Generation, Observation) {
        let causes = old.observation.live.map { self.causes($0, old.name) } ?? []
        // The manifest's own name is the new one's where nothing has it yet.
        let name = !isNamed(old.name) && plain.observation.isAbsent ? plain.name : input.generatedName
        let generated = candidates.first { $0.name == name }?.observation
        guard input.isWanted else { return standing(old) }
        if let refusal = input.refusal(causes) { return standing(old, refusal: refusal) }
        switch generated {
        case .absent where input.isJustMade:
            return (Generation(awsName: old.name), .unknown("was made just now and is not visible yet"))
        case .absent:
            var generation = Generation(awsName: name)
            generation.causes = causes
            generation.predecessors = predecessors(of: generation.awsName)
            return (generation, .absent)
        case .unknown(let why): return (Generation(awsName: old.name), .unknown(why))
        case .live, nil:
            return standing(
                old,
                refusal: "\(name), the name of the new one, is taken in AWS by something that is not "
                    + "this manifest's. Delete that by hand")
        }
    }

    /// Everything of ours under another name, and what is remembered of what is gone.
    private func predecessors(of name: String) -> [Predecessor] {
        let others = candidates.filter { candidate in
            guard candidate.name != name else { return false }
            return candidate.observation.live.map(isOurs)
                ?? (candidate.observation.isDeparting && input.remembered.values.contains(candidate.name))
        }.map { Predecessor(of: input.resource.id, awsName: $0.name, $0.observation) }
        let known = Set(others.map(\.id))
        let gone = input.remembered.filter { !known.contains($0.key) }.map {
            Predecessor(gone: $0.key, awsName: $0.value)
        }
        return others + gone.sorted { $0.id < $1.id }
    }

    private func isOurs(_ live: Live) -> Bool {
        let tags = input.ownership.tags(for: input.resource.id, specHash: "")
        return [Ownership.environmentTag, Ownership.ownerTag, Ownership.resourceTag].allSatisfy {
            live.tags?[$0] == tags[$0]
        }
    }

    private func isReplaced(_ candidate: (name: String, observation: Observation)) -> Bool {
        candidate.observation.live.map { input.isWanted && !causes($0, candidate.name).isEmpty } ?? false
    }

    private func isNamed(_ name: String) -> Bool {
        name == input.resource.awsName
            || GeneratedName.isOne(name, of: input.resource, limit: input.replacement.nameLimit)
    }

    /// What of the difference only a new one can have; nothing that somebody else changed.
    private func causes(_ live: Live, _ name: String) -> [FieldChange] {
        let (resource, schema) = (input.resource, input.kind.schema)
        let isUnchanged = input.record.map { $0.specHash == SpecHash.of(resource.spec, schema) } ?? input.hasLostMemory
        let diff = Diff(
            schema: schema, ignore: resource.policy.ignore, stated: input.record?.stated,
            drifting: input.record?.driftGit ?? [:], unchanged: isUnchanged)
        let changes = diff.compare(desired: resource.spec, live: live.spec).changes.filter { change in
            change.effect == .replaces && change.reason != .drift
                && (change.desired?.references ?? []).allSatisfy { input.isKnown($0.resource) }
        }
        return renaming(name) + changes + leaving(live)
    }

    /// AWS's names are for life too.
    private func renaming(_ name: String) -> [FieldChange] {
        guard !isNamed(name), let member = input.kind.schema.nameMember else { return [] }
        return [
            FieldChange(
                FieldPath([member]), live: .string(name), desired: .string(input.resource.awsName), effect: .replaces,
                reason: .declared)
        ]
    }

    /// A target group belongs to one load balancer for life (aws-facts 4.10).
    private func leaving(_ live: Live) -> [FieldChange] {
        let arns = (live.detail["loadBalancerArns"]?.list ?? []).compactMap(\.string)
        return arns.compactMap { arn in
            input.leftBalancers[arn].map { name in
                FieldChange(
                    "/loadBalancer", live: Predecessor.awsName(inARN: arn).map { .string($0) },
                    desired: .string(name), effect: .replaces, reason: .declared)
            }
        }
    }
}
