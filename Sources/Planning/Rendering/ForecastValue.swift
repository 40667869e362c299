import Model

/// A forecast for programs: the member `forecast` of `neap/plan/v1`.
struct ForecastValue {
    private let forecast: Forecast

    init(_ forecast: Forecast) { self.forecast = forecast }

    /// Times in whole seconds.
    var value: Value {
        [
            "seeds": .integer(forecast.seeds), "services": .list(forecast.services.map(Self.service)),
            "groups": .list(forecast.groups.map(Self.group)),
            "notes": .list(forecast.notes.map { .string($0) }),
        ]
    }

    private static func service(_ row: ServiceForecast) -> Value {
        [
            "service": .string(row.service.description), "strategy": .string(row.strategy),
            "first": .bool(row.isFirst), "desired": .integer(row.desired), "floor": .integer(row.floor),
            "ceiling": .integer(row.ceiling), "waves": .integer(row.waves), "waveSize": .integer(row.waveSize),
            "duration": durations(row.duration), "unended": .integer(row.unended),
            "lowestHealthy": .integer(row.lowestHealthy), "lowestAt": .integer(row.lowestAt),
            "peakTasks": .integer(row.peakTasks), "instances": .integer(row.instances),
            "added": .list(row.added.map(added)), "track": .list(row.track.map(sample)),
        ]
    }

    private static func added(_ row: AddedInstances) -> Value {
        [
            "group": .string(row.group), "purchaseOption": .string(row.isSpot ? "spot" : "on-demand"),
            "count": .integer(row.count),
        ]
    }

    private static func sample(_ row: RolloutSample) -> Value {
        ["at": .integer(row.at), "new": .integer(row.new), "old": .integer(row.old)]
    }

    private static func group(_ row: GroupForecast) -> Value {
        [
            "group": .string(row.group.description), "replaced": .integer(row.replaced),
            "desired": .integer(row.desired), "spotToOnDemand": .integer(row.spotToOnDemand),
            "duration": durations(row.duration), "unended": .integer(row.unended),
            "peakInstances": .integer(row.peakInstances),
            "lowest": .list(
                row.lowest.map {
                    [
                        "service": .string($0.service), "healthy": .integer($0.healthy),
                        "desired": .integer($0.desired),
                    ]
                }),
        ]
    }

    private static func durations(_ durations: Durations?) -> Value {
        guard let durations else { return .null }
        return [
            "p5": .integer(durations.p5), "p50": .integer(durations.p50), "p95": .integer(durations.p95),
        ]
    }
}
