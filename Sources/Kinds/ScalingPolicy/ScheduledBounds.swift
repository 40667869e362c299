import Model

/// The bounds that a policy and its schedules give a service's count at one time or another.
struct ScheduledBounds {
    static let names = ["minCapacity", "maxCapacity"]

    private let spec: Value

    init(_ spec: Value) { self.spec = spec }

    /// True when the target's bounds are those that some schedule sets, so that nobody else moved them.
    func areScheduled(_ target: Value) -> Bool {
        actions.contains { action in
            Self.names.allSatisfy { target[$0] == (action[$0] ?? spec[$0]) }
        }
    }

    /// How far the count may go over all times; nil while the bounds are not numbers or the wrong way round.
    var band: ClosedRange<Int>? {
        guard let low = all("minCapacity").min(), let high = all("maxCapacity").max(), low <= high else { return nil }
        return low...high
    }

    private var actions: [Value] { (spec["scheduled"]?.list ?? []).compactMap { $0["scalableTargetAction"] } }
    private func all(_ name: String) -> [Int] { ([spec] + actions).compactMap { $0[name]?.integer } }
}
