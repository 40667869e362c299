import Model

/// The bounds that a policy and its schedules give a service's count at one time or another.
struct ScheduledBounds {
    private static let names = ["minCapacity", "maxCapacity"]

    private let spec: Value

    init(_ spec: Value) { self.spec = spec }

    /// The bounds of `target` as Git says them, for those that some schedule set: nobody else moved them. One action may have
    /// set the one, and another the other.
    func shown(of target: Value) -> [String: Value] {
        Self.names.filter { isScheduled($0, in: target) }.reduce(into: [:]) { $0[$1] = spec[$1] }
    }

    /// `input` as AWS takes it of a `target` whose other bound some schedule set. That one is left out, and so stays, unless
    /// the two would cross: then AWS refuses the one alone.
    func sent(_ input: [String: Value], to target: Value) -> [String: Value] {
        let low = (input["minCapacity"] ?? target["minCapacity"])?.integer ?? 0
        let high = (input["maxCapacity"] ?? target["maxCapacity"])?.integer ?? low
        guard low > high else { return input }
        return Self.names.reduce(into: input) { $0[$1] = spec[$1] }
    }

    /// How far the count may go over all times; nil while the bounds are not numbers or the wrong way round.
    var band: ClosedRange<Int>? {
        guard let low = all("minCapacity").min(), let high = all("maxCapacity").max(), low <= high else { return nil }
        return low...high
    }

    /// True when an action states the bound, and the target has all that it states.
    private func isScheduled(_ name: String, in target: Value) -> Bool {
        actions.contains { action in
            action[name] != nil
                && Self.names.allSatisfy { action[$0] == nil || action[$0]?.integer == target[$0]?.integer }
        }
    }

    private var actions: [Value] { (spec["scheduled"]?.list ?? []).compactMap { $0["scalableTargetAction"] } }
    private func all(_ name: String) -> [Int] { ([spec] + actions).compactMap { $0[name]?.integer } }
}
