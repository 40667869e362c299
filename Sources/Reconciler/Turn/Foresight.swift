import Kinds
import Model
public import Planning

/// What a plan is told of the future: asked once a pass, and only when tasks or instances are about to move.
public struct Foresight: Sendable {
    /// How plans that roll are forecast; nil for not at all.
    let forecasts: ForecastOptions?
    /// What is asked about Spot instances; nil for nothing.
    let spot: SpotQuestion?
    /// What an earlier pass over the same commit saw and foretold; nil when nothing was asked yet.
    private var seen: Seen?

    private struct Seen: Sendable {
        let capacity: ObservedCapacity?
        let forecast: Forecast?
        let spot: SpotOutlook?
    }

    /// Nothing is asked and nothing is foretold.
    public static let none: Foresight = {
        var foresight = Foresight(forecasts: nil)
        foresight.seen = Seen(capacity: nil, forecast: nil, spot: nil)
        return foresight
    }()

    /// What was foretold to the person who agreed to `turn`: it is not asked again.
    public static func asToldIn(_ turn: Turn) -> Foresight {
        var foresight = Foresight(forecasts: nil)
        foresight.seen = Seen(capacity: turn.capacity, forecast: turn.plan.forecast, spot: turn.plan.spot)
        return foresight
    }

    /// Forecasts by `forecasts`, and the answer to `spot`.
    public init(forecasts: ForecastOptions? = ForecastOptions(), spot: SpotQuestion? = nil) {
        self.forecasts = forecasts
        self.spot = spot
    }

    /// What tasks and instances there are where the plan moves some; nil when it moves none, so that AWS is not asked. `now` is in
    /// seconds since 1970.
    func capacity(for plan: Plan, _ context: ObservationContext, at now: Int) async -> ObservedCapacity? {
        if let seen { return seen.capacity }
        let clusters = CapacityQuestion(plan, isUrgent: spot?.isUrgent == true).clusters
        guard !clusters.isEmpty else { return nil }
        return await CapacityReading.read(clusters: clusters, context, at: Int64(now) * 1000)
    }

    /// The plan with its forecast and what is left of it when Spot instances are taken.
    func added(to plan: Plan, _ input: PlanInput, _ capacity: ObservedCapacity) async -> Plan {
        var plan = plan
        if let seen {
            (plan.forecast, plan.spot) = (seen.forecast, seen.spot)
            return plan
        }
        plan.forecast = await forecast(plan, input, capacity)
        plan.spot = await outlook(plan, input, capacity)
        return plan
    }

    private func forecast(_ plan: Plan, _ input: PlanInput, _ capacity: ObservedCapacity) async -> Forecast? {
        guard let forecasts else { return nil }
        do {
            return try await Forecaster(plan, input, capacity, options: forecasts).forecast()
        } catch {
            var forecast = Forecast(seeds: 0)
            forecast.notes = ["no forecast: \(error)"] + capacity.unknown
            return forecast
        }
    }

    private func outlook(_ plan: Plan, _ input: PlanInput, _ capacity: ObservedCapacity) async -> SpotOutlook? {
        guard let spot else { return nil }
        // A gate does not open on half of what there is.
        if spot.isUrgent, !capacity.unknown.isEmpty {
            return SpotOutlook(unknown: "AWS could not be read: \(capacity.unknown.joined(separator: "; "))")
        }
        do {
            return try await SpotCheck(plan, input, capacity).outlook(spot)
        } catch {
            return SpotOutlook(unknown: "\(error)")
        }
    }
}
