import Model

extension ComposeReader {
    /// What a service mounts.
    struct Mount {
        var type = "volume"
        var source: String?
        var target: String
        var isReadOnly = false
    }

    /// Mount points, and the volumes that they name.
    mutating func volumes(_ node: ForeignNode, _ container: inout [String: Value], _ service: inout CarriedService) {
        var points: [Value] = []
        var volumes: [String: Value] = [:]
        for item in node["volumes"]?.items ?? [] {
            guard let mount = mount(item), let name = volume(mount, item, &volumes, &container) else { continue }
            var point: [String: Value] = ["sourceVolume": .string(name), "containerPath": .string(mount.target)]
            if mount.isReadOnly { point["readOnly"] = true }
            if mount.type == "volume", mount.source != nil, !mount.isReadOnly { service.keepsData = true }
            points.append(.object(point))
        }
        if !points.isEmpty { container["mountPoints"] = .list(points) }
        let sorted = volumes.sorted { $0.key < $1.key }.map(\.value)
        if !sorted.isEmpty { service.task["volumes"] = .list(sorted) }
    }

    /// `source:target:ro`, a target alone, or a mapping.
    private mutating func mount(_ node: ForeignNode) -> Mount? {
        if node.isMapping { return longMount(node) }
        guard let text = ledger.text(node) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return Mount(source: nil, target: text) }
        let options = parts.count > 2 ? parts[2].split(separator: ",").map(String.init) : []
        let isPath = [".", "/", "~"].contains { parts[0].hasPrefix($0) }
        let other = options.filter { !["ro", "rw", "z", "Z", "cached", "delegated", "consistent"].contains($0) }
        if !other.isEmpty { ledger.note(node, "options \(other.joined(separator: ", ")) are not carried over") }
        return Mount(
            type: isPath ? "bind" : "volume", source: parts[0], target: parts[1], isReadOnly: options.contains("ro"))
    }

    private mutating func longMount(_ node: ForeignNode) -> Mount? {
        guard let type = ledger.text(node["type"]), let target = ledger.text(node["target"]) else {
            ledger.leave(node, "names no type and target")
            return nil
        }
        ledger.leave(node["volume"], "options of the mount are not carried over")
        ledger.leave(node["bind"], "options of the mount are not carried over")
        ledger.pass(node["consistency"])
        return Mount(
            type: type, source: ledger.text(node["source"]), target: target,
            isReadOnly: ledger.truth(node["read_only"]) ?? false)
    }

    /// The volume's name in the task; nil when it can not be had there.
    private mutating func volume(
        _ mount: Mount, _ node: ForeignNode, _ volumes: inout [String: Value], _ container: inout [String: Value]
    ) -> String? {
        switch (mount.type, mount.source) {
        case ("volume", nil):
            let name = Names.kebab(mount.target)
            volumes[name] = ["name": .string(name)]
            return name
        case ("volume", let source?):
            let name = Names.kebab(source)
            volumes[name] = named(source, name, node)
            return name
        case ("bind", let source?) where source.hasPrefix("/") && stack.capacity == .ec2:
            let name = Names.kebab(source)
            volumes[name] = ["name": .string(name), "host": ["sourcePath": .string(source)]]
            ledger.note(node, "is a folder of whatever instance the task runs on: \(source)")
            return name
        case ("tmpfs", _) where stack.capacity == .ec2:
            let size = self.size(node["tmpfs"]?["size"])
            ledger.leave(node["tmpfs"]?["mode"], "is not carried over: write it under mountOptions")
            var linux = container["linuxParameters"]?.object ?? [:]
            let folder: Value = ["containerPath": .string(mount.target), "size": .integer(size ?? 64)]
            linux["tmpfs"] = .list((linux["tmpfs"]?.list ?? []) + [folder])
            container["linuxParameters"] = .object(linux)
            return nil
        default:
            let remedy =
                "instances have no such folder: put what it holds into the image, or into an EFS file system"
            if node.isMapping { ledger.leave(node, remedy) } else { ledger.withhold(node, remedy) }
            return nil
        }
    }

    /// A volume of the file's own; data that has to outlive its instance belongs elsewhere.
    private mutating func named(_ source: String, _ name: String, _ node: ForeignNode) -> Value {
        let stated = top["volumes"]?[source]
        let driver = ledger.text(stated?["driver"])
        let options = ledger.pairs(stated?["driver_opts"])
        guard stack.capacity == .ec2 else {
            ledger.note(
                node,
                "\(source) is gone with its task: name an EFS file system under efsVolumeConfiguration to keep "
                    + "it")
            return ["name": .string(name)]
        }
        ledger.note(
            node,
            "\(source) stays on the instance that made it: an EFS file system, or a managed database, keeps it")
        var docker: [String: Value] = ["scope": "shared", "autoprovision": true]
        if let driver { docker["driver"] = .string(driver) }
        if !options.isEmpty {
            docker["driverOpts"] = .object(
                Dictionary(options.map { ($0.name, .string($0.value ?? "")) }) { _, last in last })
        }
        return ["name": .string(name), "dockerVolumeConfiguration": .object(docker)]
    }

    /// Where a container's output goes: to CloudWatch, unless the file names a driver that ECS has too.
    mutating func logging(_ node: ForeignNode, _ container: inout [String: Value], _ service: inout CarriedService) {
        let logging = node["logging"]
        let driver = logging?["driver"]?.text ?? "json-file"
        let known =
            ["awslogs", "awsfirelens", "splunk"]
            + (stack.capacity == .ec2 ? ["fluentd", "gelf", "syslog", "journald"] : [])
        if known.contains(driver) {
            ledger.carry(logging?["driver"])
            let options = ledger.pairs(logging?["options"]).map { ($0.name, Value.string($0.value ?? "")) }
            container["logConfiguration"] = [
                "logDriver": .string(driver), "options": .object(Dictionary(options) { _, last in last }),
            ]
            return
        }
        ledger.leave(
            logging,
            "output goes to the log group /ecs/\(stack.name)/\(service.name) instead, which keeps it for 30 "
                + "days")
        let group = "/ecs/\(stack.name)/\(service.name)"
        service.logGroup = group
        container["logConfiguration"] = [
            "logDriver": "awslogs",
            "options": [
                "awslogs-group": .string(group), "awslogs-region": .string(settings.region),
                "awslogs-stream-prefix": .string(service.name),
            ],
        ]
    }
}
