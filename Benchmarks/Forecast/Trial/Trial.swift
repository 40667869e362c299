import Kinds
import Model
import Planning
import Simulation

/// One stack, one change: forecast from what AWS shows, then really done.
struct Trial {
    /// A rollout forecast and done.
    struct Row {
        let stack: Int
        let subject: String
        /// Nil when no seed ended.
        let forecast: Durations?
        /// In how many worlds it did not end.
        let unended: Int
        let seeds: Int
        /// Nil when it did not end.
        let real: Double?
        /// The lowest healthy counts; nil for groups.
        let lowest: (forecast: Int, real: Int)?

        /// True when the real duration lies between p5 and p95.
        var isCovered: Bool {
            guard let forecast, let real else { return false }
            return Double(forecast.p5) <= real && real <= Double(forecast.p95)
        }
        /// How far the median was off, as a share of what really was.
        var error: Double? {
            guard let forecast, let real, real > 0 else { return nil }
            return abs(Double(forecast.p50) - real) / real
        }
        /// p95 to p5.
        var width: Double? { forecast.map { Double($0.p95) / Double(max(1, $0.p5)) } }
        /// Called possible in every world, and did not come to an end.
        var isDeadlock: Bool { unended == 0 && forecast != nil && real == nil }
    }

    private(set) var rows: [Row] = []

    /// Stack `number`; nil when it never came to rest.
    init?(_ number: Int) async throws {
        var stack = try RandomStack(number)
        guard stack.isAtRest else { return nil }
        let change = StackChange(of: &stack)
        let plan = change.plan
        let capacity = try await Observing.read(stack.world)
        let forecaster = try Forecaster(
            plan, change.input, capacity)
        let forecast = await forecaster.forecast()
        let group = change.replaced.flatMap { stack.world.fleet.groupNames[$0.name] }
        var reality = try Reality(plan, change.input.outputs, in: stack.world, seed: UInt64(number) &* 104_729 + 1)
        reality.run(change.rolled.map(\.id), group: group)
        for member in change.rolled {
            let outcome = reality.outcome(of: member.id)
            let row = forecast?[service: ResourceID("Service", member.name)]
            rows.append(
                Row(
                    stack: number, subject: member.name, forecast: row?.duration, unended: row?.unended ?? 0,
                    seeds: forecast?.seeds ?? 0, real: outcome.seconds,
                    lowest: (row?.lowestHealthy ?? -1, outcome.lowest)))
        }
        if let base = change.replaced, let group {
            let outcome = reality.outcome(of: group)
            let row = forecast?[group: ResourceID("RefreshedInstances", base.name)]
            rows.append(
                Row(
                    stack: number, subject: base.name, forecast: row?.duration, unended: row?.unended ?? 0,
                    seeds: forecast?.seeds ?? 0, real: outcome.seconds, lowest: nil))
        }
    }
}
