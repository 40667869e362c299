import Model
import Simulation

/// A forecast as a picture: `neap plan -o svg`, and what `--pictures` writes beside the Markdown.
public struct ForecastPicture: Sendable {
    private let forecast: Forecast
    private let header: PlanHeader

    /// The picture of `forecast`, which belongs to the plan under `header`.
    public init(_ forecast: Forecast, _ header: PlanHeader) {
        self.forecast = forecast
        self.header = header
    }

    /// An SVG document.
    public var svg: String {
        let rollouts = forecast.services.map { row in
            RolloutPicture.Rollout(
                name: row.service.name, points: row.track.map { ($0.at, $0.new, $0.old) }, desired: row.desired,
                floor: row.floor, end: row.duration?.p50 ?? row.track.last?.at ?? 0,
                remark: row.time(of: forecast.seeds))
        }
        return RolloutPicture(
            rollouts, title: "\(header.environment): forecast of \(header.shortCommit)",
            subtitle: "Healthy tasks in the median of \(ForecastWords.count(forecast.seeds, "world"))"
        ).svg
    }
}
