extension World {
    /// Scales out to `count`; within the cool-down only when it adds more than the last step did.
    ///
    /// `adding` is how many tasks that is beyond where the policy started from.
    mutating func growCapacity(_ place: Int, policy index: Int, to count: Int, adding: Int, alarm: String) {
        guard let desired = desiredCount(place) else { return }
        let policy = scaling.targets[place].policies[index]
        guard !isCoolingOut(place, policy) || adding > policy.lastAdded else { return }
        let clamped = scaling.targets[place].clamped(count)
        guard clamped > desired else { return }
        scaling.targets[place].lastOut = now
        // A scale-out ends the cool-down of a scale-in (aws-facts 6).
        scaling.targets[place].lastIn = nil
        scaling.targets[place].policies[index].lastOut = now
        scaling.targets[place].policies[index].lastAdded = adding
        scale(place, to: clamped, cause: Self.cause(policy, alarm))
    }

    /// Scales in to `count`, unless the cool-down of the last scaling in goes on.
    mutating func shrinkCapacity(_ place: Int, policy index: Int, to count: Int, alarm: String) {
        guard let desired = desiredCount(place) else { return }
        let policy = scaling.targets[place].policies[index]
        let clamped = scaling.targets[place].clamped(count)
        let isCooling = scaling.targets[place].lastIn.map { now - $0 < policy.inCooldown } ?? false
        guard clamped < desired, !isCooling else { return }
        scaling.targets[place].lastIn = now
        scaling.targets[place].policies[index].lastIn = now
        scale(place, to: clamped, cause: Self.cause(policy, alarm))
    }

    /// True while the cool-down of the target's last scaling out goes on.
    func isCoolingOut(_ place: Int, _ policy: ScalingPolicy) -> Bool {
        scaling.targets[place].lastOut.map { now - $0 < policy.outCooldown } ?? false
    }

    /// The count that is wanted of a target's service; nil when that is gone.
    mutating func desiredCount(_ place: Int) -> Int? {
        service(of: place).flatMap { ecs.services[$0]?.settings.desiredCount }
    }

    private static func cause(_ policy: ScalingPolicy, _ alarm: String) -> String {
        "monitor alarm \(alarm) in state ALARM triggered policy \(policy.name)"
    }
}
