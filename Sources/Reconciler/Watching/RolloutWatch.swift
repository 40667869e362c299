import Kinds
import Model

/// Rollouts by deployment id, from look to look: what is new of each, and once a minute where nothing is.
///
/// An end is told only when it is the deployment's own: COMPLETED, FAILED, rolled back or superseded, never "stable".
public struct RolloutWatch: Sendable {
    /// What was seen of a service last.
    private struct Seen {
        var deployment: String
        var revision: Int?
        var isOpen: Bool
        var track: RolloutTrack?
        var line = ""
        var cause: Cause?
        var isOverdue = false
        /// The end of what this pass wrote was told.
        var isTold = false
        /// When something was last said, in seconds since 1970.
        var said: Int
    }

    private static let patience = 60
    private var seen: [ResourceID: Seen] = [:]

    /// Nothing was seen yet.
    public init() {}

    /// What is new in `turn`, by service; `now` is in seconds since 1970.
    public mutating func news(in turn: Turn, at now: Int) -> [RolloutNews] {
        turn.states.values.filter { $0.id.kind == "Service" }.sorted { $0.id < $1.id }.flatMap { news(of: $0, at: now) }
    }

    private mutating func news(of state: ResourceState, at now: Int) -> [RolloutNews] {
        guard let view = ServiceView(state), let primary = view.primary, !primary.id.isEmpty else { return [] }
        let tale = RolloutTale(state, view, now)
        let before = seen[state.id]
        var after = Seen(
            deployment: primary.id, revision: primary.revision, isOpen: tale.isOpen, track: state.track, said: now)
        var news: [RolloutNews] = []
        if let before, before.deployment != primary.id, before.isOpen, !tale.isReplacement {
            news.append(tale.superseded(before.revision))
        }
        let isNew = before.map { $0.deployment != primary.id } ?? true
        let isMissed = tale.isOver && before?.isOpen != true && before?.isTold != true
        if isNew, tale.isOpen || before != nil || isMissed, !tale.isReplacement { news.append(tale.began) }
        if tale.isOpen {
            news += self.moves(tale, isNew ? nil : before, &after)
        } else if isMissed || before?.isOpen == true || before != nil && isNew && !tale.isReplacement {
            news.append(tale.end(before?.track))
        }
        after.isTold = tale.isOver
        seen[state.id] = after
        return news
    }

    /// What is new of a rollout that is under way.
    private func moves(_ tale: RolloutTale, _ before: Seen?, _ after: inout Seen) -> [RolloutNews] {
        var news: [RolloutNews] = []
        (after.line, after.cause, after.isOverdue) = (tale.line.standing, tale.state.cause, tale.isOverdue)
        if before?.line != after.line { news.append(tale.moved) }
        // Its evidence grows with every task that fails; the cause stays the same.
        if let cause = after.cause, cause.cause != before?.cause?.cause { news.append(tale.explained(cause)) }
        if after.isOverdue, before?.isOverdue != true { news.append(tale.overdue) }
        guard news.isEmpty, let before else { return news }
        if after.said - before.said >= Self.patience { return [tale.still] }
        after.said = before.said
        return []
    }
}
