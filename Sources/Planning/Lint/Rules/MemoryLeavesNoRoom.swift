import Kinds
import Model
import Simulation

/// A task that fits an instance by itself, and not beside what runs on every instance.
enum MemoryLeavesNoRoom: ServiceLintRule {
    static let id = "memory-leaves-no-room"
    static let weight = Finding.Weight.warn
    static let summary = """
        A task fits no instance type of a group once the memory that `ecsConfig.reservedMemory` keeps and the tasks of the \
        cluster's DAEMON services are counted; or a container's hard limit is above what any of the types has, so that the \
        instance runs out of memory before the limit is reached.
        """
    static let remedy = "Ask for less memory, let the group launch larger types, or put the daemons' needs down."

    static func finding(of service: RollingService, in context: LintContext) -> Finding? {
        guard !service.isDaemon, let capacity = ServiceCapacity(of: service, in: context.rolling) else { return nil }
        let demand = capacity.demand
        for pool in capacity.pools {
            guard let types = pool.types, let largest = types.max(by: { $0.room.memory < $1.room.memory }) else {
                continue
            }
            let taken = reserved(pool, in: context) + daemons(beside: service, on: pool, in: context)
            // One that fits no instance at all is another rule's.
            if taken > 0, demand.memory <= largest.room.memory, demand.memory + taken > largest.room.memory {
                return finding(
                    service, at: "/taskDefinition",
                    "its task of \(demand.memory) MiB finds no room on group \(pool.group) beside what is always there",
                    details: [
                        "\(largest.type), the largest, has \(largest.room.memory) MiB, of which \(taken) are taken."
                    ])
            }
            if let limit = limit(above: largest.room.memory, of: service) {
                return finding(
                    service, at: "/taskDefinition",
                    "container \(limit.name) may use \(limit.memory) MiB, which no instance of group \(pool.group) has",
                    details: ["\(largest.type), the largest, has \(largest.room.memory) MiB."])
            }
        }
        return nil
    }

    private static func limit(above most: Int, of service: RollingService) -> (name: String, memory: Int)? {
        let containers = service.definition?.spec["containerDefinitions"]?.list ?? []
        // Without a soft limit the hard one is what is reserved.
        return containers.lazy.filter { $0["memoryReservation"] != nil }.compactMap { container -> (String, Int)? in
            guard let memory = container["memory"]?.integer, memory > most else { return nil }
            return (container["name"]?.string ?? "", memory)
        }.first
    }

    private static func reserved(_ pool: InstancePool, in context: LintContext) -> Int {
        let group = pool.resource.flatMap { context.index[$0] }
        let named = group?.spec.references.map(\.resource).sorted().first { $0.kind == "LaunchTemplate" }
        return named.flatMap { context.index[$0] }?.spec["ecsConfig"]?["reservedMemory"]?.integer ?? 0
    }

    /// MiB of one task of each DAEMON service that runs on the pool's instances.
    private static func daemons(
        beside service: RollingService, on pool: InstancePool, in context: LintContext
    ) -> Int {
        let others = context.services.filter { $0.isDaemon && $0.cluster == service.cluster }
        return others.reduce(0) { sum, daemon in
            let groups = ServiceCapacity(of: daemon, in: context.rolling)?.pools.map(\.group)
            // Without a strategy a daemon runs on every instance of the cluster.
            guard groups?.contains(pool.group) ?? true else { return sum }
            return sum + (daemon.definition?.plan.memory ?? 0)
        }
    }
}
