import Planning

/// What is remembered of a service's rollout from look to look.
public struct RolloutTrack: Sendable, Equatable {
    /// What the plan foretold, in seconds.
    public struct Expectation: Sendable, Equatable {
        public var waves: Int?
        public var p50: Int?
        public var p95: Int?

        /// What a forecast says.
        init(_ forecast: ServiceForecast) {
            waves = forecast.waves
            p50 = forecast.duration?.p50
            p95 = forecast.duration?.p95
        }

        init(waves: Int?, p50: Int?, p95: Int?) {
            self.waves = waves
            self.p50 = p50
            self.p95 = p95
        }
    }

    /// The deployment that is followed, `ecs-svc/<digits>`; nil while it was only asked for.
    public var deployment: String?
    /// When it began, in seconds since 1970; nil while it was only asked for.
    public var since: Int?
    /// Nil without a forecast.
    public var expected: Expectation?
    /// Batches of new tasks so far.
    public var waves = WaveCount()
}
