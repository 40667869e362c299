import Model
import Simulation

/// What DescribeClusters shows only when asked.
enum ClusterInclude {
    /// All but the counts by launch type: what the writes' replies show.
    static let all: Set<String> = ["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "TAGS"]
}

extension World {
    /// A cluster as AWS shows it.
    func shown(_ id: ClusterID, include: Set<String>) -> Value {
        guard let cluster = ecs.clusters[id] else { return .emptyObject }
        let counts = taskCounts(of: cluster)
        let instances = cluster.containerInstances.count {
            ecs.containerInstances[$0]?.status ?? .inactive != .inactive
        }
        var members: [String: Value] = [
            "clusterArn": .string(arn(id)), "clusterName": .string(cluster.name),
            "status": .string(cluster.status.rawValue), "registeredContainerInstancesCount": .integer(instances),
            "runningTasksCount": .integer(counts.running), "pendingTasksCount": .integer(counts.pending),
            "activeServicesCount": .integer(cluster.services.count { ecs.services[$0]?.status == .active }),
            "capacityProviders": .list(cluster.capacityProviders.map { .string($0) }),
            "defaultCapacityProviderStrategy": .list(cluster.defaultStrategy.map(\.shown)),
        ]
        members["serviceConnectDefaults"] = cluster.written["serviceConnectDefaults"]
        members["attachmentsStatus"] = cluster.attachmentsStatus.map { .string($0) }
        if include.contains("SETTINGS") { members["settings"] = cluster.written["settings"] ?? .list([]) }
        if include.contains("CONFIGURATIONS") { members["configuration"] = cluster.written["configuration"] }
        if include.contains("TAGS") { members["tags"] = cluster.tags }
        if include.contains("ATTACHMENTS") { members["attachments"] = .list(attachments(of: cluster)) }
        if include.contains("STATISTICS") { members["statistics"] = statistics(of: cluster, counts) }
        return .object(members)
    }

    private func taskCounts(of cluster: Cluster) -> TaskCounts {
        var counts = TaskCounts()
        for service in cluster.services { counts.add(ecs.services[service]?.tasks ?? [], in: self) }
        counts.add(cluster.standalone, in: self)
        return counts
    }

    /// What the association of a capacity provider left on its group.
    private func attachments(of cluster: Cluster) -> [Value] {
        cluster.capacityProviders.flatMap { name -> [Value] in
            guard let provider = ecs.capacityProviderNames[name].flatMap({ ecs.capacityProviders[$0] }) else {
                return []
            }
            let policy = provider.policyID.isEmpty ? "" : "ECSManagedAutoScalingPolicy-\(provider.policyID)"
            return [
                ("as_policy", "scalingPolicyName", policy, provider.managedScaling.enabled),
                (
                    "managed_draining", "autoScalingLifecycleHookName", "ecs-managed-draining-termination-hook",
                    provider.managedDraining
                ),
            ].filter(\.3).map { type, detail, value, _ in
                [
                    "id": .string("\(name)-\(type)"), "type": .string(type), "status": "CREATED",
                    "details": [
                        ["name": "capacityProviderName", "value": .string(name)],
                        ["name": .string(detail), "value": .string(value)],
                    ],
                ]
            }
        }
    }

    private func statistics(of cluster: Cluster, _ counts: TaskCounts) -> Value {
        let services = cluster.services.compactMap { ecs.services[$0]?.status }
        let rows: [(String, Int)] = [
            ("runningEC2TasksCount", counts.running), ("runningFargateTasksCount", 0),
            ("pendingEC2TasksCount", counts.pending), ("pendingFargateTasksCount", 0),
            ("activeEC2ServiceCount", services.count { $0 == .active }), ("activeFargateServiceCount", 0),
            ("drainingEC2ServiceCount", services.count { $0 == .draining }), ("drainingFargateServiceCount", 0),
        ]
        return .list(rows.map { ["name": .string($0.0), "value": .string(String($0.1))] })
    }
}

/// How many tasks AWS counts as running and as pending.
struct TaskCounts: Sendable, Hashable {
    /// RUNNING.
    private(set) var running = 0
    /// PROVISIONING, PENDING or ACTIVATING.
    private(set) var pending = 0

    /// Counts one task.
    mutating func add(_ status: ECSTask.Status) {
        switch status {
        case .running: running += 1
        case .provisioning, .pending, .activating: pending += 1
        default: break
        }
    }

    /// Counts several.
    mutating func add(_ tasks: [TaskID], in world: World) {
        for task in tasks { if let status = world.ecs.tasks[task]?.lastStatus { add(status) } }
    }
}

extension CapacityProviderStrategyItem {
    /// As AWS shows it.
    var shown: Value {
        ["capacityProvider": .string(capacityProvider), "weight": .integer(weight), "base": .integer(base)]
    }
}
