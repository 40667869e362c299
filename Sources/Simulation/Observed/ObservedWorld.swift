public import Model

/// A region as AWS's describe calls showed it, from which worlds are made that go on from there.
///
/// Reading is done once; `world(seed:)` draws only what was under way, so that many seeds cost little.
///
/// AWS does not show everything. Not knowable, and assumed:
/// - How many probes of a target, or checks of a container, succeeded so far: drawn so that it fits what is shown.
/// - When a target was registered, a group's instance came into service, a lifecycle hook began: from the launch or start.
/// - Images on an instance: those of the tasks on it, no others.
/// - How many minutes managed scaling saw its metric low: none. When in the minute AWS evaluates: drawn.
/// - When somebody answers a lifecycle hook: never, it lasts its whole heartbeat; ECS's own ends with the drain.
/// - When a task that no service started ends: never.
/// - Load, policies and alarms: counts stay where they are unless managed scaling or a command moves them.
/// - Instance refreshes, Spot's notices, rebalance recommendations, task protection, starts held back after failures: none.
/// - What a rollback goes back to, when no deployment that completed is shown any more: nothing.
/// - How far a blue/green, linear or canary deployment is: its tasks come up, then all its steps follow.
/// - Whether images are well and pools have capacity: they are and have, unless the given physics says otherwise.
public struct ObservedWorld: Sendable {
    /// What was seen and could not be taken over, and what is assumed instead; a sentence each, for a person.
    public let notes: [String]
    /// How things stand; its queue is empty and nothing was drawn.
    private let base: World
    /// What was under way, in the order in which it is taken up.
    private let motions: [Motion]

    /// Reads `observed`. Throws `UnreadableCapacity` when there is no cluster in it to stand on.
    public init(
        _ observed: ObservedCapacity, place: AWSPlace, physics: Physics = Physics()
    ) throws(UnreadableCapacity) {
        var reader = ObservedReader(observed, place: place, physics: physics)
        try reader.read()
        notes = reader.notes
        base = reader.world
        motions = reader.motions
    }

    /// When AWS was asked, by its own clock where that is ahead of ours.
    public var at: Instant { base.now }

    /// The region with this chance: what was under way goes on, with the time already spent taken off where AWS says it.
    ///
    /// `physics` replaces the one that was given at first; nil keeps it.
    public func world(seed: UInt64, physics: Physics? = nil) -> World {
        var world = base
        world.dice = Dice(seed: seed)
        if let physics { world.physics = physics }
        world.beginTime()
        for motion in motions { world.resume(motion) }
        return world
    }
}

/// Why an observation cannot become a world.
public struct UnreadableCapacity: Error, Sendable, Hashable, CustomStringConvertible {
    /// What could not be understood.
    public let description: String
}

extension World {
    /// A region that goes on from what AWS showed; see `ObservedWorld` for what is assumed, and for many seeds of one.
    ///
    /// Throws when the observation holds no cluster.
    public init(
        observed: ObservedCapacity, place: AWSPlace, seed: UInt64, physics: Physics = Physics()
    ) throws(UnreadableCapacity) {
        self = try ObservedWorld(observed, place: place, physics: physics).world(seed: seed)
    }
}

/// Something that was under way when AWS was asked; its state in the world says how.
enum Motion: Sendable {
    case instance(InstanceID)
    case group(GroupID)
    case provider(CapacityProviderID)
    case cluster(ClusterID)
    case task(TaskID)
    case target(TargetID)
    case service(ServiceID)
}
