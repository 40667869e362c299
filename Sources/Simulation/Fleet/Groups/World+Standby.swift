/// EnterStandby, ExitStandby, AttachInstances, DetachInstances.
extension World {
    /// EnterStandby; with `decrement` nothing takes their place.
    public mutating func enterStandby(_ id: GroupID, instances: [String], decrement: Bool) throws(Refusal) {
        let members = try inService(id, instances)
        if decrement { try decrementDesired(id, by: members.count, doing: "place into standby") }
        for (name, member) in members {
            beginMove(id, "Moving EC2 instance to Standby: \(name)", name, "a user request to move it to standby")
            deregisterTargets(of: member)
            fleet.instances[member]?.drainedAt = nil
            fleet.instances[member]?.lifecycle = .standby
            fleet.instances[member]?.leaving = nil
        }
        touchGroup(id)
    }

    private func inService(
        _ id: GroupID, _ names: [String]
    ) throws(Refusal) -> [(name: String, member: InstanceID)] {
        let members = try members(id, names)
        for (name, member) in members where fleet.instances[member]?.lifecycle != .inService {
            throw Refusal("ValidationError", "The instance \(name) is not in InService.")
        }
        return members
    }

    private mutating func beginMove(_ id: GroupID, _ description: String, _ instance: String, _ cause: String) {
        beginActivity(
            id, description,
            cause: "At \(CivilTime(now).iso8601) instance \(instance) was moved in response to \(cause).",
            instance: instance, status: "Successful")
    }

    private mutating func decrementDesired(_ id: GroupID, by count: Int, doing what: String) throws(Refusal) {
        guard let settings = fleet.groups[id]?.settings else { throw Self.noGroup }
        guard settings.desiredCapacity - count >= settings.minSize else { throw misfit(id, count, what) }
        moveDesired(id, to: settings.desiredCapacity - count, cause: "a user request")
    }

    private func misfit(_ id: GroupID, _ count: Int, _ what: String) -> Refusal {
        guard let group = fleet.groups[id] else { return Self.noGroup }
        let settings = group.settings
        return Refusal(
            "ValidationError",
            "AutoScalingGroup \(group.name) has min-size=\(settings.minSize), max-size=\(settings.maxSize), and "
                + "desired-size=\(settings.desiredCapacity). To \(what) \(count) more "
                + "instance\(count == 1 ? "" : "s"), please update the AutoScalingGroup sizes appropriately.")
    }

    /// ExitStandby; the desired capacity rises by them.
    public mutating func exitStandby(_ id: GroupID, instances: [String]) throws(Refusal) {
        let members = try members(id, instances)
        for (name, member) in members where fleet.instances[member]?.lifecycle != .standby {
            throw Refusal("ValidationError", "The instance \(name) is not in Standby.")
        }
        try incrementDesired(id, by: members.count, doing: "exit standby for")
        for (name, member) in members {
            beginMove(id, "Moving EC2 instance out of Standby: \(name)", name, "a user request to move it to service")
            fleet.instances[member]?.lifecycle = .inService
            registerTargets(of: member)
        }
        touchGroup(id)
    }

    private mutating func incrementDesired(_ id: GroupID, by count: Int, doing what: String) throws(Refusal) {
        guard let settings = fleet.groups[id]?.settings else { throw Self.noGroup }
        guard settings.desiredCapacity + count <= settings.maxSize else { throw misfit(id, count, what) }
        moveDesired(id, to: settings.desiredCapacity + count, cause: "a user request")
    }

    /// AttachInstances: running instances of nobody; the desired capacity rises by them.
    public mutating func attachInstances(_ id: GroupID, instances: [String]) throws(Refusal) {
        var found: [(name: String, member: InstanceID)] = []
        for name in instances {
            guard let member = fleet.instanceNames[name], let instance = fleet.instances[member],
                instance.state == .running
            else {
                throw Refusal(
                    "ValidationError", "Invalid Instance ID(s): [\(name)]. Specify a valid Instance ID and try again.")
            }
            guard instance.group == nil else {
                throw Refusal("ValidationError", "The instance \(name) is already part of an Auto Scaling group.")
            }
            found.append((name, member))
        }
        try incrementDesired(id, by: found.count, doing: "attach")
        for (name, member) in found {
            fleet.instances[member]?.group = id
            fleet.groups[id]?.instances.append(member)
            beginActivity(
                id, "Attaching an existing EC2 instance: \(name)",
                cause: "At \(CivilTime(now).iso8601) an instance was attached in response to a user request.",
                instance: name)
            enterService(member)
        }
    }

    /// DetachInstances: they run on as nobody's; with `decrement` nothing takes their place.
    public mutating func detachInstances(_ id: GroupID, instances: [String], decrement: Bool) throws(Refusal) {
        let members = try members(id, instances)
        for (name, member) in members {
            switch fleet.instances[member]?.lifecycle {
            case .inService, .standby: continue
            default: throw Refusal("ValidationError", "The instance \(name) is not in InService or Standby.")
            }
        }
        if decrement {
            try decrementDesired(id, by: members.count { isInService($0.member) }, doing: "detach")
        }
        for (name, member) in members {
            beginMove(id, "Detaching EC2 instance: \(name)", name, "a user request to detach it")
            deregisterTargets(of: member)
            fleet.instances[member]?.drainedAt = nil
            fleet.instances[member]?.lifecycle = nil
            fleet.instances[member]?.group = nil
            fleet.instances[member]?.isProtected = false
            fleet.groups[id]?.instances.removeAll { $0 == member }
        }
        touchGroup(id)
    }

    private func isInService(_ id: InstanceID) -> Bool { fleet.instances[id]?.lifecycle == .inService }
}
