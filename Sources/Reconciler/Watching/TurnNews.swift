/// What is new from turn to turn, told as it comes: rollouts of services, and groups that replace their instances.
public struct TurnNews: Sendable {
    private var rollouts = RolloutWatch()
    private var groups = InstanceLines()

    /// Nothing was seen yet.
    public init() {}

    /// Tells `progress` what is new in `turn`; `now` is in seconds since 1970.
    public mutating func tell(_ turn: Turn, at now: Int, to progress: any Progress) async {
        for news in rollouts.news(in: turn, at: now) { await progress.rollout(news) }
        for line in groups.changed(in: turn) { await progress.note(line.subject, line.text) }
    }
}
