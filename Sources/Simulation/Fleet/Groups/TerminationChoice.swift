import Model

/// Which instances a scale-in ends, one after the other (aws-facts 2.3): zones in balance first, then the purchase
/// option that is over its share, then the termination policies, at last chance.
struct TerminationChoice {
    private struct Candidate {
        let id: InstanceID
        let zone: String
        let isSpot: Bool
        let weight: Int
        let launchedAt: Instant
        /// The place of its type in the allocation order: the higher, the less wanted.
        let rank: Int
        /// How old its template is: the smaller, the older.
        let templateAge: Int
        /// How old its launch configuration is; templates are newer than all of them.
        let configurationAge: Instant?
        let luck: UInt64
    }

    private var candidates: [Candidate] = []
    private var byZone: [String: Int] = [:]
    private var onDemand: Int
    private var capacity: Int
    private let split: PurchaseSplit?
    private let policies: [String]
    private let now: Instant

    init(_ world: World, _ group: AutoScalingGroup, _ census: GroupCensus) {
        now = world.now
        split = group.split
        onDemand = census.onDemand
        capacity = census.capacity
        policies = group.settings.terminationPolicies.flatMap {
            $0 == "Default" ? Self.standard(isMixed: group.settings.mixed != nil) : [$0]
        }
        let ranks = PoolRanks(world, group)
        for id in census.pending + census.serving {
            guard let instance = world.fleet.instances[id] else { continue }
            byZone[instance.zone, default: 0] += instance.weight
            guard instance.lifecycle == .inService, !instance.isProtected else { continue }
            candidates.append(Self.candidate(id, instance, world, group, ranks))
        }
    }

    private static func standard(isMixed: Bool) -> [String] {
        (isMixed ? ["AllocationStrategy"] : [])
            + ["OldestLaunchConfiguration", "OldestLaunchTemplate", "ClosestToNextInstanceHour"]
    }

    private static func candidate(
        _ id: InstanceID, _ instance: Instance, _ world: World, _ group: AutoScalingGroup, _ ranks: PoolRanks
    ) -> Candidate {
        let isCurrent = instance.launchTemplate == ranks.template
        let version = Int(instance.launchTemplateVersion ?? "") ?? 0
        let made = instance.launchConfiguration.flatMap {
            world.registry["autoscaling/launch-configuration"][$0]?["createdTime"]?.number
        }
        return Candidate(
            id: id, zone: instance.zone, isSpot: instance.isSpot, weight: instance.weight,
            launchedAt: instance.launchedAt, rank: ranks.rank(of: instance),
            templateAge: isCurrent ? version : version - 1_000_000,
            configurationAge: instance.launchConfiguration == nil
                ? nil : Instant(milliseconds: Int64((made ?? 0) * 1000)),
            luck: world.dice.bits(.termination, instance.ordinal))
    }

    /// The next instance to end; nil when every one left is protected or on its way.
    mutating func next() -> InstanceID? {
        guard !candidates.isEmpty else { return nil }
        let eligible = aboveBase(Array(candidates.indices))
        let most = eligible.map { byZone[candidates[$0].zone] ?? 0 }.max() ?? 0
        var left = eligible.filter { byZone[candidates[$0].zone] == most }
        left = overBought(left)
        for policy in policies where left.count > 1 { left = narrowed(left, by: policy) }
        guard let place = left.min(by: { candidates[$0].luck < candidates[$1].luck }) else { return nil }
        let victim = candidates.remove(at: place)
        byZone[victim.zone, default: 0] -= victim.weight
        capacity -= victim.weight
        if !victim.isSpot { onDemand -= victim.weight }
        return victim.id
    }

    /// The on-demand base stays while there is Spot to end.
    private func aboveBase(_ places: [Int]) -> [Int] {
        guard let split, onDemand <= split.base else { return places }
        let spot = places.filter { candidates[$0].isSpot }
        return spot.isEmpty ? places : spot
    }

    /// Those of the purchase option of which there is more than its share of what is left.
    private func overBought(_ places: [Int]) -> [Int] {
        guard let split else { return places }
        let isOnDemandOver = onDemand > split.onDemand(of: max(0, capacity - 1))
        let over = places.filter { candidates[$0].isSpot != isOnDemandOver }
        return over.isEmpty ? places : over
    }

    private func narrowed(_ places: [Int], by policy: String) -> [Int] {
        switch policy {
        case "AllocationStrategy": best(places) { -Int64(candidates[$0].rank) }
        case "OldestLaunchConfiguration": best(places) { candidates[$0].configurationAge?.milliseconds ?? Int64.max }
        case "OldestLaunchTemplate": best(places) { Int64(candidates[$0].templateAge) }
        case "ClosestToNextInstanceHour": best(places) { -((now - candidates[$0].launchedAt).milliseconds % 3_600_000) }
        case "NewestInstance": best(places) { -candidates[$0].launchedAt.milliseconds }
        case "OldestInstance": best(places) { candidates[$0].launchedAt.milliseconds }
        default: places
        }
    }

    private func best(_ places: [Int], _ key: (Int) -> Int64) -> [Int] {
        let least = places.map(key).min()
        return places.filter { key($0) == least }
    }
}

/// How a group's allocation strategy ranks the pools that its instances came from.
struct PoolRanks {
    /// The template that the group starts instances with now.
    let template: String?
    private var ranks: [SpotPool: Int] = [:]

    init(_ world: World, _ group: AutoScalingGroup) {
        let configuration = group.configuration
        if case .template(let id, _) = configuration.source { template = id } else { template = nil }
        guard let mixed = configuration.mixed else { return }
        let options = world.possibleOptions(configuration)
        let order = AllocationOrder(market: SpotMarket(dice: world.dice, types: world.fleet.types), policy: mixed)
        for zone in group.settings.zones {
            for spot in [true, false] {
                for (rank, option) in order.sorted(options, zone: zone, spot: spot, count: { _ in 0 }).enumerated() {
                    ranks[SpotPool(instanceType: option.instanceType, zone: zone, onDemandToo: !spot)] = rank
                }
            }
        }
    }

    /// 0 for the pool that the strategy likes best; high for one that it does not know.
    func rank(of instance: Instance) -> Int {
        let pool = SpotPool(
            instanceType: instance.instanceType, zone: instance.zone, onDemandToo: !instance.isSpot)
        return ranks[pool] ?? (ranks.isEmpty ? 0 : Int(Int32.max))
    }
}
