import Kinds
import Model

/// One look at one service, put into news.
struct RolloutTale {
    let state: ResourceState
    let view: ServiceView
    let line: RolloutLine
    let now: Int

    init(_ state: ResourceState, _ view: ServiceView, _ now: Int) {
        self.state = state
        self.view = view
        self.now = now
        line = RolloutLine(view, state.track)
    }

    /// True while the newest deployment has not come to its own end.
    var isOpen: Bool {
        guard state.health.status == .progressing else { return false }
        return view.primary?.rolloutState.map { $0 == "IN_PROGRESS" } ?? !view.rollout.old.isEmpty
    }
    var isOverdue: Bool { state.health.reason == .deadlineExceeded }
    /// True when the newest deployment is the one that ECS went back to.
    var isReplacement: Bool { state.health.reason == .rolledBack && state.health.status != .progressing }
    /// True when this pass asked for tasks to roll, and they have: it began and ended between two looks.
    var isOver: Bool {
        let rolls = state.written.isEmpty || state.written.contains { $0.effect == .rollsTasks }
        return state.wasWritten && rolls && state.health.status != .progressing
    }

    var began: RolloutNews {
        news(.began, "revision \(revision) registered, deployment \(view.primary?.id ?? "")")
    }
    var moved: RolloutNews { news(.moved, line.text(at: now)) }
    var still: RolloutNews { news(.still, line.text(at: now)) }
    var overdue: RolloutNews { news(.overdue, state.health.message) }

    func explained(_ cause: Cause) -> RolloutNews { news(.cause, "\(cause.cause): \(cause.evidence); \(cause.fix)") }

    func superseded(_ revision: Int?) -> RolloutNews {
        news(.superseded, "revision \(revision.map(String.init) ?? "?") superseded by \(self.revision)")
    }

    /// How the newest deployment ended where it did so badly, whenever that was; nil otherwise.
    var badEnd: RolloutNews? {
        let isBad = [.rolledBack, .rolloutFailed].contains(state.health.reason)
        return isBad && state.health.status != .progressing ? end(nil) : nil
    }

    /// The deployment's end; `track` is what was remembered while it went on.
    func end(_ track: RolloutTrack?) -> RolloutNews {
        switch state.health.reason {
        case .rolledBack: return news(.rolledBack, state.health.message)
        case .rolloutFailed: return news(.failed, state.health.message)
        default: break
        }
        if view.primary?.rolloutState == "FAILED" { return news(.failed, state.health.message) }
        var text = "revision \(revision) live, \(view.share)"
        if let since = track?.since { text += ", \(DurationText.rounded(now - since))" }
        if let p50 = track?.expected?.p50 { text += " (forecast \(DurationText.rounded(p50)))" }
        return news(.live, text)
    }

    private var revision: String { view.primary?.revision.map(String.init) ?? "?" }

    private func news(_ event: RolloutNews.Event, _ text: String) -> RolloutNews {
        RolloutNews(service: state.id, event: event, text: text, members: members)
    }

    private var members: [String: Value] {
        let rollout = view.rollout
        var members: [String: Value] = [
            "desired": .integer(view.desired), "new": counts(rollout.newTasks), "old": counts(rollout.oldTasks),
            "waitingForRoom": .integer(rollout.allTasks.waitingForRoom),
        ]
        members["deployment"] = view.primary.map { .string($0.id) }
        members["revision"] = view.primary?.revision.map { .integer($0) }
        members["targets"] = rollout.targets.map { .object($0.mapValues { .integer($0) }) }
        members["wave"] = state.track.map { .integer($0.waves.number) }
        members["waves"] = state.track?.expected?.waves.map { .integer($0) }
        members["startedAt"] = state.track?.since.map { .string(UTC.stamp($0)) }
        members["forecast"] = state.track?.expected.map { expected in
            var value = Value.emptyObject
            value["p50"] = expected.p50.map { .integer($0) }
            value["p95"] = expected.p95.map { .integer($0) }
            return value
        }
        return members
    }

    private func counts(_ tasks: TaskCounts) -> Value {
        var value: Value = [
            "starting": .integer(tasks.starting), "unhealthy": .integer(tasks.unhealthy),
            "draining": .integer(tasks.draining), "failed": .integer(tasks.failed), "running": .integer(tasks.running),
        ]
        value["healthy"] = tasks.healthy.map { .integer($0) }
        return value
    }
}
