import Model

/// Reads that AWS only takes one by one, several at a time; the client's rate budget still holds them back.
enum Concurrently {
    /// The observation of each resource, `width` asked at the same time.
    static func observe(
        _ resources: [Resource], width: Int = 8, _ ask: @escaping @Sendable (Resource) async -> Observation
    ) async -> [ResourceID: Observation] {
        await withTaskGroup(of: (ResourceID, Observation).self) { group in
            var found: [ResourceID: Observation] = [:]
            for (index, resource) in resources.enumerated() {
                if index >= width, let (id, observation) = await group.next() { found[id] = observation }
                group.addTask { (resource.id, await ask(resource)) }
            }
            for await (id, observation) in group { found[id] = observation }
            return found
        }
    }
}
