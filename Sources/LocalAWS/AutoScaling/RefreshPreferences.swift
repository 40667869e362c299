import Model
import Simulation

/// An instance refresh's preferences, in and out (aws-facts 2.1).
enum RefreshPreferences {
    /// What is not said follows from the group.
    static func read(_ input: Value, _ settings: GroupSettings) throws(Refusal) -> InstanceRefresh.Preferences {
        var preferences = InstanceRefresh.Preferences(of: settings)
        try takeBounds(input, &preferences)
        if let seconds = input["instanceWarmup"]?.integer { preferences.instanceWarmup = .seconds(seconds) }
        preferences.skipMatching = input["skipMatching"]?.bool ?? false
        preferences.autoRollback = input["autoRollback"]?.bool ?? false
        preferences.scaleInProtectedInstances = exception(input["scaleInProtectedInstances"])
        preferences.standbyInstances = exception(input["standbyInstances"])
        preferences.alarms = input.scalars(at: "alarmSpecification.alarms")
        if let seconds = input["bakeTime"]?.integer { preferences.bakeTime = .seconds(seconds) }
        if let seconds = input["checkpointDelay"]?.integer { preferences.checkpointDelay = .seconds(seconds) }
        preferences.checkpointPercentages = (input["checkpointPercentages"]?.list ?? []).compactMap(\.integer)
        guard preferences.checkpointPercentages == preferences.checkpointPercentages.sorted() else {
            throw Groups.invalid("CheckpointPercentages must be in ascending order")
        }
        return preferences
    }

    private static func takeBounds(
        _ input: Value, _ preferences: inout InstanceRefresh.Preferences
    ) throws(Refusal) {
        let (least, most) = (input["minHealthyPercentage"]?.integer, input["maxHealthyPercentage"]?.integer)
        if least == nil, most != nil {
            throw Groups.invalid("MinHealthyPercentage must be specified if MaxHealthyPercentage is specified")
        }
        if let least {
            // Who says the one is not given the other by the maintenance policy.
            preferences.minHealthyPercentage = least
            preferences.maxHealthyPercentage = most ?? 100
        }
        guard preferences.maxHealthyPercentage - preferences.minHealthyPercentage <= 100 else {
            throw Groups.invalid(
                "The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100")
        }
    }

    private static func exception(_ word: Value?) -> InstanceRefresh.Exception {
        word?.string.flatMap(InstanceRefresh.Exception.init(rawValue:)) ?? .wait
    }

    /// As DescribeInstanceRefreshes shows them.
    static func row(_ preferences: InstanceRefresh.Preferences) -> Value {
        let hasCheckpoints = !preferences.checkpointPercentages.isEmpty
        return .known([
            "minHealthyPercentage": .integer(preferences.minHealthyPercentage),
            "maxHealthyPercentage": .integer(preferences.maxHealthyPercentage),
            "instanceWarmup": seconds(preferences.instanceWarmup), "skipMatching": .bool(preferences.skipMatching),
            "autoRollback": .bool(preferences.autoRollback),
            "scaleInProtectedInstances": .string(preferences.scaleInProtectedInstances.rawValue),
            "standbyInstances": .string(preferences.standbyInstances.rawValue),
            "checkpointPercentages": hasCheckpoints
                ? .list(preferences.checkpointPercentages.map { .integer($0) }) : nil,
            "checkpointDelay": hasCheckpoints ? seconds(preferences.checkpointDelay) : nil,
            "alarmSpecification": preferences.alarms.isEmpty ? nil : ["alarms": .texts(preferences.alarms)],
            "bakeTime": preferences.bakeTime == .zero ? nil : seconds(preferences.bakeTime),
        ])
    }

    private static func seconds(_ span: Span) -> Value { .integer(Int(span.milliseconds / 1000)) }
}
