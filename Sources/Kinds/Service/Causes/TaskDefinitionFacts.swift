import Model

/// What the revision in question says, as AWS has it; without anything that may be secret.
struct TaskDefinitionFacts: Sendable {
    /// One container.
    struct Container: Sendable {
        let name: String
        let image: String
        let memory: Int?
        let logGroup: String?
        let ports: [Int]
        let hostPorts: [Int]

        init(_ container: Value) {
            name = container["name"]?.string ?? ""
            image = container["image"]?.string ?? ""
            memory = container["memory"]?.integer ?? container["memoryReservation"]?.integer
            logGroup = container["logConfiguration"]?["options"]?["awslogs-group"]?.string
            let mappings = container["portMappings"]?.list ?? []
            ports = mappings.compactMap { $0["containerPort"]?.integer }
            hostPorts = mappings.compactMap { $0["hostPort"]?.integer }.filter { $0 > 0 }
        }

        /// `api:1.8.0`: the image without its registry, a digest cut short.
        var shortImage: String {
            let last = image.split(separator: "/").last.map(String.init) ?? image
            guard let at = last.firstRange(of: "@sha256:") else { return last }
            return String(last[..<at.upperBound] + last[at.upperBound...].prefix(12))
        }
    }

    /// `family:revision`.
    let name: String
    let family: String
    let containers: [Container]
    /// What a task takes of an instance: CPU units and MiB.
    let cpu: Int
    let memory: Int
    let taskRole: String
    let executionRole: String

    init(_ definition: Value) {
        let arn = definition["taskDefinitionArn"]?.string ?? ""
        name = Service.lastPart(arn)
        family = name.split(separator: ":").first.map(String.init) ?? ""
        let list = definition["containerDefinitions"]?.list ?? []
        containers = list.map(Container.init)
        // A size of the whole task goes before those of its containers.
        let number: (String) -> Int? = { name in definition[name]?.scalarText.flatMap { Int($0) } }
        cpu = number("cpu") ?? list.compactMap { $0["cpu"]?.integer }.reduce(0, +)
        memory = number("memory") ?? containers.compactMap(\.memory).reduce(0, +)
        taskRole = definition["taskRoleArn"]?.string.map(Service.lastPart) ?? ""
        executionRole = definition["executionRoleArn"]?.string.map(Service.lastPart) ?? ""
    }

    /// The container of this name; the first when there is none.
    func container(_ name: String?) -> Container? { containers.first { $0.name == name } ?? containers.first }
    /// `512 CPU, 1024 MiB`.
    var size: String { "\(cpu) CPU, \(memory) MiB" }

    /// What of AWS's reply is kept: no environment, no command.
    static func kept(_ definition: Value) -> Value {
        let containers = (definition["containerDefinitions"]?.list ?? []).map { container in
            var kept = EvidenceReading.picked(
                container, ["name", "image", "cpu", "memory", "memoryReservation", "portMappings"])
            kept["logConfiguration"] = container["logConfiguration"]?["options"]?["awslogs-group"].map {
                ["options": ["awslogs-group": $0]]
            }
            return kept
        }
        var kept = EvidenceReading.picked(
            definition, ["taskDefinitionArn", "cpu", "memory", "taskRoleArn", "executionRoleArn"])
        kept["containerDefinitions"] = .list(containers)
        return kept
    }
}
