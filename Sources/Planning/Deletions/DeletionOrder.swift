import Kinds
import Model

/// Lays deletions out as steps, what stands on others first, each with what it waits for.
///
/// Nothing of it is remembered: who is gone is what AWS shows, so that any turn of any process goes on where the last one ended.
struct DeletionOrder {
    let draft: DeletionDraft
    /// Why nothing is taken away yet: what is wanted moves; nil when it is at rest.
    let waitsFor: String?

    /// The steps, those that nothing waits for first.
    var steps: [Step] {
        draft.graph.order.reversed().filter { draft.plans[$0]?.action == .delete }.flatMap(steps)
    }

    /// What requirements of deletions may take: the words of what is about to go.
    var state: [Reference: Value] {
        draft.deletions.reduce(into: [:]) { state, entry in
            for (word, value) in entry.value.state { state[Reference(entry.key, word)] = value }
        }
    }

    private func steps(of id: ResourceID) -> [Step] {
        guard let deletion = draft.deletions[id] else { return [] }
        let users = draft.users(of: id).map(Self.isGone)
        let others = draft.dependents(of: id).map(Self.isGone) + draft.requirements(of: id)
        let calls =
            deletion.preparation.map { waiting($0, users) } + deletion.calls.map { waiting($0, users + others) }
        return calls.indices.map { index in
            let after = index > 0 ? ["\(id)#delete\(index - 1)"] : []
            return Step(id: "\(id)#delete\(index)", resource: id, planned: calls[index], after: after)
        }
    }

    private func waiting(_ call: PlannedCall, _ requirements: [PlannedCall.Requirement]) -> PlannedCall {
        var call = call
        let rest = waitsFor.map { PlannedCall.Requirement(Reference(Departed.environment, "rest"), reason: $0) }
        call.requires = [rest].compactMap { $0 } + requirements + call.requires
        return call
    }

    /// Never known in the turn in which it is asked for: the next one looks, and then nothing has to be waited for.
    private static func isGone(_ id: ResourceID) -> PlannedCall.Requirement {
        PlannedCall.Requirement(Reference(id, "gone"), in: ["true"], reason: "until \(id) is gone")
    }
}

extension DeletionDraft {
    /// What has to be so of others that go as well.
    func requirements(of id: ResourceID) -> [PlannedCall.Requirement] {
        guard let resource = departed.resources[id], let kind = kinds[id.kind] else { return [] }
        return kind.deletionRequirements(of: resource, among: index).filter { isThere($0.reference.resource) }
    }

    /// Who must be gone before it is made ready to go.
    func users(of id: ResourceID) -> [ResourceID] {
        guard let resource = departed.resources[id], let kind = kinds[id.kind] else { return [] }
        return kind.users(of: resource, among: index).filter(isThere).sorted()
    }
}
