import Model
import Simulation

extension World {
    /// A container instance as AWS shows it.
    func shown(_ id: ContainerInstanceID, include: Set<String>) -> Value {
        ecs.containerInstances[id].map { shown($0, include: include) } ?? .emptyObject
    }

    /// A container instance as it was.
    func shown(_ instance: ContainerInstance, include: Set<String>) -> Value {
        var counts = TaskCounts()
        counts.add(instance.tasks, in: self)
        var members: [String: Value] = [
            "containerInstanceArn": .string(containerInstanceArn(instance.id, in: instance.cluster)),
            "ec2InstanceId": .string(instance.instanceName), "version": .integer(instance.version),
            "versionInfo": [
                "agentVersion": "1.99.0", "agentHash": "d5a1b9c4", "dockerVersion": "DockerVersion: 25.0.8",
            ],
            "status": .string(instance.status.rawValue), "agentConnected": .bool(instance.agentConnected),
            "runningTasksCount": .integer(counts.running), "pendingTasksCount": .integer(counts.pending),
            "registeredResources": Self.resources(instance.cpu, instance.memory, Self.agentPorts),
            "remainingResources": Self.resources(
                instance.freeCPU, instance.freeMemory,
                Set(instance.ports.sorted.map(Int.init)).union(Self.agentPorts).sorted()),
            "attributes": .list(instance.attributes.map(LocalECS.attributeRow)),
            "registeredAt": instance.registeredAt.shown, "attachments": .list([]),
        ]
        members["capacityProviderName"] = instance.capacityProvider.flatMap { ecs.capacityProviders[$0] }.map {
            .string($0.name)
        }
        if include.contains("TAGS") { members["tags"] = instance.tags }
        if include.contains("CONTAINER_INSTANCE_HEALTH") { members["healthStatus"] = ["overallStatus": "OK"] }
        return .object(members)
    }

    /// SSH, Docker and the agent hold these on every instance.
    private static let agentPorts = [22, 2375, 2376, 51678, 51679]

    private static func resources(_ cpu: Int, _ memory: Int, _ ports: [Int]) -> Value {
        [
            number("CPU", cpu), number("MEMORY", memory), texts("PORTS", ports.map(String.init)),
            texts("PORTS_UDP", []),
        ]
    }

    private static func number(_ name: String, _ value: Int) -> Value {
        [
            "name": .string(name), "type": "INTEGER", "doubleValue": 0.0, "longValue": 0,
            "integerValue": .integer(value),
        ]
    }

    private static func texts(_ name: String, _ values: [String]) -> Value {
        [
            "name": .string(name), "type": "STRINGSET", "doubleValue": 0.0, "longValue": 0, "integerValue": 0,
            "stringSetValue": .list(values.map { .string($0) }),
        ]
    }
}
