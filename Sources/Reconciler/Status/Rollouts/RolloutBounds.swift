import Model
import Planning

extension RolloutBounds {
    /// The member `bounds` of an attempt.
    var value: Value {
        [
            "desired": .integer(desired), "floor": .integer(floor), "ceiling": .integer(ceiling),
            "minimumHealthyPercent": .integer(minimumHealthyPercent), "maximumPercent": .integer(maximumPercent),
        ]
    }
}
