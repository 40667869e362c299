import Model
import Simulation

/// What AWS refuses in a task definition beyond its shapes.
struct TaskDefinitionCheck {
    private let shown: Value
    private let containers: [Value]
    private let mode: String
    private let compatibilities: [String]

    /// A check of a definition with its defaults filled in.
    init(_ shown: Value) {
        self.shown = shown
        containers = shown["containerDefinitions"]?.list ?? []
        mode = shown["networkMode"]?.string ?? "bridge"
        compatibilities = (shown["requiresCompatibilities"]?.list ?? []).compactMap(\.string)
    }

    /// Refuses the first thing that AWS would.
    func run() throws(Refusal) {
        try family()
        try fargate()
        if containers.isEmpty { throw .client("Container list cannot be empty.") }
        var names: Set<String> = []
        for container in containers {
            try naming(container, &names)
            try memory(container)
            try ports(container)
        }
        for container in containers { try references(container, names) }
        if !containers.contains(where: { $0["essential"]?.bool == true }) {
            throw .client("At least one container in the task definition must be essential.")
        }
    }

    private func family() throws(Refusal) {
        let family = shown["family"]?.string ?? ""
        if family.isEmpty { throw .client("Family should not be null or empty.") }
        if family.utf8.count > 255 { throw .client("Family contains more than 255 characters.") }
        if !Names.isPlain(family) { throw .client("Family contains invalid characters.") }
    }

    private func fargate() throws(Refusal) {
        guard compatibilities.contains("FARGATE") else { return }
        if mode != "awsvpc" { throw .client("Fargate only supports network mode ‘awsvpc’.") }
        if let pid = shown["pidMode"]?.string, pid != "task" {
            throw .client(
                "Tasks using the Fargate launch type do not support pidMode '\(pid)'. "
                    + "The supported value for pidMode is 'task'.")
        }
    }

    private func naming(_ container: Value, _ names: inout Set<String>) throws(Refusal) {
        for member in ["name", "image"] where (container[member]?.string ?? "").isEmpty {
            throw .client("Container.\(member) should not be null or empty.")
        }
        let name = container["name"]?.string ?? ""
        if !Names.isPlain(name) || name.utf8.count > 255 {
            throw .client("Container.name contains invalid characters.")
        }
        if !names.insert(name).inserted {
            throw .client("Container names must be unique within a task definition. Duplicate name: '\(name)'.")
        }
    }

    private func memory(_ container: Value) throws(Refusal) {
        let name = container["name"]?.string ?? ""
        let hard = container["memory"]?.integer
        let soft = container["memoryReservation"]?.integer
        let task = shown["memory"]?.string.flatMap { Int($0) }
        if hard == nil, soft == nil, task == nil {
            throw setting(name, "At least one of 'memory' or 'memoryReservation' must be specified.")
        }
        for limit in [hard, soft] { if let limit, limit < 4 { throw setting(name, "The minimum memory is 4 MiB.") } }
        if let hard, let soft, soft > hard {
            throw setting(name, "'memoryReservation' must not be greater than 'memory'.")
        }
        if let task, let needed = hard ?? soft, needed > task {
            throw setting(name, "The container's memory must not be greater than the task's.")
        }
    }

    private func setting(_ container: String, _ what: String) -> Refusal {
        .client("Invalid setting for container '\(container)'. \(what)")
    }

    private func ports(_ container: Value) throws(Refusal) {
        for row in container["portMappings"]?.list ?? [] {
            for member in ["containerPort", "hostPort"] {
                if let port = row[member]?.integer, !(0...65535).contains(port) {
                    throw .client("Invalid port: \(port).")
                }
            }
            if mode == "none" { throw .client("Port mappings are not supported when networkMode=none.") }
            if mode != "bridge", let host = row["hostPort"]?.integer, host != 0, host != row["containerPort"]?.integer {
                throw .client(
                    "When networkMode=\(mode), the host ports and container ports in port mappings must match.")
            }
        }
        if mode == "awsvpc", container["links"]?.list?.isEmpty == false {
            throw .client("Links are not supported when networkMode=awsvpc.")
        }
    }

    private func references(_ container: Value, _ names: Set<String>) throws(Refusal) {
        let volumes = (shown["volumes"]?.list ?? []).compactMap { $0["name"]?.string }
        for point in container["mountPoints"]?.list ?? [] {
            if let volume = point["sourceVolume"]?.string, !volumes.contains(volume) {
                throw .client("Unknown volume '\(volume)'.")
            }
        }
        let others =
            (container["dependsOn"]?.list ?? []).compactMap { $0["containerName"]?.string }
            + (container["volumesFrom"]?.list ?? []).compactMap { $0["sourceContainer"]?.string }
        if let stranger = others.first(where: { !names.contains($0) }) {
            throw setting(container["name"]?.string ?? "", "Unknown container '\(stranger)'.")
        }
    }
}
