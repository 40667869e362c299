import AWSECS
import Kinds
import Model
import Planning

/// When the rollouts that are under way began and what was foretold of them, so that neither another look nor another
/// process begins them anew.
struct RolloutAttempts {
    let memory: StatusMemory
    /// Seconds since 1970.
    let now: Int
    /// What an earlier pass of this process remembers.
    var known: [ResourceID: RolloutTrack] = [:]

    /// What AWS says of the past is believed so far back; a world whose clock is another one than ours begins now.
    private static let horizon = 7 * 86_400

    /// What is remembered of a service after this look; nil when nothing of it moves.
    func track(of state: ResourceState, forecast: ServiceForecast?, before: RolloutTrack?) -> RolloutTrack? {
        let before = before ?? known[state.id]
        guard let view = ServiceView(state), let primary = view.primary else { return before }
        let expected = forecast.map(RolloutTrack.Expectation.init)
        guard state.health.status == .progressing else { return nil }
        guard primary.rolloutState != "COMPLETED" else {
            return (expected ?? before?.expected).map { RolloutTrack(expected: $0) }
        }
        var track = before?.deployment == primary.id ? before : nil
        if track == nil {
            let attempt = attempt(view, primary)
            track = RolloutTrack(
                deployment: primary.id, since: start(attempt, state, primary),
                expected: expected ?? before?.expected ?? Self.expected(attempt))
        }
        track?.waves.look(at: view.rollout.newTasks)
        return track
    }

    /// `state` as its deadline leaves it.
    func bounded(_ state: ResourceState) -> ResourceState {
        guard let track = state.track, let since = track.since, state.health.status == .progressing else {
            return state
        }
        let deadline = RolloutDeadline(
            timeout: state.plan.resource.policy.rolloutTimeout, p95: track.expected?.p95)
        guard deadline.isExceeded(from: since, at: now), let view = ServiceView(state) else { return state }
        var late = state
        late.health = deadline.health(
            of: view.primary?.revision, cause: state.cause, standing: RolloutLine(view, track).standing)
        return late
    }

    /// The attempt that the status branch tells of this deployment; nil when it tells of none that is under way.
    private func attempt(_ view: ServiceView, _ primary: ServiceRollout.Deployment) -> Value? {
        guard let revision = primary.revision else { return nil }
        let file = memory.rolloutFiles[RolloutFile.path(view.name, revision)]
        guard let last = file?["attempts"]?.list?.last, RolloutFile.isOpen(last) else { return nil }
        return last["deployment"]?.string.map { $0 == primary.id } ?? true ? last : nil
    }

    private func start(_ attempt: Value?, _ state: ResourceState, _ primary: ServiceRollout.Deployment) -> Int {
        if let told = attempt?["startedAt"]?.string.flatMap(UTC.seconds) { return min(told, now) }
        let deployments = state.plan.observation.live.map { ECS.Service($0.detail).deployments ?? [] } ?? []
        guard let created = deployments.first(where: { $0.id == primary.id })?.createdAt, created.isFinite else {
            return now
        }
        return (now - Self.horizon...now).contains(Int(created)) ? Int(created) : now
    }

    private static func expected(_ attempt: Value?) -> RolloutTrack.Expectation? {
        guard let forecast = attempt?["forecast"], !forecast.isNull else { return nil }
        return RolloutTrack.Expectation(
            waves: forecast["waves"]?.integer, p50: forecast["p50"]?.string.flatMap(DurationText.seconds),
            p95: forecast["p95"]?.string.flatMap(DurationText.seconds))
    }
}
