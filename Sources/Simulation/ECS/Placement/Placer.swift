/// Chooses instances for tasks of one shape, one after the other; what it chose counts for the next choice.
struct Placer {
    /// An instance that may take one more.
    struct Candidate {
        var room: Room
        /// Tasks of the same group on it.
        var here = 0
        /// For each spread over an attribute other than the zone: which of its values it has.
        var values: [Int] = []
    }

    /// One strategy of the chain.
    enum Rule {
        /// Over the cluster's zones.
        case spreadZones
        /// Over an attribute: how many tasks of the group each value has.
        case spread(slot: Int)
        case spreadInstances
        case binpackCPU
        case binpackMemory
        case random
    }

    let cpu: Int
    let memory: Int
    let isDistinct: Bool
    let hasStaticPorts: Bool
    let rules: [Rule]
    let dice: Dice
    let turn: UInt64
    var candidates: [Candidate]
    /// The group's tasks in each of the cluster's zones.
    var zones: [Int]
    /// For each spread over an attribute, the tasks of each value.
    var counts: [[Int]]

    /// The best instance for one more task under `provider` (nil for any); nil when there is none.
    mutating func take(_ provider: CapacityProviderID?) -> ContainerInstanceID? {
        var best: Int?
        for index in candidates.indices where fits(candidates[index], provider) {
            guard let current = best else {
                best = index
                continue
            }
            if isBetter(candidates[index], than: candidates[current]) { best = index }
        }
        guard let best else { return nil }
        candidates[best].room.cpu -= cpu
        candidates[best].room.memory -= memory
        candidates[best].room.tasks += 1
        candidates[best].here += 1
        zones[candidates[best].room.zone] += 1
        for (slot, value) in candidates[best].values.enumerated() { counts[slot][value] += 1 }
        return candidates[best].room.id
    }

    private func fits(_ candidate: Candidate, _ provider: CapacityProviderID?) -> Bool {
        candidate.room.cpu >= cpu && candidate.room.memory >= memory
            && (provider == nil || candidate.room.provider == provider)
            && (candidate.here == 0 || !(isDistinct || hasStaticPorts))
    }

    /// By the chain's rules, then the one with fewer tasks, then the older one.
    private func isBetter(_ a: Candidate, than b: Candidate) -> Bool {
        for rule in rules {
            let difference = rank(a, rule) - rank(b, rule)
            if difference != 0 { return difference < 0 }
        }
        return (a.room.tasks, a.room.ordinal) < (b.room.tasks, b.room.ordinal)
    }

    private func rank(_ candidate: Candidate, _ rule: Rule) -> Int {
        switch rule {
        case .spreadZones: zones[candidate.room.zone]
        case .spread(let slot): counts[slot][candidate.values[slot]]
        case .spreadInstances: candidate.here
        case .binpackCPU: candidate.room.cpu
        case .binpackMemory: candidate.room.memory
        case .random:
            Int(dice.bits(.placement, candidate.room.ordinal, turn: turn &+ UInt64(candidate.room.tasks)) >> 2)
        }
    }
}
