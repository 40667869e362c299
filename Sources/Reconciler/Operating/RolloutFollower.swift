import Kinds
import Model

/// Follows the rollout of one service, whoever began it, until the deployment's own end.
public struct RolloutFollower: Sendable {
    /// How following ended.
    public enum End: Sendable, Equatable {
        /// Nothing was under way; how the service does, for a person.
        case nothing(String, isHealthy: Bool)
        case live
        /// Rolled back or failed.
        case bad
        /// It goes on.
        case timedOut
    }

    let look: ServiceLook
    let poll: Duration
    let now: @Sendable () -> Int
    let clock: any Clock<Duration>
    /// How long AWS may take to show a deployment that was just begun.
    private static let visibility = Duration.seconds(60)

    /// Looks every `poll`; `now` is in seconds since 1970, waiting is done on `clock`.
    public init(
        _ look: ServiceLook, poll: Duration, now: @escaping @Sendable () -> Int,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.look = look
        self.poll = poll
        self.now = now
        self.clock = clock
    }

    /// Tells what is new until the end or `deadline` (nil for none); `awaited` is a deployment that was begun just now and
    /// may not be visible yet.
    ///
    /// Throws `OperatingError` when the service can not be seen at first, `CancellationError`.
    public func run(
        until deadline: Duration?, awaiting awaited: String? = nil, while isWanted: @Sendable () -> Bool = { true },
        _ tell: (RolloutNews) async -> Void
    ) async throws -> End {
        var watch = RolloutWatch()
        var turn = await look.turn()
        _ = try look.live(in: turn)
        var waited = Duration.zero
        var isShown = awaited == nil
        while isWanted() {
            let state = turn.states[look.service]
            let view = state.flatMap { ServiceView($0) }
            isShown = isShown || view?.deployments.contains { $0.id == awaited } == true || waited > Self.visibility
            if isShown {
                let news = watch.news(in: turn, at: now()).filter { $0.service == look.service }
                for item in news { await tell(item) }
                if let end = Self.end(news) { return end }
                if let state, let view {
                    let tale = RolloutTale(state, view, now())
                    if let bad = tale.badEnd {
                        await tell(bad)
                        return .bad
                    }
                    if !tale.isOpen { return Self.rest(state, view) }
                }
            }
            if let deadline, waited >= deadline { return .timedOut }
            try await clock.sleep(for: poll)
            waited += poll
            turn = await look.turn(after: turn)
        }
        return .timedOut
    }

    private static func end(_ news: [RolloutNews]) -> End? {
        switch news.last(where: { $0.isEnd && $0.event != .superseded })?.event {
        case .live: .live
        case .rolledBack, .failed: .bad
        default: nil
        }
    }

    /// Nothing is under way.
    private static func rest(_ state: ResourceState, _ view: ServiceView) -> End {
        let revision = view.primary?.revision.map { "revision \($0)" } ?? "the service"
        let message = state.health.message
        let isHealthy = state.health.status < .missing
        return .nothing(
            isHealthy ? "\(revision) is live, \(view.share); no rollout is under way" : message, isHealthy: isHealthy)
    }
}
