/// StopInstances and StartInstances.
extension World {
    /// StopInstances: what runs on it ends; a group takes a stopped instance for a sick one.
    public mutating func stopInstance(_ id: InstanceID) throws(Refusal) {
        guard let instance = fleet.instances[id] else { throw Self.noInstance }
        guard !instance.isSpot else {
            throw Refusal(
                "UnsupportedOperation",
                "You can't stop the Spot Instance '\(instance.id)' because it is associated with a one-time Spot "
                    + "Instance request. You can only stop Spot Instances associated with persistent Spot Instance "
                    + "requests.")
        }
        if instance.state == .stopping || instance.state == .stopped { return }
        guard instance.state == .running else {
            throw Refusal(
                "IncorrectInstanceState",
                "This instance '\(instance.id)' is not in a state from which it can be stopped.")
        }
        setState(.stopping, of: id)
        fleet.instances[id]?.endsAt = now + physics.instanceShutdown.draw(dice, .stop, instance.ordinal)
        loseAgent(of: id)
        fleet.instances[id]?.containerInstance = nil
        noticeLoss(of: id)
        arm(id)
    }

    /// StartInstances: it boots again, and its agent registers anew.
    public mutating func startInstance(_ id: InstanceID) throws(Refusal) {
        guard let instance = fleet.instances[id] else { throw Self.noInstance }
        if instance.state == .running || instance.state == .pending { return }
        guard instance.state == .stopped else {
            throw Refusal(
                "IncorrectInstanceState",
                "The instance '\(instance.id)' is not in a state from which it can be started.")
        }
        setState(.pending, of: id)
        fleet.instances[id]?.stateReason = ""
        let turn = UInt64(instance.epoch)
        fleet.instances[id]?.runsAt = now + physics.instanceLaunch.draw(dice, .launch, instance.ordinal, turn: turn)
        arm(id)
    }

    private static let noInstance = Refusal("InvalidInstanceID.NotFound", "The instance ID does not exist")
}
