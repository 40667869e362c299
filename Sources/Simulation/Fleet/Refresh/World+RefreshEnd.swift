/// How an instance refresh ends: failed, gone back, baked, written into the group.
extension World {
    /// Everything is replaced: a rollback is over, a refresh bakes or is written into the group.
    mutating func completeReplacing(_ id: GroupID, _ refresh: InstanceRefresh) {
        fleet.groups[id]?.refreshes[0].percentageComplete = 100
        if refresh.status == .rollbackInProgress { return endRefresh(id, .rollbackSuccessful, reason: nil) }
        guard refresh.total > 0, refresh.preferences.bakeTime > .zero else { return succeed(id, refresh) }
        fleet.groups[id]?.refreshes[0].status = .baking
        fleet.groups[id]?.refreshes[0].bakeUntil = now + refresh.preferences.bakeTime
        fleet.groups[id]?.refreshes[0].progressAt = now + refresh.preferences.bakeTime
        note(.group(id), fleet.groups[id]?.name ?? "", "instance refresh bakes")
    }

    mutating func bake(_ id: GroupID, _ refresh: InstanceRefresh) {
        if let reason = failure(id, refresh) { return failRefresh(id, refresh, reason: reason) }
        if let until = refresh.bakeUntil, until <= now { succeed(id, refresh) }
    }

    private mutating func succeed(_ id: GroupID, _ refresh: InstanceRefresh) {
        if let desired = refresh.desired {
            let old = fleet.groups[id]?.settings.mixed
            fleet.groups[id]?.settings.source = desired.source
            fleet.groups[id]?.settings.mixed = desired.mixed
            if let new = desired.mixed,
                old?.onDemandBaseCapacity != new.onDemandBaseCapacity
                    || old?.onDemandPercentageAboveBaseCapacity != new.onDemandPercentageAboveBaseCapacity
            {
                fleet.groups[id]?.rebuysInstances = true
            }
        }
        endRefresh(id, .successful, reason: nil)
    }
}
