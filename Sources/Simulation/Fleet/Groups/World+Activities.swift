/// A group's scaling activities, in AWS's words.
extension World {
    /// Puts an activity at the head of a group's list; gives its id.
    @discardableResult
    mutating func beginActivity(
        _ group: GroupID, _ description: String, cause: String, instance: String = "", status: String = "InProgress",
        message: String? = nil, details: String = "{}"
    ) -> String {
        let ended = status == "InProgress" ? nil : now
        let activity = AutoScalingGroup.Activity(
            id: uuid(nextOrdinal()), description: description, cause: cause, startedAt: now, endedAt: ended,
            status: status, message: message, progress: ended == nil ? 30 : 100, details: details, instance: instance)
        fleet.groups[group]?.activities.insert(activity, at: 0)
        if fleet.groups[group]?.activities.count ?? 0 > 200 { fleet.groups[group]?.activities.removeLast() }
        announceActivity(activity, of: group)
        return activity.id
    }

    /// Moves the newest open activity of an instance on.
    mutating func markActivity(_ group: GroupID, instance: String, _ status: String, message: String? = nil) {
        let open = fleet.groups[group]?.activities.firstIndex { $0.instance == instance && $0.endedAt == nil }
        guard let open else { return }
        let isOver = status == "Successful" || status == "Failed" || status == "Cancelled"
        fleet.groups[group]?.activities[open].status = status
        fleet.groups[group]?.activities[open].progress = isOver ? 100 : 60
        if let message { fleet.groups[group]?.activities[open].message = message }
        guard isOver else { return }
        fleet.groups[group]?.activities[open].endedAt = now
        if let activity = fleet.groups[group]?.activities[open] { announceActivity(activity, of: group) }
    }

    /// `{"Subnet ID":"subnet-1","Availability Zone":"eu-west-1a"}`.
    func details(zone: String, subnet: String) -> String {
        subnet.isEmpty
            ? "{\"Availability Zone\":\"\(zone)\"}"
            : "{\"Subnet ID\":\"\(subnet)\",\"Availability Zone\":\"\(zone)\"}"
    }

    /// What moved a group's desired capacity, put before the causes of what follows.
    mutating func remember(_ group: GroupID, cause: String, from old: Int, to new: Int) {
        guard old != new else { return }
        fleet.groups[group]?.lastCause =
            "At \(CivilTime(now).iso8601) \(cause) changing the desired capacity from \(old) to \(new).  "
    }
}
