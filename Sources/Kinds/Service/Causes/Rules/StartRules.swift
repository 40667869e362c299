import Model

/// The command is not in the image.
struct CommandNotFound: CauseRule {
    static let id = "command-not-found"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.says("executable file not found") || task.exited(127)
                || task.says("OCI runtime create failed", "CannotStartContainerError")
                    && task.says("no such file or directory")
        }
        guard let failure else { return nil }
        let name = failure.newest.culprit?.name
        let spot = evidence.manifest.container(name, "/command", "`command`")
        let what = failure.newest.exited(127) ? "exit code 127 (command not found)" : "executable file not found"
        return found(
            "the container's command is not in the image", failure.told("\(name ?? "a container"): \(what)"),
            fix: "correct `entryPoint` or `command` in \(spot) (each word an element of its own), or the image; "
                + evidence.commit,
            at: spot)
    }
}

/// The command is there and may not be run.
struct EntrypointNotExecutable: CauseRule {
    static let id = "entrypoint-not-executable"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.exited(126)
                || task.says("OCI runtime create failed", "CannotStartContainerError") && task.says("permission denied")
        }
        guard let failure else { return nil }
        let name = failure.newest.culprit?.name
        let spot = evidence.manifest.container(name, "/image", "the image")
        let what = failure.newest.exited(126) ? "exit code 126 (not executable)" : "permission denied"
        return found(
            "the container's command is not executable", failure.told("\(name ?? "a container"): \(what)"),
            fix: "give the file its execute bit in the image (`chmod +x`) and correct \(spot); \(evidence.commit)",
            at: spot)
    }
}

/// Something else on the instance listens there.
struct HostPortTaken: CauseRule {
    static let id = "host-port-taken"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { $0.says("port is already allocated", "address already in use") }
        let event = evidence.event("already using a port required by your task", "RESOURCE:PORTS")
        guard failure != nil || event != nil else { return nil }
        let container = evidence.definition.containers.first { !$0.hostPorts.isEmpty }
        let spot = evidence.manifest.container(container?.name, "/portMappings", "`portMappings`")
        let ports = container?.hostPorts.map(String.init).joined(separator: ", ") ?? ""
        let port = ports.isEmpty ? "the host port" : "host port \(ports)"
        let what = "\(port) is taken"
        return found(
            "no instance has \(port) free", failure?.told(what) ?? "no instance can take the task: \(what) on each",
            fix:
                "use a dynamic port (`hostPort: 0`) in \(spot), let the old task stop first (minimumHealthyPercent 0), or "
                + "add instances; \(evidence.commit)",
            at: spot)
    }
}

/// The instance has no network interface left, or none comes.
struct NetworkInterfaceLimit: CauseRule {
    static let id = "network-interface-limit"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.says(
                "network interface provision", "free IP addresses", "free addresses", "NetworkInterfaceLimitExceeded")
        }
        let event = evidence.event("RESOURCE:ENI", "insufficient ENI")
        guard let said = failure.map({ $0.told(Said.short($0.newest.text)) }) ?? event.map(Self.short) else {
            return nil
        }
        let spot = evidence.manifest.definition("/networkMode", "`networkMode` of the task definition")
        return found(
            "no instance has a network interface left for the task", said,
            fix:
                "turn on awsvpcTrunking for the account, take larger instances, free addresses in the subnets, or use the "
                + "network mode bridge in \(spot)",
            at: spot)
    }

    private static func short(_ event: String) -> String {
        event.contains("RESOURCE:ENI") ? "no instance can take the task: RESOURCE:ENI" : Said.short(event)
    }
}
