public import Model

extension World {
    /// PutMetricAlarm: the whole configuration is new, state and tags of an alarm that is there stay (aws-facts 4.12).
    ///
    /// `shown` is the alarm as DescribeAlarms shows it, without state and ARN; `tags` count for a new alarm only.
    public mutating func putAlarm(_ name: String, _ shown: Value, tags: Value = .list([])) {
        putAlarm(name, shown, tags: tags, isTargetTracking: false)
    }

    mutating func putAlarm(_ name: String, _ shown: Value, tags: Value, isTargetTracking: Bool) {
        var shown = shown
        shown["alarmName"] = .string(name)
        shown["alarmArn"] = .string(place.arn("cloudwatch", "alarm:\(name)"))
        let isNew = monitoring.alarms[name] == nil
        var alarm =
            monitoring.alarms[name] ?? Alarm(name: name, shown: shown, stateSince: now, updatedAt: now, tags: tags)
        alarm.shown = shown
        alarm.updatedAt = now
        alarm.isTargetTracking = isTargetTracking
        alarm.rule = AlarmRule(shown)
        monitoring.alarms[name] = alarm
        let verb = isNew ? "created" : "updated"
        history(
            name, .configurationUpdate, "Alarm \"\(name)\" \(verb)", "{\"type\":\"\(isNew ? "Create" : "Update")\"}")
    }

    /// DeleteAlarms for one name; false when there is none.
    @discardableResult
    public mutating func deleteAlarm(_ name: String) -> Bool {
        guard monitoring.alarms[name] != nil else { return false }
        monitoring.alarms[name] = nil
        history(name, .configurationUpdate, "Alarm \"\(name)\" deleted", "{\"type\":\"Delete\"}")
        return true
    }

    /// SetAlarmState: until the next evaluation says otherwise. Does nothing for an unknown alarm.
    public mutating func setAlarmState(_ name: String, _ state: Alarm.State, reason: String, data: String? = nil) {
        settleAlarm(name, state, reason: reason, data: data)
    }

    /// EnableAlarmActions and DisableAlarmActions for one alarm; false when there is none.
    @discardableResult
    public mutating func setAlarmActions(_ name: String, enabled: Bool) -> Bool {
        guard var alarm = monitoring.alarms[name] else { return false }
        alarm.shown["actionsEnabled"] = .bool(enabled)
        let place = alarm.rule?.place
        if alarm.rule != nil { alarm.rule = AlarmRule(alarm.shown) }
        alarm.rule?.place = place
        monitoring.alarms[name] = alarm
        history(
            name, .configurationUpdate, "Alarm actions \(enabled ? "enabled" : "disabled") for \(name)",
            "{\"type\":\"Update\"}")
        return true
    }

    /// Replaces an alarm's tags, a list of `{key, value}`; false when there is no such alarm.
    @discardableResult
    public mutating func setAlarmTags(_ name: String, _ tags: Value) -> Bool {
        guard var alarm = monitoring.alarms[name] else { return false }
        alarm.tags = tags
        monitoring.alarms[name] = alarm
        return true
    }

    /// How an alarm stands; nil when there is none of this name.
    public func alarmState(_ name: String) -> Alarm.State? { monitoring.alarms.state(name) }

    /// Once a minute: states by what the metrics say, then what listens to them.
    mutating func evaluateAlarms() {
        for finding in monitoring.alarms.evaluate(monitoring.metrics, until: now.minute) {
            if let change = finding.change {
                changeAlarm(finding.alarm, change.state, change.periods)
            } else {
                setOffScaling(finding.alarm)
            }
        }
        trackTargets()
    }

    mutating func tidyMonitoring() {
        monitoring.metrics.drop(before: now - .minutes(monitoring.metrics.kept))
    }

    private mutating func changeAlarm(_ name: String, _ state: Alarm.State, _ periods: [DataPoint?]) {
        guard let alarm = monitoring.alarms[name], let rule = alarm.rule else { return }
        let reason = AlarmReason(rule: rule, before: alarm.state, after: state, periods: periods)
        settleAlarm(name, state, reason: reason.text, data: reason.data)
    }

    private mutating func settleAlarm(_ name: String, _ state: Alarm.State, reason: String, data: String?) {
        guard var alarm = monitoring.alarms[name] else { return }
        let before = alarm.state
        alarm.state = state
        alarm.reason = reason
        alarm.reasonData = data
        if before != state { alarm.stateSince = now }
        monitoring.alarms[name] = alarm
        guard before != state else { return }
        note(.alarm(name), name, state.rawValue)
        history(
            name, .stateUpdate, "Alarm updated from \(before.rawValue) to \(state.rawValue)",
            "{\"version\":\"1.0\",\"oldState\":{\"stateValue\":\"\(before.rawValue)\"},"
                + "\"newState\":{\"stateValue\":\"\(state.rawValue)\"}}")
        noteActions(alarm)
        setOffScaling(name)
        if state == .alarm { deploymentAlarmRang(name) }
    }

    private mutating func noteActions(_ alarm: Alarm) {
        guard alarm.shown["actionsEnabled"]?.bool ?? true else { return }
        let member =
            switch alarm.state {
            case .alarm: "alarmActions"
            case .ok: "okActions"
            case .insufficientData: "insufficientDataActions"
            }
        for action in (alarm.shown[member]?.list ?? []).compactMap(\.string) {
            history(alarm.name, .action, "Successfully executed action \(action)", "{\"actionState\":\"Succeeded\"}")
        }
    }

    /// Tells the scaling policies among an alarm's actions, but its own owner's: that one looks for itself.
    private mutating func setOffScaling(_ name: String) {
        guard let alarm = monitoring.alarms[name], !alarm.isTargetTracking, let rule = alarm.rule else { return }
        for policy in rule.scalingActions(in: alarm.state) { executePolicy(policy, alarm: alarm, rule: rule) }
    }

    private mutating func history(
        _ alarm: String, _ kind: AlarmHistoryItem.Kind, _ summary: String, _ data: String
    ) {
        monitoring.history.add(AlarmHistoryItem(alarm: alarm, at: now, kind: kind, summary: summary, data: data))
    }
}
