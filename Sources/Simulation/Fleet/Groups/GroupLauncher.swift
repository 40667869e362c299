import Model

/// What one launch starts.
struct LaunchPick {
    /// Type, weight and template.
    let option: LaunchOption
    /// The template, resolved.
    let recipe: LaunchRecipe
    /// Where.
    let zone: String
    /// The subnet; empty when the zone has none.
    let subnet: String
    /// Bought on Spot.
    let isSpot: Bool
}

/// One look's launches of a group: it counts what it starts, so that each launch sees the ones before.
struct GroupLauncher {
    private let group: GroupID
    private let cause: String
    private let zones: [String]
    private let subnets: [String: [String]]
    private let options: [LaunchOption]
    private let recipes: [LaunchRecipe]
    private let order: AllocationOrder
    private let split: PurchaseSplit?
    private let desired: Int
    private var onDemand: Int
    private var byZone: [String: Int] = [:]
    private var byPool: [SpotPool: Int] = [:]
    private var refused: Set<SpotPool> = []
    /// What there is, the instances on their way in counted.
    private(set) var capacity: Int
    /// EC2 had nothing to give anywhere.
    private(set) var isExhausted = false

    init(
        _ world: World, _ id: GroupID, _ group: AutoScalingGroup, _ census: GroupCensus, cause: String
    ) throws(Refusal) {
        self.group = id
        self.cause = cause
        zones = group.settings.zones
        subnets = world.subnets(of: group.settings)
        options = try world.launchOptions(group.configuration)
        recipes = try options.map { option throws(Refusal) in try world.recipe(for: option.source) }
        order = AllocationOrder(
            market: SpotMarket(dice: world.dice, types: world.fleet.types),
            policy: group.configuration.mixed ?? MixedInstances())
        split = group.split
        desired = group.settings.desiredCapacity
        onDemand = census.onDemand
        capacity = census.capacity
        for instance in census.pending + census.serving {
            guard let instance = world.fleet.instances[instance] else { continue }
            count(instance.instanceType, instance.zone, instance.isSpot)
        }
    }

    private mutating func count(_ type: String, _ zone: String, _ isSpot: Bool) {
        byZone[zone, default: 0] += 1
        byPool[SpotPool(instanceType: type, zone: zone, onDemandToo: !isSpot), default: 0] += 1
    }

    /// Starts one instance where it is missed most; false when EC2 has nothing to give.
    mutating func launchOne(in world: inout World) -> Bool {
        let isSpot = wantsSpot
        for zone in zones.sorted(by: { (byZone[$0] ?? 0, rank($0)) < (byZone[$1] ?? 0, rank($1)) }) {
            guard let pick = pick(in: zone, spot: isSpot, world) else {
                refuse(zone, spot: isSpot, in: &world)
                continue
            }
            world.launch(pick, for: group, cause: cause)
            count(pick.option.instanceType, zone, isSpot)
            capacity += pick.option.weight
            if !isSpot { onDemand += pick.option.weight }
            return true
        }
        isExhausted = true
        return false
    }

    private func rank(_ zone: String) -> Int { zones.firstIndex(of: zone) ?? zones.count }

    private var wantsSpot: Bool {
        guard let split else { return recipes.first?.isSpot ?? false }
        return onDemand >= split.onDemand(of: desired)
    }

    private func pick(in zone: String, spot: Bool, _ world: World) -> LaunchPick? {
        let sorted = order.sorted(options, zone: zone, spot: spot) { type in
            byPool[SpotPool(instanceType: type, zone: zone, onDemandToo: !spot)] ?? 0
        }
        let places = subnets[zone] ?? []
        guard let option = sorted.first(where: { !world.isDry($0.instanceType, zone: zone, spot: spot) }),
            let index = options.firstIndex(of: option)
        else { return nil }
        let subnet = places.isEmpty ? "" : places[(byZone[zone] ?? 0) % places.count]
        return LaunchPick(option: option, recipe: recipes[index], zone: zone, subnet: subnet, isSpot: spot)
    }

    /// Puts a refusal down, once a look for each zone and purchase option.
    private mutating func refuse(_ zone: String, spot: Bool, in world: inout World) {
        guard refused.insert(SpotPool(zone: zone, onDemandToo: !spot)).inserted else { return }
        let type = options.first?.instanceType ?? ""
        let reason =
            spot
            ? "Could not launch Spot Instances. \(spotReason) Launching EC2 instance failed."
            : "Could not launch On-Demand Instances. InsufficientInstanceCapacity - "
                + "\(world.insufficient(type, zone)) Launching EC2 instance failed."
        world.fail(
            group, cause: cause, message: reason,
            details: world.details(zone: zone, subnet: subnets[zone]?.first ?? ""))
    }

    private var spotReason: String {
        options.count > 1
            ? "UnfulfillableCapacity - Unable to fulfill capacity due to your request configuration. "
                + "Please adjust your request and try again."
            : "InsufficientInstanceCapacity - There is no Spot capacity available that matches your request."
    }
}

extension World {
    /// The types that a configuration may start, in its order.
    func launchOptions(_ configuration: InstanceRefresh.Configuration) throws(Refusal) -> [LaunchOption] {
        let overrides = configuration.mixed?.overrides ?? []
        guard !overrides.isEmpty else {
            let type = try recipe(for: configuration.source).instanceType
            return [LaunchOption(instanceType: type, weight: 1, source: configuration.source, priority: 0)]
        }
        return overrides.enumerated().map { place, override in
            LaunchOption(
                instanceType: override.instanceType, weight: override.weightedCapacity ?? 1,
                source: override.template ?? configuration.source, priority: place)
        }
    }

    /// The same; none when its template or launch configuration is gone, from which nothing can be started.
    func possibleOptions(_ configuration: InstanceRefresh.Configuration) -> [LaunchOption] {
        do { return try launchOptions(configuration) } catch { return [] }
    }

    /// A group's subnets by zone, in its order; the zones' default ones where it names none.
    func subnets(of settings: GroupSettings) -> [String: [String]] {
        let table = registry["ec2/subnet"]
        var subnets: [String: [String]] = [:]
        for subnet in settings.subnets {
            if let zone = table[subnet]?["availabilityZone"]?.string { subnets[zone, default: []].append(subnet) }
        }
        guard settings.subnets.isEmpty else { return subnets }
        for (subnet, row) in table.all where row["defaultForAz"]?.bool == true {
            if let zone = row["availabilityZone"]?.string { subnets[zone, default: []].append(subnet) }
        }
        return subnets
    }
}
