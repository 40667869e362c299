import Model
import Simulation

extension World {
    /// A task as AWS shows it.
    func shown(_ id: TaskID, tags: Bool) -> Value {
        ecs.tasks[id].map { shown($0, tags: tags) } ?? .emptyObject
    }

    /// A task as it was.
    func shown(_ task: ECSTask, tags: Bool) -> Value {
        var members: [String: Value] = [
            "taskArn": .string(arn(task)), "clusterArn": .string(arn(task.cluster)),
            "taskDefinitionArn": .string(taskDefinitionArn(task.taskDefinition)),
            "lastStatus": .string(task.lastStatus.rawValue), "desiredStatus": task.isWanted ? "RUNNING" : "STOPPED",
            "healthStatus": .string(task.health.rawValue), "launchType": "EC2", "group": .string(task.group),
            "cpu": .string(String(task.plan.cpu)), "memory": .string(String(task.plan.memory)),
            "overrides": task.overrides, "version": .integer(task.version), "enableExecuteCommand": false,
            "attributes": [["name": "ecs.cpu-architecture", "value": "x86_64"]],
            "attachments": .list(attachments(of: task)),
            "containers": .list(ContainerView(task, in: self).rows),
        ]
        members["startedBy"] = task.startedBy.isEmpty ? nil : .string(task.startedBy)
        members["capacityProviderName"] = task.capacityProvider.map { .string($0) }
        members["availabilityZone"] = task.zone.map { .string($0) }
        members["containerInstanceArn"] = task.containerInstanceName.map {
            .string(containerInstanceArn($0, in: task.cluster))
        }
        members["stopCode"] = task.stopCode.map { .string($0.rawValue) }
        members["stoppedReason"] = task.stoppedReason.map { .string($0) }
        addTimes(of: task, to: &members)
        if let service = task.service.flatMap({ ecs.services[$0] }) {
            members["enableExecuteCommand"] = .bool(service.settings.enableExecuteCommand)
        }
        if tags { members["tags"] = task.tags }
        return .object(members)
    }

    private func addTimes(of task: ECSTask, to members: inout [String: Value]) {
        let times: [(String, Instant?)] = [
            ("createdAt", task.createdAt), ("pullStartedAt", task.pullStartedAt),
            ("pullStoppedAt", task.pullStoppedAt), ("startedAt", task.startedAt), ("stoppingAt", task.stoppingAt),
            ("executionStoppedAt", task.stoppedAt), ("stoppedAt", task.stoppedAt),
            ("connectivityAt", task.pullStartedAt),
        ]
        for (name, time) in times { members[name] = time?.shown }
        if task.pullStartedAt != nil { members["connectivity"] = "CONNECTED" }
    }

    /// The network interface of an `awsvpc` task.
    private func attachments(of task: ECSTask) -> [Value] {
        guard task.plan.networkMode == .awsvpc else { return [] }
        let status =
            switch task.lastStatus {
            case .provisioning: "PRECREATED"
            case .pending: "ATTACHING"
            case .deprovisioning: "DETACHING"
            case .stopped: "DELETED"
            default: "ATTACHED"
            }
        var details: [Value] = [
            ["name": "networkInterfaceId", "value": .string("eni-\(hex(17, task.ordinal))")]
        ]
        if let address = task.address {
            let host = address.split(separator: ".").joined(separator: "-")
            details.append(["name": "privateIPv4Address", "value": .string(address)])
            details.append(["name": "privateDnsName", "value": .string("ip-\(host).\(place.region).compute.internal")])
        }
        return [
            [
                "id": .string(uuid(task.ordinal)), "type": "ElasticNetworkInterface", "status": .string(status),
                "details": .list(details),
            ]
        ]
    }
}
