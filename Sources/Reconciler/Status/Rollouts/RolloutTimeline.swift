import Kinds
import Model

/// The member `timeline` of an attempt: our write, what was seen to change since the look before, and the end.
struct RolloutTimeline {
    let file: RolloutFile
    /// The attempt as it was told of last; nil at its first.
    let before: Value?
    /// How many entries are kept: the first, and the newest.
    private static let limit = 40

    init(_ file: RolloutFile, before: Value?) {
        self.file = file
        self.before = before
    }

    /// Entries with `at` and `what`; a clock alone makes none.
    var value: Value {
        let told = before?["timeline"]?.list ?? []
        let seen = [before == nil ? beginning : nil, file.result.isOpen ? change : end].compactMap { $0 }
        let all = told + seen.map { ["at": .string(file.input.stamp), "what": .string($0)] }
        guard all.count > Self.limit else { return .list(all) }
        return .list(all.prefix(1) + all.suffix(Self.limit - 1))
    }

    private var beginning: String? {
        guard file.startedNow else { return nil }
        let call = file.state.written.isEmpty ? "CreateService" : "UpdateService"
        return "\(call): revision \(file.revision) is PRIMARY"
    }

    private var end: String? {
        switch file.result {
        case .live: "revision \(file.revision) is live, \(file.view.share)"
        case .rolledBack: "ECS went back\(file.view.servesInstead.map { " to revision \($0)" } ?? ""): \(reason)"
        case .failed: "ECS gave up: \(reason)"
        case .superseded: "a newer revision took its place"
        case .progressing, .timedOut: nil
        }
    }

    private var reason: String { file.view.reason ?? "it gives no reason" }

    /// What differs from the counts of the look before.
    private var change: String? {
        let (new, old) = (file.view.rollout.newTasks, file.view.rollout.oldTasks)
        let state = before?["state"]
        let was: (String, String) -> Int = { state?[$0]?[$1]?.integer ?? 0 }
        let up = { (tasks: TaskCounts) in tasks.healthy ?? tasks.running }
        let upBefore = { (side: String) in state?[side]?["healthy"]?.integer ?? was(side, "running") }
        let started = new.starting + up(new) - was("new", "starting") - upBefore("new")
        let waits = file.view.rollout.allTasks.waitingForRoom
        let parts = [
            Self.tasks(started, "new", "started"), Self.tasks(up(new) - upBefore("new"), "new", "healthy"),
            Self.tasks(new.failed - was("new", "failed"), "new", "failed"),
            state == nil ? nil : Self.tasks(upBefore("old") - up(old), "old", "left"),
            waits == state?["waitingForRoom"]?.integer ?? 0
                ? nil : waits == 0 ? "nothing waits for room any more" : Self.tasks(waits, "", "waiting for room"),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// `2 new tasks healthy`; nil for none.
    private static func tasks(_ count: Int, _ age: String, _ what: String) -> String? {
        guard count > 0 else { return nil }
        return [String(count), age, count == 1 ? "task" : "tasks", what].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
