import Model
public import Planning

/// What is new from turn to turn, told as it comes: rollouts of services, groups that replace their instances, and what plans
/// warn of.
public struct TurnNews: Sendable {
    private var rollouts = RolloutWatch()
    private var groups = InstanceLines()
    private var warnings: Set<String>

    /// Nothing was seen yet, but for what `plan` said to whoever listens; nil when it said nothing.
    public init(after plan: Plan? = nil) { warnings = Set(Self.warnings(plan)) }

    /// Tells `progress` what is new in `turn`; `now` is in seconds since 1970.
    public mutating func tell(_ turn: Turn, at now: Int, to progress: any Progress) async {
        for news in rollouts.news(in: turn, at: now) { await progress.rollout(news) }
        for line in groups.changed(in: turn) { await progress.note(line.subject, line.text) }
        let warned = Self.warnings(turn.plan)
        for text in warned where !warnings.contains(text) { await progress.note("plan", text) }
        warnings = Set(warned)
    }

    private static func warnings(_ plan: Plan?) -> [String] {
        (plan?.diagnostics ?? []).filter { $0.severity == .warning }.map(\.description)
    }
}
