import Model

/// A group's health while its instances roll, and after a roll that did not go well.
enum RefreshHealth {
    /// Nil when no refresh says anything about what Git wants.
    static func of(_ resource: Resource, _ live: Live) -> Health? {
        let rollout = InstanceRollout(resource, live)
        guard let refresh = rollout.refresh else { return nil }
        let wanted = GroupConfiguration(resource.spec)
        let isWanted = wanted?.isPart(of: refresh.desired) == true
        switch refresh.phase {
        case .replacing: return progress(rollout, refresh, isWanted: isWanted)
        case .stopping:
            return Health(.progressing, .paused, "\(rollout.name): \(rollout.share); the refresh is being stopped")
        case .goingBack:
            let to = rollout.from.map { "template version \($0)" } ?? "what it was"
            return Health(.progressing, .rollingInstances, "going back to \(to): \(reason(refresh))")
        case .successful: return nil
        case .failed, .rolledBack, .cancelled:
            if refresh.isPaused, !isDone(rollout, wanted, live) {
                return Health(.progressing, .paused, "\(rollout.name): \(rollout.share); the refresh is paused")
            }
            guard isWanted, refresh.isSpent else { return nil }
            let why: Reason = refresh.phase == .rolledBack ? .rolledBack : .rolloutFailed
            return Health(.degraded, why, ending(refresh, GroupConfiguration(live.detail)))
        }
    }

    private static func progress(
        _ rollout: InstanceRollout, _ refresh: InstanceRefresh, isWanted: Bool
    ) -> Health {
        guard isWanted else {
            let what = refresh.version.map { "to template version \($0)" } ?? "of all instances"
            let whose = refresh.isOurs ? "the refresh" : "somebody else's instance refresh"
            return Health(.progressing, .rollingInstances, "\(whose) \(what) is at \(refresh.percentage) %")
        }
        if let obstacle = refresh.obstacle {
            return Health(.progressing, .rollingInstances, "\(rollout.name): \(rollout.share); \(obstacle)")
        }
        let phase = refresh.isBaking ? "refresh bakes" : "refresh \(refresh.percentage) %"
        return Health(.progressing, .rollingInstances, "\(rollout.name): \(rollout.share); \(phase)")
    }

    private static func isDone(_ rollout: InstanceRollout, _ wanted: GroupConfiguration?, _ live: Live) -> Bool {
        wanted?.isPart(of: GroupConfiguration(live.detail)) == true && rollout.instances.allSatisfy(\.isNew)
    }

    /// `template version 8 was rolled back to 7: <what AWS says>`.
    static func ending(_ refresh: InstanceRefresh, _ own: GroupConfiguration?) -> String {
        let version = refresh.version.map { "template version \($0)" } ?? "the refresh"
        switch refresh.phase {
        case .rolledBack: return "\(version) was rolled back to \(own?.version ?? "what was"): \(reason(refresh))"
        case .cancelled where refresh.obstacle != nil: return "\(version) was given up: \(reason(refresh))"
        case .cancelled: return "the refresh to \(version) was cancelled by somebody else"
        default: return "\(version) failed: \(reason(refresh))"
        }
    }

    private static func reason(_ refresh: InstanceRefresh) -> String {
        refresh.reason.isEmpty ? "AWS gives no reason" : refresh.reason
    }
}
