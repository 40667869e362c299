import Kinds
import Model

/// How a rollout stands, in sections: `new 2/4 healthy, 2 starting   old 0 healthy, 2 draining   wave 2 of 2` (look.md
/// section 7).
struct RolloutLine {
    let view: ServiceView
    let track: RolloutTrack?

    init(_ view: ServiceView, _ track: RolloutTrack?) {
        self.view = view
        self.track = track
    }

    /// What changes only when the world does.
    var sections: [String] {
        let rollout = view.rollout
        var all = ["new " + Self.counts(rollout.newTasks, of: view.desired)]
        if !rollout.old.isEmpty { all.append("old " + Self.counts(rollout.oldTasks)) }
        return all
            + [waiting, failures, targets, wave, rollout.unknown.map { "not all is known: \($0)" }].compactMap { $0 }
    }

    /// The line without what the clock moves.
    var standing: String { sections.joined(separator: "   ") }

    /// The line at `now`, in seconds since 1970, with the time that is left by the forecast.
    func text(at now: Int) -> String { (sections + [left(at: now)].compactMap { $0 }).joined(separator: "   ") }

    /// By the forecast; nil without one, or before the deployment began.
    func left(at now: Int) -> String? {
        guard let since = track?.since, let expected = track?.expected, let p50 = expected.p50 else { return nil }
        let elapsed = now - since
        if elapsed < p50 { return "about \(DurationText.rounded(p50 - elapsed)) left" }
        if let p95 = expected.p95, elapsed < p95 { return "at most \(DurationText.rounded(p95 - elapsed)) left" }
        return "longer than the forecast"
    }

    private var wave: String? {
        guard let number = track?.waves.number, number > 0 else { return nil }
        let all = track?.expected?.waves.flatMap { $0 >= number ? $0 : nil }
        return "wave \(number)" + (all.map { " of \($0)" } ?? "")
    }

    /// Tasks that no instance has room for are no failures (aws-facts 1.2).
    private var waiting: String? {
        let tasks = view.rollout.allTasks.waitingForRoom
        return tasks == 0 ? nil : "\(tasks) wait\(tasks == 1 ? "s" : "") for room"
    }

    private var failures: String? {
        let newest = view.rollout.history.first { $0.taskDefinition == view.primary?.taskDefinition && !$0.isOver }
        if let breaker = newest?.breaker, breaker.status == "MONITORING", breaker.failures > 0 {
            return "\(breaker.failures) failed of \(breaker.threshold) that the circuit breaker allows"
        }
        let failed = view.rollout.newTasks.failed
        return failed == 0 ? nil : "\(failed) failed"
    }

    private var targets: String? {
        let states = (view.rollout.targets ?? [:]).filter { $0.value > 0 }
        let worst = ["unhealthy", "initial", "healthy", "draining"]
        let order = states.keys.sorted { (worst.firstIndex(of: $0) ?? 9, $0) < (worst.firstIndex(of: $1) ?? 9, $1) }
        return order.isEmpty ? nil : "targets " + order.map { "\(states[$0] ?? 0) \($0)" }.joined(separator: ", ")
    }

    private static func counts(_ tasks: TaskCounts, of desired: Int? = nil) -> String {
        let total = desired.map { "/\($0)" } ?? ""
        let first = tasks.healthy.map { "\($0)\(total) healthy" } ?? "\(tasks.running)\(total) running"
        let others = [(tasks.starting, "starting"), (tasks.unhealthy, "unhealthy"), (tasks.draining, "draining")]
        return ([first] + others.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }).joined(separator: ", ")
    }
}
