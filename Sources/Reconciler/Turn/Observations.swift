public import Model
public import Planning

/// What is known of AWS at one moment: every resource's observation and the outputs that references may take.
public struct Observations: Sendable {
    public var byResource: [ResourceID: Observation] = [:]
    public var outputs: [Reference: Value] = [:]

    /// Which thing in AWS is whose, where it is not simply the one of its name.
    public var generations: [ResourceID: Generation] = [:]

    /// Nothing is known.
    public init() {}

    /// Replaces what was known of `id`.
    mutating func record(_ id: ResourceID, _ observation: Observation) {
        for name in (byResource[id]?.live?.outputs ?? [:]).keys { outputs[Reference(id, name)] = nil }
        byResource[id] = observation
        for (name, value) in observation.live?.outputs ?? [:] { outputs[Reference(id, name)] = value }
    }
}

extension Observations {
    /// Resources that replace something which is still there: looked at in every turn.
    var replacedThings: Set<ResourceID> { Set(generations.filter { !$0.value.predecessors.isEmpty }.keys) }
}
