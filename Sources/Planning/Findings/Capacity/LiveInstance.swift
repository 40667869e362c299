import Model
import Simulation

/// A container instance as DescribeContainerInstances shows it, and the tasks on it.
struct LiveInstance {
    let arn: String
    let type: String
    /// True when ECS may put a task on it now.
    let isOpen: Bool
    /// CPU units and MiB for tasks: all of it, and what is free.
    let all: TaskRoom
    let free: TaskRoom
    /// Host ports that are taken, the agent's own among them.
    let ports: Set<Int>
    let attributes: [String: [String]]
    /// Groups of the tasks on it that have not stopped: `service:api`; sorted.
    let taskGroups: [String]
    /// True when a task on it is about to leave, or belongs to no service: what it holds may come free.
    let mayEmpty: Bool

    /// The instance `shown`, with its tasks out of all of `tasks`.
    init(_ shown: Value, tasks: [Value]) {
        arn = shown["containerInstanceArn"]?.string ?? ""
        attributes = Dictionary(
            grouping: (shown["attributes"]?.list ?? []).map {
                ($0["name"]?.string ?? "", $0["value"]?.string ?? "")
            }, by: \.0
        ).mapValues { $0.map(\.1) }
        type = attributes["ecs.instance-type"]?.first ?? ""
        isOpen = shown["status"]?.string == "ACTIVE" && shown["agentConnected"]?.bool != false
        all = TaskRoom(shown["registeredResources"])
        free = TaskRoom(shown["remainingResources"])
        ports = Self.ports(shown["remainingResources"])
        taskGroups = tasks.compactMap { $0["group"]?.string }.sorted()
        mayEmpty = tasks.contains {
            $0["desiredStatus"]?.string == "STOPPED" || $0["group"]?.string?.hasPrefix("service:") != true
        }
    }

    /// In `remainingResources` too, PORTS lists what is taken.
    private static func ports(_ resources: Value?) -> Set<Int> {
        let row = (resources?.list ?? []).first { $0["name"]?.string == "PORTS" }
        return Set((row?["stringSetValue"]?.list ?? []).compactMap { $0.string.flatMap { Int($0) } })
    }

    /// What a placement constraint may ask of it; nil for what changes while one looks.
    func value(of subject: String) -> [String]? {
        if subject.hasPrefix("attribute:") {
            return attributes[String(subject.dropFirst("attribute:".count))] ?? []
        }
        return subject == "task:group" ? taskGroups : nil
    }

    /// How many more tasks of this demand, of the service `group`, fit on it now.
    func holds(_ demand: TaskDemand, of group: String) -> Int {
        guard isOpen, demand.constraints.allSatisfy({ $0.isSatisfied(by: value) != false }),
            ports.isDisjoint(with: demand.ports), !(demand.isAlone && taskGroups.contains(group))
        else { return 0 }
        return free.holds(demand)
    }
}

/// CPU units and MiB for tasks.
struct TaskRoom: Hashable {
    var cpu: Int
    var memory: Int

    init(cpu: Int, memory: Int) {
        self.cpu = cpu
        self.memory = memory
    }

    /// The room that a list of AWS's resources tells of.
    init(_ resources: Value?) {
        let rows = resources?.list ?? []
        func number(_ name: String) -> Int {
            rows.first { $0["name"]?.string == name }?["integerValue"]?.integer ?? 0
        }
        self.init(cpu: number("CPU"), memory: number("MEMORY"))
    }

    /// How many tasks of a demand it takes.
    func holds(_ demand: TaskDemand) -> Int {
        let byCPU = demand.cpu > 0 ? cpu / demand.cpu : Int.max
        let byMemory = demand.memory > 0 ? memory / demand.memory : Int.max
        // A task that reserves nothing fits as often as anybody asks.
        let most = min(byCPU, byMemory, 1_000_000)
        return demand.isAlone || !demand.ports.isEmpty ? min(1, most) : most
    }

    /// `2048 CPU and 9000 MiB`.
    var text: String { "\(cpu) CPU and \(memory) MiB" }
}

/// What one task of a service asks of an instance.
struct TaskDemand: Hashable {
    /// Ports that the agent and the host keep for themselves.
    static let reservedPorts: Set<Int> = [22, 2375, 2376, 51678, 51679]

    let cpu: Int
    let memory: Int
    /// Host ports that it must have.
    let ports: [Int]
    let constraints: [PlacementConstraint]
    /// True when no two tasks of the service may share an instance.
    var isAlone: Bool { constraints.contains { $0.type == "distinctInstance" } }

    /// What a task of `definition` asks for under the service's own constraints.
    init(_ definition: RolledDefinition, _ service: Value) {
        cpu = definition.plan.cpu
        memory = definition.plan.memory
        ports = Self.ports(definition.plan)
        let own = (service["placementConstraints"]?.list ?? []).map(PlacementConstraint.init(shown:))
        constraints = definition.plan.constraints + own
    }

    /// In `host` mode a container's port is the instance's.
    private static func ports(_ plan: TaskPlan) -> [Int] {
        guard plan.networkMode == .bridge || plan.networkMode == .host else { return [] }
        let all = plan.containers.flatMap(\.ports).map { port in
            plan.networkMode == .host && port.host == 0 ? port.container : port.host
        }
        return all.filter { $0 > 0 }
    }

    /// `512 CPU and 1024 MiB`.
    var text: String { TaskRoom(cpu: cpu, memory: memory).text }
}
