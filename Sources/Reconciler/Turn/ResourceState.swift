public import Model
public import Planning

/// Where a resource stands after a turn: what status files are made from.
public struct ResourceState: Sendable {
    public var plan: ResourcePlan
    /// Whether AWS was told what Git states.
    public var sync: Sync
    public var health: Health
    /// Why it is not in sync; nil when it is.
    public var problem: Problem?
    /// Why it is stuck or failed; nil when it is not, or nobody can tell.
    public var cause: Cause?
    /// What is remembered of a service's rollout from look to look; nil when nothing of it moves.
    public var track: RolloutTrack?
    /// True when a step of it was made in this pass.
    public var wasWritten: Bool
    /// What those steps changed; empty for what was created.
    public var written: [FieldChange] = []

    /// Something that keeps a resource from being what Git says.
    public struct Problem: Sendable, Equatable {
        public var reason: Reason
        public var message: String
        /// True when waiting does not help: somebody has to do something.
        public var isStalled: Bool
        /// True when it goes on by itself once something else has had its turn.
        var isOthersTurn: Bool { !isStalled && reason == .paused }
    }

    /// The resource's name.
    public var id: ResourceID { plan.id }
    /// True when it is what Git says and does well.
    public var isSettled: Bool { sync == .synced && health.status == .healthy }
    /// True when another look may find it better.
    public var isMoving: Bool {
        health.status == .progressing || problem.map { !$0.isStalled } ?? false
    }
}
