import Model
import Planning

extension Turn {
    /// How many resources have each condition, with all of them as `Total`; a condition that none has is 0.
    public var conditionCounts: [(condition: String, count: Int)] {
        let wanted = states.values.filter { !$0.plan.isDeparture }
        let held = wanted.flatMap { ConditionRules($0).conditions.filter(\.isTrue).map(\.type) }
        let types: [ConditionType] = [.ready, .reconciling, .stalled, .drifted, .suspended]
        return types.map { type in (type.rawValue, held.count { $0 == type }) } + [("Total", wanted.count)]
    }
}
