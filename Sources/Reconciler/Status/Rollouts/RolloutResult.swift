import Model

/// How an attempt to bring a revision live stands, as its file says it.
enum RolloutResult: String {
    case progressing, live, rolledBack, failed, superseded, timedOut

    /// How the attempt that `view` shows stands.
    init(_ state: ResourceState, _ view: ServiceView) {
        let reason = state.problem?.reason ?? state.health.reason
        if view.isRolledBack {
            self = .rolledBack
        } else if view.isLive {
            self = .live
        } else if view.hasFailed {
            self = .failed
        } else if reason == .deadlineExceeded {
            self = .timedOut
        } else {
            self = view.isMoving ? .progressing : .live
        }
    }

    /// True while ECS may still change it: a deadline of Neap's own ends nothing.
    var isOpen: Bool { self == .progressing || self == .timedOut }
    /// True when somebody wants to know why.
    var isBad: Bool { self == .rolledBack || self == .failed || self == .timedOut }
}
