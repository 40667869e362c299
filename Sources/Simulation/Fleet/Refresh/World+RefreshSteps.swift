/// How an instance refresh gets on: batches within the healthy percentages, warm-up, checkpoints, bake time.
extension World {
    /// Has a refresh looked at no later than `instant`.
    mutating func refreshAgain(_ id: GroupID, at instant: Instant) {
        if let due = fleet.groups[id]?.refreshDue, due <= instant, due > now { return }
        fleet.groups[id]?.refreshEpoch += 1
        guard let epoch = fleet.groups[id]?.refreshEpoch else { return }
        fleet.groups[id]?.refreshDue = instant
        queue.put(.refresh(id, epoch: epoch), at: instant)
    }

    /// A refresh's time has come.
    mutating func advanceRefresh(_ id: GroupID, epoch: Int32) {
        guard fleet.groups[id]?.refreshEpoch == epoch else { return }
        fleet.groups[id]?.refreshDue = nil
        stepRefresh(id)
    }

    /// One look at a group's refresh; does nothing when none is active.
    mutating func stepRefresh(_ id: GroupID) {
        guard let refresh = fleet.groups[id]?.refreshes.first, refresh.isActive, isOn("InstanceRefresh", id) else {
            return
        }
        switch refresh.status {
        case .cancelling: finishCancelling(id)
        case .baking: bake(id, refresh)
        default: replaceMore(id)
        }
        if fleet.groups[id]?.refreshes.first?.isActive == true { refreshAgain(id, at: nextRefreshLook(id)) }
    }

    /// When warm-up, checkpoint or bake time is over; a minute from now at the latest, for alarms and patience.
    private func nextRefreshLook(_ id: GroupID) -> Instant {
        var next = now + .minutes(1)
        guard let group = fleet.groups[id], let refresh = group.refreshes.first else { return next }
        for time in [refresh.checkpointUntil, refresh.bakeUntil] {
            if let time, time > now { next = min(next, time) }
        }
        for member in group.instances {
            guard let since = fleet.instances[member]?.inServiceAt else { continue }
            let warm = since + refresh.preferences.instanceWarmup
            if warm > now { next = min(next, warm) }
        }
        return next
    }

    private mutating func finishCancelling(_ id: GroupID) {
        let census = census(of: id)
        guard census.pending.isEmpty, census.ending.isEmpty else { return }
        endRefresh(id, .cancelled, reason: nil)
    }

    /// Instances that the refresh has to replace: of before, or not as wanted.
    func stale(of id: GroupID) -> [InstanceID] {
        guard let group = fleet.groups[id], let refresh = group.refreshes.first else { return [] }
        let isBack = refresh.status == .rollbackInProgress
        let wanted = ConfigurationMatch(self, isBack ? refresh.previous : refresh.desired ?? refresh.previous)
        return group.instances.filter { member in
            guard let instance = fleet.instances[member], !instance.isEnding, isRefreshed(instance, refresh) else {
                return false
            }
            if isBack || refresh.preferences.skipMatching { return !wanted.matches(instance) }
            return instance.ordinal <= refresh.firstOrdinal
        }
    }

    /// False for instances that the refresh is to leave alone.
    private func isRefreshed(_ instance: Instance, _ refresh: InstanceRefresh) -> Bool {
        if instance.lifecycle == .standby { return refresh.preferences.standbyInstances != .ignore }
        return !instance.isProtected || refresh.preferences.scaleInProtectedInstances != .ignore
    }

    private mutating func replaceMore(_ id: GroupID) {
        if fleet.groups[id]?.refreshes[0].status == .pending { fleet.groups[id]?.refreshes[0].status = .inProgress }
        let left = stale(of: id)
        let census = census(of: id)
        count(id, left.count, ending: census.ending.count)
        guard let refresh = fleet.groups[id]?.refreshes.first else { return }
        if let reason = failure(id, refresh) { return failRefresh(id, refresh, reason: reason) }
        if let until = refresh.checkpointUntil, until > now { return }
        // One that is to leave may be dead already, or never have been warm: it holds no floor up.
        let warm = (census.serving + census.leaving).filter { isWarm($0, refresh) }
        if left.isEmpty {
            guard warm.count == census.serving.count + census.leaving.count, census.pending.isEmpty,
                census.capacity >= fleet.groups[id]?.settings.desiredCapacity ?? 0,
                census.ending.isEmpty || refresh.total == 0
            else { return }
            return completeReplacing(id, refresh)
        }
        if reachesCheckpoint(id, refresh, isSettled: census.pending.isEmpty && warm.count >= census.serving.count) {
            return
        }
        replaceBatch(id, refresh, left, census, warm: weight(warm))
    }

    /// An instance fewer to replace is progress, and so is one that has left.
    private mutating func count(_ id: GroupID, _ left: Int, ending: Int) {
        guard let refresh = fleet.groups[id]?.refreshes.first else { return }
        if (left, ending) != (refresh.instancesToUpdate, refresh.ending) {
            fleet.groups[id]?.refreshes[0].progressAt = now
        }
        fleet.groups[id]?.refreshes[0].instancesToUpdate = left
        fleet.groups[id]?.refreshes[0].ending = ending
        let total = max(refresh.total, left)
        fleet.groups[id]?.refreshes[0].percentageComplete = total == 0 ? 100 : (total - left) * 100 / total
    }

    private func isWarm(_ id: InstanceID, _ refresh: InstanceRefresh) -> Bool {
        guard let instance = fleet.instances[id], instance.isHealthy, let since = instance.inServiceAt else {
            return false
        }
        return instance.ordinal <= refresh.firstOrdinal || now - since >= refresh.preferences.instanceWarmup
    }

    /// Why a refresh cannot go on; nil while it can.
    func failure(_ id: GroupID, _ refresh: InstanceRefresh) -> String? {
        let rings = refresh.preferences.alarms.first { alarmState($0) == .alarm }
        if let alarm = rings, refresh.status != .rollbackInProgress {
            return "The alarm \(alarm) is in the ALARM state."
        }
        if now - refresh.startedAt >= FleetPace.refreshLimit { return "The instance refresh took too long." }
        let isWaiting = refresh.checkpointUntil.map { $0 > now } ?? false
        guard !isWaiting, now - refresh.progressAt >= FleetPace.refreshPatience else { return nil }
        let count = max(refresh.instancesToUpdate, refresh.ending)
        return "Timed out: \(count) instance(s) could not be replaced within an hour."
    }

    mutating func failRefresh(_ id: GroupID, _ refresh: InstanceRefresh, reason: String) {
        if refresh.status == .rollbackInProgress { return endRefresh(id, .rollbackFailed, reason: reason) }
        guard refresh.preferences.autoRollback else { return endRefresh(id, .failed, reason: reason) }
        beginRollback(id, reason: reason)
    }

    /// Waits when the next checkpoint's share is replaced and warm.
    private mutating func reachesCheckpoint(_ id: GroupID, _ refresh: InstanceRefresh, isSettled: Bool) -> Bool {
        let points = refresh.preferences.checkpointPercentages.dropFirst(refresh.checkpointsPassed)
        guard refresh.status == .inProgress, let next = points.first, next < 100,
            refresh.percentageComplete >= next
        else { return false }
        guard isSettled else { return true }
        let passed = points.prefix { $0 <= refresh.percentageComplete }.count
        fleet.groups[id]?.refreshes[0].checkpointsPassed += passed
        fleet.groups[id]?.refreshes[0].checkpointUntil = now + refresh.preferences.checkpointDelay
        fleet.groups[id]?.refreshes[0].progressAt = now + refresh.preferences.checkpointDelay
        note(.group(id), fleet.groups[id]?.name ?? "", "instance refresh checkpoint \(next) %")
        return true
    }
}
