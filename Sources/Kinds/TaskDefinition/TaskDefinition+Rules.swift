import Model

extension TaskDefinition {
    /// The task's own members.
    static let taskRules: [FieldRule] = [
        FieldRule("/networkMode", absent: "bridge"),
        FieldRule("/cpu", normal: units, note: "CPU units, 1024 to a core; `1 vCPU` is taken too."),
        FieldRule("/memory", normal: units, note: "MiB; `1GB` is taken too."),
        FieldRule("/containerDefinitions", elements: .keyed(["name"])),
        FieldRule("/requiresCompatibilities", elements: .set),
        FieldRule("/placementConstraints", elements: .set),
        FieldRule("/inferenceAccelerators", elements: .keyed(["deviceName"])),
        FieldRule("/enableFaultInjection", absent: false),
        FieldRule("/runtimePlatform/cpuArchitecture", absent: "X86_64"),
        FieldRule("/runtimePlatform/operatingSystemFamily", absent: "LINUX"),
        FieldRule("/proxyConfiguration/type", absent: "APPMESH"),
        FieldRule("/proxyConfiguration/properties", elements: .keyed(["name"])),
        FieldRule("/volumes", elements: .keyed(["name"])),
        FieldRule("/volumes/*/configuredAtLaunch", absent: false),
        FieldRule("/volumes/*/efsVolumeConfiguration/rootDirectory", absent: "/"),
        FieldRule("/volumes/*/efsVolumeConfiguration/transitEncryption", absent: "DISABLED"),
        FieldRule("/volumes/*/efsVolumeConfiguration/authorizationConfig/iam", absent: "DISABLED"),
        FieldRule("/volumes/*/dockerVolumeConfiguration/scope", absent: "task"),
        FieldRule("/volumes/*/dockerVolumeConfiguration/autoprovision", absent: false),
        FieldRule("/volumes/*/dockerVolumeConfiguration/driver", absent: "local"),
    ]

    /// A container's members.
    static let containerRules: [FieldRule] = [
        FieldRule("/cpu", absent: 0),
        FieldRule("/essential", absent: true),
        FieldRule("/environment", elements: .keyed(["name"]), sensitive: true),
        FieldRule("/secrets", elements: .keyed(["name"]), note: "Where each secret is kept; never the secret itself."),
        FieldRule("/portMappings", elements: .keyed(["containerPort", "containerPortRange", "protocol"])),
        FieldRule("/portMappings/*/protocol", absent: "tcp"),
        FieldRule("/portMappings/*/hostPort", absent: 0),
        FieldRule("/mountPoints", elements: .keyed(["containerPath"])),
        FieldRule("/mountPoints/*/readOnly", absent: false),
        FieldRule("/volumesFrom", elements: .keyed(["sourceContainer"])),
        FieldRule("/volumesFrom/*/readOnly", absent: false),
        FieldRule("/ulimits", elements: .keyed(["name"])),
        FieldRule("/systemControls", elements: .keyed(["namespace"])),
        FieldRule("/resourceRequirements", elements: .keyed(["type"])),
        FieldRule("/dependsOn", elements: .keyed(["containerName"])),
        FieldRule("/extraHosts", elements: .set),
        FieldRule("/links", elements: .set),
        FieldRule("/logConfiguration/secretOptions", elements: .keyed(["name"])),
        FieldRule("/dockerLabels/*", normal: Normal.text),
        FieldRule("/healthCheck/interval", absent: 30),
        FieldRule("/healthCheck/timeout", absent: 5),
        FieldRule("/healthCheck/retries", absent: 3),
        FieldRule("/healthCheck/startPeriod", absent: 0),
        FieldRule("/linuxParameters/initProcessEnabled", absent: false),
        FieldRule("/linuxParameters/capabilities/add", elements: .set),
        FieldRule("/linuxParameters/capabilities/drop", elements: .set),
        FieldRule("/linuxParameters/devices", elements: .keyed(["hostPath"])),
        FieldRule("/linuxParameters/tmpfs", elements: .keyed(["containerPath"])),
        FieldRule("/restartPolicy/restartAttemptPeriod", absent: 300),
        FieldRule("/versionConsistency", absent: "enabled"),
        FieldRule("/disableNetworking", absent: false),
        FieldRule("/privileged", absent: false),
        FieldRule("/readonlyRootFilesystem", absent: false),
        FieldRule("/interactive", absent: false),
        FieldRule("/pseudoTerminal", absent: false),
    ]

    /// `1 vCPU` and `1GB` as AWS reads them back: 1024 to the unit.
    static let units: @Sendable (Value) -> Value = { value in
        guard let text = value.scalarText else { return value }
        return Value(.string(inUnits(text)), at: value.place, key: value.keyPlace)
    }

    private static func inUnits(_ text: String) -> String {
        let lower = text.lowercased().filter { $0 != " " }
        guard let suffix = ["vcpu", "gb"].first(where: lower.hasSuffix) else { return text }
        guard let number = Double(lower.dropLast(suffix.count)), number.isFinite, number >= 0, number < 1_000_000 else {
            return text
        }
        return String(Int((number * 1024).rounded()))
    }

    /// Host ports as AWS fills them in, which hangs on the network mode: the container's own port unless Docker maps it.
    static let hostPorts: @Sendable (Value) -> Value = { spec in
        guard let containers = spec["containerDefinitions"]?.list else { return spec }
        let isMapped = !["awsvpc", "host"].contains(spec["networkMode"]?.string ?? "bridge")
        var copy = spec
        copy["containerDefinitions"]?.content = .list(containers.map { withHostPorts($0, isMapped: isMapped) })
        return copy
    }

    private static func withHostPorts(_ container: Value, isMapped: Bool) -> Value {
        guard let mappings = container["portMappings"]?.list else { return container }
        var copy = container
        copy["portMappings"]?.content = .list(
            mappings.map { mapping in
                guard mapping["hostPort"] == nil, let port = mapping["containerPort"] else { return mapping }
                var filled = mapping
                filled["hostPort"] = isMapped ? 0 : Value(port.content)
                return filled
            })
        return copy
    }
}
