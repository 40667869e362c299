import AWSWire
import Kinds
import Model

extension World {
    /// Takes `id` away, turn by turn as AWS lets it; the calls that were made, in order.
    mutating func remove(_ id: ResourceID) async throws -> [PlannedCall] {
        var made: [PlannedCall] = []
        for _ in 0..<8 {
            guard case .live(let live) = await observe(id), let kind = kindsByName[id.kind],
                let resource = resources.first(where: { $0.id == id })
            else { return made }
            var known = known
            let resolved = Resource(
                id, awsName: resource.awsName, spec: resource.spec.resolved(known), place: resource.place)
            let deletion = kind.deletion(of: resolved, live: live)
            for (word, value) in deletion.state { known[Reference(id, word)] = value }
            let calls = (deletion.preparation + deletion.calls).prefix { call in
                call.requires.allSatisfy { known[$0.reference]?.scalarText.map($0.values.contains) == true }
            }
            for call in calls {
                _ = try await aws.send(call.call)
                await cache.forget(naming: Set((call.call.input.object ?? [:]).values.compactMap(\.string)))
            }
            made += calls
            if calls.isEmpty { return made }
        }
        throw Stuck(calls: made.map(\.call))
    }

    /// Sends the last call of a deletion again: AWS may only answer that there is nothing.
    func repeatDeletion(_ call: PlannedCall) async throws {
        do {
            _ = try await aws.send(call.call)
        } catch let error as AWSError where error.isNotFound {
            return
        }
    }
}
