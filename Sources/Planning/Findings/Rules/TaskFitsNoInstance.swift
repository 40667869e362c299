import Model
import Simulation

/// A task that no instance can ever hold, however empty.
enum TaskFitsNoInstance: ServiceRule {
    static let id = "task-fits-no-instance"
    static let weight = Finding.Weight.refuse
    static let summary = """
        A task of a service that the plan makes or rolls fits no instance type of any group behind the service, not even \
        on an empty instance: CPU, memory, host ports that the agent keeps, and `memberOf` constraints as far as they \
        speak of types.
        """
    static let remedy = "Ask for less, or let a group launch a larger type."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        guard let capacity = ServiceCapacity(of: service, in: context) else { return nil }
        let types = capacity.pools.compactMap(\.types)
        // A group whose types are not known may hold anything.
        guard types.count == capacity.pools.count else { return nil }
        let rooms = types.flatMap { $0 }
        let demand = capacity.demand
        guard !rooms.isEmpty, rooms.allSatisfy({ $0.holds(demand) == false }) else { return nil }
        let (place, path) = Self.place(service, in: context)
        return finding(
            service, at: path, place: place, "no instance can hold its task, not even an empty one",
            details: [reason(demand, rooms), way(capacity, in: context)])
    }

    private static func reason(_ demand: TaskDemand, _ rooms: [InstanceRoom]) -> String {
        let roomy = rooms.filter { $0.room.holds(demand) > 0 }
        guard roomy.isEmpty else { return lack(demand, roomy) }
        let isCPU = rooms.allSatisfy { $0.room.cpu < demand.cpu }
        let largest = rooms.max {
            isCPU
                ? ($0.room.cpu, $0.room.memory) < ($1.room.cpu, $1.room.memory)
                : ($0.room.memory, $0.room.cpu) < ($1.room.memory, $1.room.cpu)
        }
        return "A task reserves \(demand.text); the largest, \(largest?.type ?? ""), has \(largest?.room.text ?? "")."
    }

    /// What a type with room enough lacks.
    private static func lack(_ demand: TaskDemand, _ rooms: [InstanceRoom]) -> String {
        let taken = demand.ports.filter(TaskDemand.reservedPorts.contains).sorted().map(String.init)
        if !taken.isEmpty {
            return "Host port \(Words.list(taken)) is kept by the instance or the ECS agent on every one of them."
        }
        let queries = demand.constraints.filter { $0.type == "memberOf" }.map(\.expression)
        return "memberOf \(Words.list(queries)) leaves none of \(Words.list(Set(rooms.map(\.type)).sorted()))."
    }

    private static func way(_ capacity: ServiceCapacity, in context: FindingContext) -> String {
        let groups = capacity.pools.map { pool in
            let place = pool.resource.flatMap { context.input.desired[$0]?.place.lineDescription }
            return "\(pool.group)\(place.map { " (\($0))" } ?? "")"
        }
        let noun = groups.count == 1 ? "group" : "groups"
        return "Ask for less, or let \(noun) \(Words.list(groups)) launch another type."
    }

    /// The reservation's line: the task's own, else its first container's.
    private static func place(_ service: RollingService, in context: FindingContext) -> (Place?, FieldPath) {
        guard let definition = service.definition, let resource = definition.resource else {
            return (nil, "/taskDefinition")
        }
        let paths: [FieldPath] =
            ["/memory", "/cpu", "/containerDefinitions/0/memoryReservation"]
            + ["/containerDefinitions/0/memory", "/containerDefinitions/0"]
        let path = paths.first { definition.spec[$0] != nil } ?? "/containerDefinitions"
        return (context.place(of: path, in: resource), "/taskDefinition")
    }
}
