import AWSAutoScaling
import AWSWire
import Model

/// `instanceRefresh` of a group: AWS's preferences over Neap's defaults (DESIGN section 9).
enum RefreshPreferences {
    /// AWS's members, and `strategy`, which AWS has beside them.
    static let shape = ShapeReference(
        SpecShape.structure(
            "InstanceRefresh", from: AutoScaling.model.shapes["RefreshPreferences"],
            adding: [
                Member("strategy", ShapeReference(Shape("InstanceRefreshStrategy", .enumeration(["Rolling", "None"]))))
            ]))

    static let rules: [FieldRule] = [
        FieldRule(
            "/instanceRefresh",
            note: "How instances are replaced when what they are made of changes; the group itself keeps none of it."),
        FieldRule(
            "/instanceRefresh/strategy", absent: "Rolling",
            note: "Rolling replaces instances by an instance refresh; None leaves them until something else ends them."),
        FieldRule("/instanceRefresh/minHealthyPercentage", absent: 100),
        FieldRule("/instanceRefresh/maxHealthyPercentage", absent: 110, note: "One extra instance first."),
        FieldRule("/instanceRefresh/skipMatching", absent: true),
        FieldRule("/instanceRefresh/autoRollback", absent: true),
        FieldRule("/instanceRefresh/scaleInProtectedInstances", absent: "Refresh"),
        FieldRule(
            "/instanceRefresh/standbyInstances", absent: "Ignore",
            note: "Ignore: whoever put an instance aside is looking at it, and waiting for it fails after an hour."),
    ]

    /// What StartInstanceRefresh is told for a move from `own`. The warm-up is the group's own unless stated.
    static func of(_ spec: Value, from own: GroupConfiguration?, to wanted: GroupConfiguration) -> Value {
        var preferences: [String: Value] = [
            "skipMatching": true, "autoRollback": .bool(own?.isNumbered == true && wanted.isNumbered),
            "scaleInProtectedInstances": "Refresh", "standbyInstances": "Ignore",
        ]
        let stated = (spec["instanceRefresh"]?.object ?? [:]).filter { $0.key != "strategy" && !$0.value.isNull }
        let statesBounds = stated["minHealthyPercentage"] != nil || stated["maxHealthyPercentage"] != nil
        if statesBounds || !hasMaintenancePolicy(spec) {
            let minimum = stated["minHealthyPercentage"]?.integer ?? 100
            preferences["minHealthyPercentage"] = .integer(minimum)
            // AWS takes at most 100 between the two.
            preferences["maxHealthyPercentage"] = .integer(max(100, min(110, minimum + 100)))
        }
        return .object(preferences.merging(stated) { $1 })
    }

    /// True when the group says itself how far it may go, which AWS then keeps to.
    private static func hasMaintenancePolicy(_ spec: Value) -> Bool {
        (spec["instanceMaintenancePolicy"]?["minHealthyPercentage"]?.integer ?? -1) >= 0
    }
}
