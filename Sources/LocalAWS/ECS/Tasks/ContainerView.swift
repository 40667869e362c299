import Model
import Simulation

/// A task's `containers`.
struct ContainerView {
    private let task: ECSTask
    private let world: World

    /// The containers of a task.
    init(_ task: ECSTask, in world: World) {
        self.task = task
        self.world = world
    }

    /// A row a container, in the definition's order.
    var rows: [Value] {
        let shown = world.ecs.taskDefinitions[task.taskDefinition]?.shown["containerDefinitions"]?.list ?? []
        let ending = task.plan.containers.firstIndex(where: \.essential) ?? 0
        var ports = task.hostPorts[...]
        return task.plan.containers.enumerated().map { index, container in
            let own = ports.prefix(container.ports.count)
            ports = ports.dropFirst(own.count)
            return row(
                index, container, shown.indices.contains(index) ? shown[index] : .emptyObject, Array(own),
                isEnding: index == ending)
        }
    }

    private func row(
        _ index: Int, _ container: TaskPlan.Container, _ shown: Value, _ hostPorts: [UInt16], isEnding: Bool
    ) -> Value {
        var members: [String: Value] = [
            "containerArn": .string(containerArn(index)), "taskArn": .string(world.arn(task)),
            "name": .string(container.name), "image": .string(container.image),
            "lastStatus": .string(lastStatus), "networkBindings": .list(bindings(container, hostPorts)),
            "networkInterfaces": .list(interfaces), "cpu": .string(String(shown["cpu"]?.integer ?? 0)),
            "healthStatus": .string(container.healthCheck == nil ? "UNKNOWN" : task.health.rawValue),
        ]
        for limit in ["memory", "memoryReservation"] {
            members[limit] = shown[limit]?.integer.map { .string(String($0)) }
        }
        if task.pullStoppedAt != nil, task.containerReason?.hasPrefix("CannotPull") != true {
            members["imageDigest"] = .string(world.imageDigest(container.image))
            members["runtimeId"] = .string("\(task.id)-\(world.hex(10, task.ordinal &+ UInt64(index) << 48))")
        }
        if isEnding { members["reason"] = task.containerReason.map { .string($0) } }
        members["exitCode"] = exitCode(isEnding).map { .integer($0) }
        return .object(members)
    }

    /// The container that ended the task has the task's exit code, the others were stopped in order.
    private func exitCode(_ isEnding: Bool) -> Int? {
        guard let code = task.exitCode else { return nil }
        return isEnding ? code : 0
    }

    private func containerArn(_ index: Int) -> String {
        let id = world.uuid(task.ordinal &+ UInt64(index + 1) << 48)
        return world.ecsArn("container", "\(world.clusterName(task.cluster))/\(task.id)/\(id)")
    }

    /// A container is PENDING, RUNNING or STOPPED.
    private var lastStatus: String {
        switch task.lastStatus {
        case .provisioning, .pending: "PENDING"
        case .activating, .running, .deactivating: "RUNNING"
        case .stopping: task.startedAt == nil ? "PENDING" : "RUNNING"
        case .deprovisioning, .stopped: "STOPPED"
        }
    }

    private func bindings(_ container: TaskPlan.Container, _ hostPorts: [UInt16]) -> [Value] {
        guard task.plan.networkMode != .awsvpc, task.startedAt != nil else { return [] }
        return zip(container.ports, hostPorts).map { port, host in
            [
                "bindIP": "0.0.0.0", "containerPort": .integer(port.container), "hostPort": .integer(Int(host)),
                "protocol": .string(port.networkProtocol),
            ]
        }
    }

    private var interfaces: [Value] {
        guard task.plan.networkMode == .awsvpc, let address = task.address else { return [] }
        return [["attachmentId": .string(world.uuid(task.ordinal)), "privateIpv4Address": .string(address)]]
    }
}
