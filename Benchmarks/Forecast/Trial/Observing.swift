import Kinds
import Model
import Simulation

/// What AWS's describe calls show of a world, read the way Neap reads it.
enum Observing {
    /// Throws when a read failed: here all of them are answered.
    static func read(_ world: World) async throws -> ObservedCapacity {
        let context = ObservationContext(
            aws: WorldAWS(world: world), region: RandomStack.place.region, accountID: RandomStack.place.account)
        let capacity = await CapacityReading.read(
            clusters: [RandomStack.clusterName], context, at: world.now.milliseconds)
        if let failure = capacity.unknown.first { throw Unread(description: failure) }
        return capacity
    }

    /// A read that failed.
    struct Unread: Error, CustomStringConvertible { let description: String }
}
