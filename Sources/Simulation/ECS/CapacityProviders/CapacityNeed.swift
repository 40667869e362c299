/// How many instances managed scaling wants (aws-facts 3.2); pure, so that the worked examples are its tests.
struct CapacityNeed: Sendable, Hashable {
    /// What a waiting task asks for; tasks that ask for the same are one group.
    struct Demand: Sendable, Hashable {
        /// CPU units.
        var cpu: Int
        /// MiB.
        var memory: Int
        /// Host ports that it must have.
        var ports: [Int] = []
        /// One of its kind on an instance (`distinctInstance`).
        var isAlone = false
    }

    /// What an instance type gives to tasks.
    struct Room: Sendable, Hashable, Comparable {
        /// CPU units.
        var cpu: Int
        /// MiB.
        var memory: Int

        static func < (a: Room, b: Room) -> Bool { (a.cpu, a.memory) < (b.cpu, b.memory) }

        /// How many tasks of a demand it takes.
        func holds(_ demand: Demand) -> Int {
            let byCPU = demand.cpu > 0 ? cpu / demand.cpu : Int.max
            let byMemory = demand.memory > 0 ? memory / demand.memory : Int.max
            let most = min(byCPU, byMemory)
            return demand.isAlone || !demand.ports.isEmpty ? min(1, most) : most
        }
    }

    /// Instances that are up: N.
    let up: Int
    /// Instances that are needed: M.
    let needed: Int

    /// CapacityProviderReservation in thousandths of a percent: M / N × 100; 100 with neither, 200 with none up.
    var reservation: Int {
        guard up > 0 else { return needed == 0 ? 100_000 : 200_000 }
        return needed * 100_000 / up
    }

    /// N and M; without waiting tasks M is the number of instances that hold work.
    init(up: Int, needed: Int) {
        self.up = up
        self.needed = needed
    }

    /// With waiting tasks M is N and a step: each group of equal demands is packed on the largest type, the largest group
    /// counts, within the step's bounds. A demand that the smallest type cannot hold does not count; when none counts, M
    /// is as without.
    init(
        up: Int, holdingWork: Int, waiting: [(demand: Demand, count: Int)], types: [Room],
        steps: ClosedRange<Int>
    ) {
        let step = waiting.map { Self.instances($0.demand, $0.count, types) }.max() ?? 0
        guard step > 0 else {
            self.init(up: up, needed: holdingWork)
            return
        }
        self.init(up: up, needed: up + min(max(step, steps.lowerBound), steps.upperBound))
    }

    private static func instances(_ demand: Demand, _ count: Int, _ types: [Room]) -> Int {
        guard let largest = types.max(), types.allSatisfy({ $0.holds(demand) > 0 }) else { return 0 }
        let each = largest.holds(demand)
        return each == Int.max ? 1 : (count + each - 1) / each
    }

    /// What the group should have so that the reservation is `target` percent; two from none.
    func capacity(target: Int) -> Int {
        if up == 0 { return needed == 0 ? 0 : 2 }
        return (needed * 100 + target - 1) / target
    }

    /// One minute's scale-in towards `wanted`: less than half of what is there, at least one.
    static func shrunk(from capacity: Int, to wanted: Int) -> Int {
        max(wanted, capacity - max(1, (capacity - 1) / 2))
    }
}
