import Model

/// How many instances a group has, and what that waits for.
extension AutoScalingGroup {
    static let counts = ["minSize", "desiredCapacity"]

    /// The counts of a new group that waits until its capacity provider is associated.
    static func waiting(_ change: ResourceChange) -> [String: Value] {
        guard !change.requirements(of: .bounds).isEmpty else { return [:] }
        return change.stated().filter { counts.contains($0.key) && $0.value != 0 }
    }

    /// Those of the `touched` counts that rise, which wait in the same way.
    static func rising(_ touched: [String], _ change: ResourceChange) -> [String: Value] {
        guard !change.requirements(of: .bounds).isEmpty, let live = change.live?.spec else { return [:] }
        var bounds = change.merged(touched.filter(counts.contains)).filter { name, value in
            (value.integer ?? 0) > (live[name]?.integer ?? 0)
        }
        // The count to begin with, of a group that was made empty for its capacity provider.
        if bounds["minSize"] != nil, live["desiredCapacity"]?.integer == 0 {
            bounds["desiredCapacity"] = change.spec["desiredCapacity"]
        }
        return bounds
    }

    static func gated(_ bounds: [String: Value], _ change: ResourceChange) -> PlannedCall {
        var input = bounds
        input["autoScalingGroupName"] = name(change)
        let call = AWSCall("autoscaling", "UpdateAutoScalingGroup", .object(input))
        let summary = bounds.keys.sorted().joined(separator: ", ")
        return PlannedCall(call, .scalesNow, summary: summary, requires: change.requirements(of: .bounds))
    }

    /// True when the new bounds do not hold the live count, so that AWS moves it at once.
    static func scales(_ change: ResourceChange, _ touched: [String]) -> Bool {
        guard let count = change.live?.spec["desiredCapacity"]?.integer else { return false }
        let minimum = touched.contains("minSize") ? change.merged["minSize"]?.integer : nil
        let maximum = touched.contains("maxSize") ? change.merged["maxSize"]?.integer : nil
        return minimum.map { $0 > count } ?? false || maximum.map { $0 < count } ?? false
    }
}
