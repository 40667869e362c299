import Model

/// Reads that AWS only takes one by one, several at a time; the client's rate budget still holds them back.
enum Concurrently {
    /// The observation of each resource, `width` asked at the same time.
    static func observe(
        _ resources: [Resource], width: Int = 8, _ ask: @escaping @Sendable (Resource) async -> Observation
    ) async -> [ResourceID: Observation] {
        let found = await map(resources, width: width) { ($0.id, await ask($0)) }
        return Dictionary(found) { $1 }
    }

    /// The answer for each item in the items' order, `width` asked at the same time.
    static func map<Item: Sendable, Answer: Sendable>(
        _ items: [Item], width: Int, _ ask: @escaping @Sendable (Item) async -> Answer
    ) async -> [Answer] {
        await withTaskGroup(of: (Int, Answer).self) { group in
            var found: [(place: Int, answer: Answer)] = []
            for (place, item) in items.enumerated() {
                if place >= width, let next = await group.next() { found.append(next) }
                group.addTask { (place, await ask(item)) }
            }
            for await next in group { found.append(next) }
            return found.sorted { $0.place < $1.place }.map(\.answer)
        }
    }
}
