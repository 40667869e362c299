import Model

extension CopilotReader {
    /// Volumes of the task, and where the main container mounts them.
    mutating func storage(_ node: ForeignNode?, _ container: inout [String: Value], _ service: inout CarriedService) {
        if let size = node?["ephemeral"], let number = ledger.integer(size, 21...200) {
            if stack.capacity == .fargate {
                service.task["ephemeralStorage"] = ["sizeInGiB": .integer(number)]
            } else {
                ledger.note(size, "is the instance's disk: see capacity.yaml")
            }
        }
        if ledger.truth(node?["readonly_fs"]) == true { container["readonlyRootFilesystem"] = true }
        var (volumes, points): ([Value], [Value]) = ([], [])
        for (name, member) in node?["volumes"]?.members ?? [] {
            volumes.append(volume(name, member))
            if let point = mountPoint(member, named: name) { points.append(point) }
        }
        if !volumes.isEmpty { service.task["volumes"] = .list(volumes) }
        if !points.isEmpty { container["mountPoints"] = .list(points) }
    }

    /// Where a container mounts a volume; Copilot's mounts are for reading unless they say otherwise.
    mutating func mountPoint(_ node: ForeignNode, named name: String?) -> Value? {
        let source = name ?? ledger.text(node["source_volume"])
        guard let source, let path = ledger.text(node["path"]) else { return nil }
        var point: [String: Value] = ["sourceVolume": .string(source), "containerPath": .string(path)]
        if ledger.truth(node["read_only"]) ?? true { point["readOnly"] = true }
        return .object(point)
    }

    private mutating func volume(_ name: String, _ node: ForeignNode) -> Value {
        guard let efs = node["efs"], efs.text != "false" else {
            ledger.pass(node["efs"])
            return ["name": .string(name)]
        }
        guard let id = efs["id"], !id.isMapping, !["copilot", "managed"].contains(id.text ?? ""),
            let system = ledger.text(id)
        else {
            ledger.leave(
                efs,
                "is a file system of Copilot's, which goes with its stack: name one of yours under "
                    + "efsVolumeConfiguration")
            return ["name": .string(name)]
        }
        var configuration: [String: Value] = ["fileSystemId": .string(system), "transitEncryption": "ENABLED"]
        configuration["rootDirectory"] = ledger.text(efs["root_dir"]).map { .string($0) }
        var authorization: [String: Value] = [:]
        let point = ledger.text(efs["auth"]?["access_point_id"])
        authorization["accessPointId"] = point.map { .string($0) }
        authorization["iam"] = ledger.truth(efs["auth"]?["iam"]) == false ? "DISABLED" : "ENABLED"
        configuration["authorizationConfig"] = .object(authorization)
        for member in ["uid", "gid"] { ledger.leave(efs[member], "is for the access point to say") }
        return ["name": .string(name), "efsVolumeConfiguration": .object(configuration)]
    }

    /// Where output goes: to CloudWatch, or to a log router beside the containers.
    mutating func logging(_ node: ForeignNode?, _ service: inout CarriedService) {
        let group = "/ecs/\(stack.name)/\(service.name)"
        service.logGroup = group
        service.logRetentionDays = ledger.integer(node?["retention"]) ?? 30
        let usual: Value = [
            "logDriver": "awslogs",
            "options": [
                "awslogs-group": .string(group), "awslogs-region": .string(settings.region),
                "awslogs-stream-prefix": .string(service.name),
            ],
        ]
        let options = ledger.pairs(node?["destination"]).map { ($0.name, Value.string($0.value ?? "")) }
        let isRouted = !options.isEmpty
        var router: Value = ["logDriver": "awsfirelens", "options": .object(Dictionary(options) { _, last in last })]
        let secrets = (node?["secretOptions"]?.members ?? []).compactMap { name, member in
            secret(member).map { source -> Value in ["name": .string(name), "valueFrom": .string(source)] }
        }
        if !secrets.isEmpty { router["secretOptions"] = .list(secrets) }
        for index in service.containers.indices {
            service.containers[index]["logConfiguration"] = isRouted ? router : usual
        }
        guard let node, isRouted else { return }
        service.containers.append(.object(routerContainer(node, usual, service.name)))
    }

    private mutating func routerContainer(_ node: ForeignNode, _ logs: Value, _ service: String) -> [String: Value] {
        var options: [String: Value] = [
            "enable-ecs-log-metadata": ledger.truth(node["enableMetadata"]) == false ? "false" : "true"
        ]
        if let file = ledger.text(node["configFilePath"]) {
            options["config-file-type"] = "file"
            options["config-file-value"] = .string(file)
        }
        var container: [String: Value] = [
            "name": "firelens_log_router",
            "image": .string(
                ledger.text(node["image"]) ?? "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable"),
            "firelensConfiguration": ["type": "fluentbit", "options": .object(options)], "logConfiguration": logs,
        ]
        environment(node, &container, service, isMain: false)
        return container
    }
}
