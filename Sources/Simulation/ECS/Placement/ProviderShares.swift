/// Which capacity provider the next task goes to: bases first, then weights by what is there.
struct ProviderShares {
    private let strategy: [CapacityProviderStrategyItem]
    private var counts: [Int]

    /// Of this strategy, with no tasks yet.
    init(_ strategy: [CapacityProviderStrategyItem]) {
        self.strategy = strategy
        counts = Array(repeating: 0, count: strategy.count)
    }

    /// A task is there already.
    mutating func count(_ provider: String) {
        if let index = strategy.firstIndex(where: { $0.capacityProvider == provider }) { counts[index] += 1 }
    }

    /// The next task's entry, which counts it; nil under a launch type.
    mutating func next() -> CapacityProviderStrategyItem? {
        guard let index = missingBase ?? lightest else { return nil }
        counts[index] += 1
        return strategy[index]
    }

    private var missingBase: Int? { strategy.indices.first { counts[$0] < strategy[$0].base } }

    /// The entry that would be furthest below its share; the first of several. Compared without division.
    private var lightest: Int? {
        strategy.indices.filter { strategy[$0].weight > 0 }.min { a, b in
            let left = (counts[a] - strategy[a].base + 1) * strategy[b].weight
            let right = (counts[b] - strategy[b].base + 1) * strategy[a].weight
            return (left, a) < (right, b)
        }
    }
}
