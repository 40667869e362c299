public import Model

/// StartInstanceRefresh, CancelInstanceRefresh, RollbackInstanceRefresh (aws-facts 2.1).
extension World {
    /// StartInstanceRefresh; gives its id.
    public mutating func startRefresh(
        _ id: GroupID, preferences: InstanceRefresh.Preferences, desired: InstanceRefresh.Configuration?,
        shownDesired: Value
    ) throws(Refusal) -> String {
        guard let group = fleet.groups[id] else { throw Self.noGroup }
        guard group.refreshes.first?.isActive != true else {
            throw Refusal(
                "InstanceRefreshInProgress",
                "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.")
        }
        try check(preferences)
        if let desired {
            _ = try launchOptions(desired).map { option throws(Refusal) in try recipe(for: option.source) }
        }
        let previous = InstanceRefresh.Configuration(source: group.settings.source, mixed: group.settings.mixed)
        guard !preferences.autoRollback || canGoBack(from: desired, to: previous) else {
            throw Refusal(
                "ValidationError",
                "Auto rollback needs a desired configuration and a launch template whose version and image are fixed.")
        }
        var refresh = InstanceRefresh(
            id: uuid(nextOrdinal()), preferences: preferences, desired: desired, previous: previous,
            shownDesired: shownDesired, startedAt: now, progressAt: now)
        refresh.firstOrdinal = ordinal
        fleet.groups[id]?.refreshes.insert(refresh, at: 0)
        let total = stale(of: id).count
        fleet.groups[id]?.refreshes[0].total = total
        fleet.groups[id]?.refreshes[0].instancesToUpdate = total
        note(.group(id), group.name, "instance refresh started")
        announce(.refresh(id: refresh.id, group: group.name, word: "Started"))
        refreshAgain(id, at: now + FleetPace.look)
        return refresh.id
    }

    private func check(_ preferences: InstanceRefresh.Preferences) throws(Refusal) {
        let (least, most) = (preferences.minHealthyPercentage, preferences.maxHealthyPercentage)
        guard (0...100).contains(least), (100...200).contains(most), most - least <= 100 else {
            throw Refusal(
                "ValidationError",
                "The difference between MaxHealthyPercentage and MinHealthyPercentage cannot be greater than 100.")
        }
        let points = preferences.checkpointPercentages
        guard zip(points, points.dropFirst()).allSatisfy({ $0 < $1 }),
            points.allSatisfy({ (1...100).contains($0) })
        else {
            throw Refusal("ValidationError", "Checkpoint percentages must be in ascending order and between 1 and 100.")
        }
    }

    /// A refresh can go back when both ends are fixed: a wanted configuration, numbered versions, no parameter image.
    private func canGoBack(
        from desired: InstanceRefresh.Configuration?, to previous: InstanceRefresh.Configuration
    ) -> Bool {
        guard let desired else { return false }
        return isFixed(desired) && isFixed(previous)
    }

    private func isFixed(_ configuration: InstanceRefresh.Configuration) -> Bool {
        let sources = [configuration.source] + (configuration.mixed?.overrides.compactMap(\.template) ?? [])
        return sources.allSatisfy { source in
            guard case .template(let id, let version) = source else { return true }
            guard Int(version) != nil else { return false }
            do throws(Refusal) {
                let image = try templateVersion(id, version).data["imageId"]?.string
                return image?.hasPrefix("resolve:ssm:") != true
            } catch {
                // One that is gone can not be gone back to.
                return false
            }
        }
    }

    /// CancelInstanceRefresh; gives its id. Instances on their way in or out are waited for.
    public mutating func cancelRefresh(_ id: GroupID) throws(Refusal) -> String {
        let refresh = try activeRefresh(id)
        guard refresh.status != .cancelling else { return refresh.id }
        fleet.groups[id]?.refreshes[0].status = .cancelling
        fleet.groups[id]?.refreshes[0].reason = "Cancelled due to user request."
        forgetLeaving(id)
        refreshAgain(id, at: now + FleetPace.look)
        return refresh.id
    }

    /// RollbackInstanceRefresh; gives its id.
    public mutating func rollbackRefresh(_ id: GroupID) throws(Refusal) -> String {
        let refresh = try activeRefresh(id)
        guard canGoBack(from: refresh.desired, to: refresh.previous) else {
            throw Refusal(
                "IrreversibleInstanceRefresh",
                "The instance refresh cannot be rolled back: it needs a desired configuration and a launch template "
                    + "whose version and image are fixed.")
        }
        guard refresh.status != .rollbackInProgress else { return refresh.id }
        beginRollback(id, reason: "Rollback requested by user.")
        return refresh.id
    }

    private func activeRefresh(_ id: GroupID) throws(Refusal) -> InstanceRefresh {
        guard let group = fleet.groups[id] else { throw Self.noGroup }
        guard let refresh = group.refreshes.first, refresh.isActive else {
            throw Refusal(
                "ActiveInstanceRefreshNotFound",
                "No in progress or pending Instance Refresh found for Auto Scaling group \(group.name)")
        }
        return refresh
    }

    /// Goes back to what the group was.
    mutating func beginRollback(_ id: GroupID, reason: String) {
        forgetLeaving(id)
        fleet.groups[id]?.refreshes[0].status = .rollbackInProgress
        fleet.groups[id]?.refreshes[0].reason = reason
        fleet.groups[id]?.refreshes[0].progressAt = now
        fleet.groups[id]?.refreshes[0].checkpointUntil = nil
        let total = stale(of: id).count
        fleet.groups[id]?.refreshes[0].total = total
        note(.group(id), fleet.groups[id]?.name ?? "", "instance refresh goes back: \(reason)")
        announceRefresh("Rollback Started", of: id)
        refreshAgain(id, at: now + FleetPace.look)
    }

    /// Instances that were to leave for the refresh stay.
    mutating func forgetLeaving(_ id: GroupID) {
        for instance in fleet.groups[id]?.instances ?? [] where fleet.instances[instance]?.leaving == .refresh {
            fleet.instances[instance]?.leaving = nil
        }
    }

    /// Ends the group's refresh; nothing happens when none is active.
    mutating func endRefresh(_ id: GroupID, _ status: InstanceRefresh.Status, reason: String?) {
        guard fleet.groups[id]?.refreshes.first?.isActive == true else { return }
        forgetLeaving(id)
        fleet.groups[id]?.refreshes[0].status = status
        if let reason { fleet.groups[id]?.refreshes[0].reason = reason }
        fleet.groups[id]?.refreshes[0].endedAt = now
        fleet.groups[id]?.refreshEpoch += 1
        fleet.groups[id]?.refreshDue = nil
        note(.group(id), fleet.groups[id]?.name ?? "", "instance refresh \(status.rawValue)")
        announceEnd(status, ofRefreshOf: id)
        touchGroup(id)
    }
}
