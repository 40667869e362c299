public import Model

extension World {
    /// PutScheduledAction: makes an action or changes what is said of the one of this name (aws-facts 4.11).
    ///
    /// `said` holds `schedule`, `timezone`, `startTime`, `endTime`, `scalableTargetAction`, those of them that are set.
    public mutating func putScheduledAction(
        _ name: String, on identity: ScalableTarget.Identity, _ said: Value
    ) throws(Refusal) {
        guard let place = scaling.place(of: identity) else {
            throw Refusal("ObjectNotFoundException", "No scalable target registered for \(identity.words)")
        }
        let known = scaling.targets[place].scheduledActions.firstIndex { $0.name == name }
        var action = known.map { scaling.targets[place].scheduledActions[$0] } ?? makeAction(name, identity)
        for (member, value) in said.sortedMembers { action.shown[member] = value }
        try check(action)
        action.due = due(action, after: now)
        if let due = action.due { schedule(.schedule, after: due - now) }
        if let known {
            scaling.targets[place].scheduledActions[known] = action
        } else {
            scaling.targets[place].scheduledActions.append(action)
        }
    }

    /// DeleteScheduledAction; false when there is none of this name.
    public mutating func deleteScheduledAction(_ name: String, on identity: ScalableTarget.Identity) -> Bool {
        guard let place = scaling.place(of: identity),
            let index = scaling.targets[place].scheduledActions.firstIndex(where: { $0.name == name })
        else { return false }
        scaling.targets[place].scheduledActions.remove(at: index)
        return true
    }

    /// Runs what is due now.
    mutating func runScheduledActions() {
        for place in scaling.targets.indices {
            for index in scaling.targets[place].scheduledActions.indices {
                guard let due = scaling.targets[place].scheduledActions[index].due, due <= now else { continue }
                run(place, index, due)
            }
        }
    }

    private mutating func run(_ place: Int, _ index: Int, _ time: Instant) {
        let action = scaling.targets[place].scheduledActions[index]
        let next = due(action, after: max(time, now))
        scaling.targets[place].scheduledActions[index].due = next
        if let next { schedule(.schedule, after: next - now) }
        guard !scaling.targets[place].suspended.scheduled else { return }
        setBounds(place, action)
        clampCapacity(place)
    }

    private mutating func setBounds(_ place: Int, _ action: ScheduledAction) {
        let bounds = action.shown["scalableTargetAction"]
        var changes: [String] = []
        if let least = bounds?["minCapacity"]?.integer {
            scaling.targets[place].minCapacity = least
            changes.append("min capacity to \(least)")
        }
        if let most = bounds?["maxCapacity"]?.integer {
            scaling.targets[place].maxCapacity = most
            changes.append("max capacity to \(most)")
        }
        let words = changes.joined(separator: " and ")
        noteScaling(
            place, "Setting \(words)", "scheduled action name \(action.name) was triggered", "Successfully set \(words)"
        )
    }

    private mutating func makeAction(_ name: String, _ identity: ScalableTarget.Identity) -> ScheduledAction {
        let resource = "resource/\(identity.namespace)/\(identity.resourceID)"
        let arn = place.arn(
            "autoscaling", "scheduledAction:\(uuid(nextOrdinal())):\(resource):scheduledActionName/\(name)")
        let shown: Value = [
            "scheduledActionName": .string(name), "scheduledActionARN": .string(arn),
            "serviceNamespace": .string(identity.namespace), "resourceId": .string(identity.resourceID),
            "scalableDimension": .string(identity.dimension), "creationTime": Value(.number(now.seconds)),
        ]
        return ScheduledAction(name: name, arn: arn, shown: shown)
    }

    private func check(_ action: ScheduledAction) throws(Refusal) {
        let zone = action.shown["timezone"]?.string
        guard zone.map({ TimeZoneRule($0) != nil }) ?? true else {
            throw Refusal("ValidationException", "Invalid timezone: \(zone ?? "")")
        }
        guard let text = action.shown["schedule"]?.string else {
            throw Refusal("ValidationException", "Schedule is required for a new scheduled action.")
        }
        guard plan(action) != nil else { throw Refusal("ValidationException", "Invalid schedule expression: \(text)") }
        let bounds = action.shown["scalableTargetAction"]
        guard bounds?["minCapacity"] != nil || bounds?["maxCapacity"] != nil else {
            throw Refusal("ValidationException", "ScalableTargetAction must have MinCapacity or MaxCapacity.")
        }
    }

    private func plan(_ action: ScheduledAction) -> Schedule? {
        guard let text = action.shown["schedule"]?.string,
            let zone = TimeZoneRule(action.shown["timezone"]?.string ?? "UTC")
        else { return nil }
        return Schedule(text, zone: zone)
    }

    private func due(_ action: ScheduledAction, after instant: Instant) -> Instant? {
        func time(_ member: String) -> Instant? {
            action.shown[member]?.number.map { Instant(milliseconds: Int64($0 * 1000)) }
        }
        let start = time("startTime") ?? time("creationTime") ?? instant
        let next = plan(action)?.next(after: instant, from: start)
        return next.flatMap { next in (time("endTime").map { next <= $0 } ?? true) ? next : nil }
    }
}
