import Model

/// How far a rolling deployment may go below and above the count that is wanted.
struct RolloutBounds {
    let desired: Int
    let minimumHealthyPercent: Int
    let maximumPercent: Int

    /// The bounds of `desired` tasks under a service's `deploymentConfiguration`; ECS's defaults are 100 and 200.
    init(desired: Int, _ configuration: Value?) {
        self.desired = desired
        minimumHealthyPercent = configuration?["minimumHealthyPercent"]?.integer ?? 100
        maximumPercent = configuration?["maximumPercent"]?.integer ?? 200
    }

    /// Healthy tasks that must stay, rounded up (aws-facts 1.1).
    var floor: Int { (desired * minimumHealthyPercent + 99) / 100 }
    /// Tasks that there may be, rounded down.
    var ceiling: Int { desired * maximumPercent / 100 }

    /// The member `bounds` of an attempt.
    var value: Value {
        [
            "desired": .integer(desired), "floor": .integer(floor), "ceiling": .integer(ceiling),
            "minimumHealthyPercent": .integer(minimumHealthyPercent), "maximumPercent": .integer(maximumPercent),
        ]
    }
}
