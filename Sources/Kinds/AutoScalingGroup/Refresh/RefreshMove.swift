import Model

/// What is to be done about a group whose instances are to be made of something else.
enum RefreshMove: Equatable {
    /// Nothing that runs has to be replaced.
    case update
    /// Replace what is not as wanted.
    case start
    /// Stop our refresh: Git asks for something newer than it brings.
    case cancel
    /// Have our refresh undone: Git asks for what the group was.
    case goBack
    case hold(Reason, String)

    /// The move for `resource`; `isRetried` when a person asked to try again what failed.
    init(_ resource: Resource, _ live: Live, isRetried: Bool = false) {
        guard let wanted = GroupConfiguration(resource.spec) else { self = .update; return }
        let own = GroupConfiguration(live.detail)
        if let refresh = InstanceRefresh(live.detail),
            let move = Self.move(refresh, wanted, own, isRetried: isRetried)
        {
            self = move
            return
        }
        let instances = live.detail["instances"]?.list ?? []
        let rolls = resource.spec["instanceRefresh"]?["strategy"]?.string != "None"
        self = rolls && instances.contains { !wanted.isMade($0) } ? .start : .update
    }

    /// What a refresh that there is or was leaves to do; nil when it does not matter any more.
    private static func move(
        _ refresh: InstanceRefresh, _ wanted: GroupConfiguration, _ own: GroupConfiguration?, isRetried: Bool
    ) -> RefreshMove? {
        let isWanted = wanted.isPart(of: refresh.desired)
        switch refresh.phase {
        case .replacing:
            guard refresh.isOurs else {
                let text = "an instance refresh that somebody else started is under way (\(refresh.id))"
                return .hold(.paused, text)
            }
            return wanted.isPart(of: own) && refresh.desired?.isNumbered == true ? .goBack : .cancel
        case .stopping: return .hold(.paused, "the refresh that was stopped lets its last instances come and go")
        case .goingBack:
            if !isWanted, !wanted.isPart(of: own) { return .cancel }
            let why = refresh.obstacle.map { ": \($0)" } ?? ""
            return .hold(.paused, "the group goes back to template version \(own?.version ?? "before")\(why)")
        case .failed, .rolledBack, .cancelled:
            guard isWanted, refresh.isSpent, !isRetried else { return nil }
            return .hold(.quarantined, RefreshHealth.ending(refresh, own) + "; it is not tried again until it changes")
        case .successful: return nil
        }
    }
}
