/// A group's instances sorted by what they do, as one look finds them.
struct GroupCensus {
    /// On their way in.
    var pending: [InstanceID] = []
    /// In service and to stay.
    var serving: [InstanceID] = []
    /// In service until a replacement is.
    var leaving: [InstanceID] = []
    /// In standby.
    var standby: [InstanceID] = []
    /// On their way out.
    var ending: [InstanceID] = []
    /// What pending and serving instances count.
    var capacity = 0
    /// What serving and leaving instances count.
    var inService = 0
    /// Of `capacity`, bought on demand.
    var onDemand = 0
}

extension World {
    /// How a group's instances stand now.
    func census(of group: GroupID) -> GroupCensus {
        var census = GroupCensus()
        for id in fleet.groups[group]?.instances ?? [] { add(id, to: &census) }
        return census
    }

    private func add(_ id: InstanceID, to census: inout GroupCensus) {
        guard let instance = fleet.instances[id] else { return }
        switch instance.lifecycle {
        case .pending, .pendingWait, .pendingProceed: census.pending.append(id)
        case .inService:
            census.inService += instance.weight
            if instance.leaving != nil { return census.leaving.append(id) }
            census.serving.append(id)
        case .enteringStandby, .standby: return census.standby.append(id)
        default: return census.ending.append(id)
        }
        census.capacity += instance.weight
        if !instance.isSpot { census.onDemand += instance.weight }
    }
}

/// How a capacity is divided between on demand and Spot (aws-facts 2.3).
struct PurchaseSplit: Sendable, Hashable {
    /// First of all on demand.
    let base: Int
    /// Percent on demand above it.
    let percentage: Int

    /// What is bought on demand of `capacity`: the base first, then its share of the rest, rounded up.
    func onDemand(of capacity: Int) -> Int {
        let above = max(0, capacity - base)
        return min(capacity, base) + (above * percentage + 99) / 100
    }
}

extension AutoScalingGroup {
    /// What instances are started with now: the refresh's wanted configuration while one runs.
    var configuration: InstanceRefresh.Configuration {
        let written = InstanceRefresh.Configuration(source: settings.source, mixed: settings.mixed)
        guard let refresh = refreshes.first, refresh.isActive else { return written }
        return refresh.status == .rollbackInProgress ? refresh.previous : refresh.desired ?? written
    }

    /// How its capacity is bought; nil without a mixed instances policy.
    var split: PurchaseSplit? {
        configuration.mixed.map {
            PurchaseSplit(base: $0.onDemandBaseCapacity, percentage: $0.onDemandPercentageAboveBaseCapacity)
        }
    }
}
