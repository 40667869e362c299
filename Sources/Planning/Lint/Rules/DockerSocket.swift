import Model

/// Who may talk to the container runtime may start anything on the instance.
enum DockerSocket: KindLintRule {
    static let id = "docker-socket"
    static let kind = "TaskDefinition"
    static let weight = Finding.Weight.warn
    static let summary = """
        A volume gives the container runtime's socket, or a folder of the instance that holds it, to a container: that is \
        root on the instance, whatever the container's user is.
        """
    static let remedy = "Mount only the folder that is needed; allow it with a reason for agents that need the socket."

    private static let sockets = [
        "/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock",
        "/var/run/containerd/containerd.sock",
    ]

    static func finding(of resource: Resource, in context: LintContext) -> Finding? {
        for volume in resource.spec["volumes"]?.list ?? [] {
            guard let path = volume["host"]?["sourcePath"]?.string, holds(path) else { continue }
            let name = volume["name"]?.string ?? ""
            return finding(
                resource, at: FieldPath(["volumes", name, "host", "sourcePath"]), volume["host"]?["sourcePath"],
                "volume \(name) gives containers \(path), which is root on the instance")
        }
        return nil
    }

    /// True for a socket and for every folder above one.
    private static func holds(_ path: String) -> Bool {
        let folder = path.hasSuffix("/") ? path : path + "/"
        return sockets.contains { $0 == path || $0.hasPrefix(folder) }
    }
}
