import Model
import Simulation

extension LocalCloudWatch {
    static func describeAlarms(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("alarmNames")
        let prefix = request.text("alarmNamePrefix")
        guard names.isEmpty || prefix == nil else {
            throw Refusal("ValidationError", "AlarmNamePrefix cannot be used together with AlarmNames.")
        }
        let types = request.texts("alarmTypes")
        guard types.isEmpty || types.contains("MetricAlarm") else { return ["metricAlarms": .list([])] }
        let found = names.isEmpty ? world.monitoring.alarms.all : names.compactMap { world.monitoring.alarms[$0] }
        let wanted = found.filter { alarm in
            (prefix.map(alarm.name.hasPrefix) ?? true) && has(alarm, state: request.text("stateValue"))
                && has(alarm, action: request.text("actionPrefix"))
        }
        let page = try request.page(
            wanted.sorted { $0.name < $1.name }, limit: "maxRecords", size: 100, invalidToken: "InvalidNextToken")
        var output: Value = ["metricAlarms": .list(page.items.map(row)), "compositeAlarms": .list([])]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    static func describeAlarmsForMetric(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let key = MetricKey(
            namespace: request.text("namespace") ?? "", name: request.text("metricName") ?? "",
            dimensions: dimensions(request["dimensions"]))
        let wanted = world.monitoring.alarms.all.filter { alarm in
            alarm.shown["namespace"]?.string == key.namespace && alarm.shown["metricName"]?.string == key.name
                && MetricKey(
                    namespace: key.namespace, name: key.name, dimensions: dimensions(alarm.shown["dimensions"]))
                    == key
                && ["statistic", "extendedStatistic", "period", "unit"].allSatisfy { member in
                    request[member].map { alarm.shown[member] == $0 } ?? true
                }
        }
        return ["metricAlarms": .list(wanted.map(row))]
    }

    /// Known names are deleted even when another one is unknown (aws-facts 4.12).
    static func deleteAlarms(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var unknown: [String] = []
        for name in request.texts("alarmNames") where !world.deleteAlarm(name) { unknown.append(name) }
        guard unknown.isEmpty else {
            throw Refusal("ResourceNotFound", "Alarms not found: [\(unknown.joined(separator: ", "))]", status: 404)
        }
        return .emptyObject
    }

    static func setAlarmState(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("alarmName") ?? ""
        guard world.monitoring.alarms[name] != nil else {
            throw Refusal("ResourceNotFound", "Alarm \(name) does not exist", status: 404)
        }
        guard let state = request.text("stateValue").flatMap(Alarm.State.init) else {
            throw Refusal("ValidationError", "StateValue must be one of OK, ALARM, INSUFFICIENT_DATA.")
        }
        world.setAlarmState(
            name, state, reason: request.text("stateReason") ?? "", data: request.text("stateReasonData"))
        return .emptyObject
    }

    /// Unknown names are passed over, as AWS does.
    static func setActions(_ world: inout World, _ request: LocalRequest, enabled: Bool) -> Value {
        for name in request.texts("alarmNames") { world.setAlarmActions(name, enabled: enabled) }
        return .emptyObject
    }

    static func describeAlarmHistory(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (name, kind) = (request.text("alarmName"), request.text("historyItemType"))
        let (from, to) = (instant(request["startDate"]), instant(request["endDate"]))
        let wanted = world.monitoring.history.items.filter { item in
            (name ?? item.alarm) == item.alarm && (kind ?? item.kind.rawValue) == item.kind.rawValue
                && (from.map { $0 <= item.at } ?? true) && (to.map { item.at <= $0 } ?? true)
        }
        let isAscending = request.text("scanBy") == "TimestampAscending"
        let page = try request.page(
            isAscending ? wanted : wanted.reversed(), limit: "maxRecords", size: 100, invalidToken: "InvalidNextToken")
        var output: Value = ["alarmHistoryItems": .list(page.items.map(row))]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    private static func has(_ alarm: Alarm, state: String?) -> Bool { state.map { $0 == alarm.state.rawValue } ?? true }

    private static func has(_ alarm: Alarm, action prefix: String?) -> Bool {
        guard let prefix else { return true }
        return ["okActions", "alarmActions", "insufficientDataActions"].contains { member in
            (alarm.shown[member]?.list ?? []).contains { $0.string?.hasPrefix(prefix) ?? false }
        }
    }

    private static func row(_ alarm: Alarm) -> Value {
        var shown = alarm.shown
        shown["stateValue"] = .string(alarm.state.rawValue)
        shown["stateReason"] = .string(alarm.reason)
        shown["stateReasonData"] = alarm.reasonData.map { .string($0) }
        shown["stateUpdatedTimestamp"] = alarm.stateSince.shown
        shown["stateTransitionedTimestamp"] = alarm.stateSince.shown
        shown["alarmConfigurationUpdatedTimestamp"] = alarm.updatedAt.shown
        return shown
    }

    private static func row(_ item: AlarmHistoryItem) -> Value {
        [
            "alarmName": .string(item.alarm), "alarmType": "MetricAlarm", "timestamp": item.at.shown,
            "historyItemType": .string(item.kind.rawValue), "historySummary": .string(item.summary),
            "historyData": .string(item.data),
        ]
    }
}
