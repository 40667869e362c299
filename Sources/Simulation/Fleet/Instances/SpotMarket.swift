/// Spot prices and how deep pools are: chance by the seed, the same for the whole run.
public struct SpotMarket: Sendable {
    /// How long a price stays in the history that people ask for, in seconds.
    public static let step: Int64 = 6 * 3600

    /// All chance.
    let dice: Dice
    /// Types beyond those that the simulation knows by itself.
    let types: [String: InstanceType]

    /// The market of a world's chance.
    public init(dice: Dice) { self.init(dice: dice, types: [:]) }

    init(dice: Dice, types: [String: InstanceType]) {
        self.dice = dice
        self.types = types
    }

    /// Millionths of a dollar an hour on demand; nil for a type that nobody knows.
    func onDemandPrice(_ type: String) -> Int? { (types[type] ?? InstanceType.named(type))?.price }

    /// Millionths of a dollar an hour: 29 to 43 percent of the on-demand price.
    func price(_ type: String, zone: String) -> Int {
        let onDemand = onDemandPrice(type) ?? 50_000
        return onDemand * Int(share(type, zone)) / 1000
    }

    /// The price around a step's time, in millionths of a dollar an hour: what groups choose by, two percent up or down.
    public func price(_ type: InstanceType, zone: String, step: Int64) -> Int64 {
        let drift = dice.number(
            in: 980...1020, .allocation, Self.number(type.name, zone), turn: UInt64(bitPattern: step))
        return Int64(type.price) * share(type.name, zone) * drift / 1_000_000
    }

    /// A pool's price in thousandths of the on-demand one.
    private func share(_ type: String, _ zone: String) -> Int64 {
        dice.number(in: 290...430, .allocation, Self.number(type, zone))
    }

    /// How much is left in a pool, 1 to 10.
    func depth(_ type: String, zone: String) -> Int {
        Int(dice.number(in: 1...10, .allocation, Self.number(type, zone), turn: 1))
    }

    /// The stream of a pool's chance.
    private static func number(_ type: String, _ zone: String) -> UInt64 { Dice.number(of: "\(type)/\(zone)") }
}

/// One type that a group may start, and how.
struct LaunchOption: Sendable, Hashable {
    /// `m5.large`.
    let instanceType: String
    /// What it counts.
    let weight: Int
    /// Its template.
    let source: LaunchSource
    /// Its place in the policy's list.
    let priority: Int
}

/// In which order a group tries its types in a zone (aws-facts 2.3).
struct AllocationOrder {
    /// Prices and depths.
    let market: SpotMarket
    /// The policy.
    let policy: MixedInstances

    /// `options` as the strategy prefers them; `count` says how many instances of a type run in the zone already.
    func sorted(_ options: [LaunchOption], zone: String, spot: Bool, count: (String) -> Int) -> [LaunchOption] {
        guard options.count > 1 else { return options }
        guard spot else { return onDemand(options) }
        switch policy.spotAllocationStrategy {
        case "capacity-optimized": return by(options) { (-market.depth($0.instanceType, zone: zone), price($0, zone)) }
        case "capacity-optimized-prioritized":
            return by(options) { (shallow($0, options, zone, tolerance: 2), $0.priority) }
        case "price-capacity-optimized":
            return by(options) { (shallow($0, options, zone, tolerance: 3), price($0, zone)) }
        default: return lowestPrice(options, zone, count)
        }
    }

    private func onDemand(_ options: [LaunchOption]) -> [LaunchOption] {
        guard policy.onDemandAllocationStrategy == "lowest-price" else { return options }
        return by(options) { (market.onDemandPrice($0.instanceType) ?? Int.max, 0) }
    }

    /// The cheapest pools take turns, the rest stand behind them.
    private func lowestPrice(_ options: [LaunchOption], _ zone: String, _ count: (String) -> Int) -> [LaunchOption] {
        let cheap = by(options) { (price($0, zone), 0) }
        let pools = max(1, policy.spotInstancePools)
        return by(Array(cheap.prefix(pools))) { (count($0.instanceType), price($0, zone)) } + cheap.dropFirst(pools)
    }

    private func price(_ option: LaunchOption, _ zone: String) -> Int { market.price(option.instanceType, zone: zone) }

    /// 0 for a pool that is about as deep as the deepest, 1 for the others.
    private func shallow(_ option: LaunchOption, _ options: [LaunchOption], _ zone: String, tolerance: Int) -> Int {
        let deepest = options.map { market.depth($0.instanceType, zone: zone) }.max() ?? 0
        return market.depth(option.instanceType, zone: zone) >= deepest - tolerance ? 0 : 1
    }

    private func by(_ options: [LaunchOption], _ key: (LaunchOption) -> (Int, Int)) -> [LaunchOption] {
        options.map { (key: key($0), option: $0) }
            .sorted { ($0.key.0, $0.key.1, $0.option.priority) < ($1.key.0, $1.key.1, $1.option.priority) }
            .map(\.option)
    }
}
