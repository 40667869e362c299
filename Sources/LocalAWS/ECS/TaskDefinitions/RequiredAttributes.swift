import Model

/// `requiresAttributes`: what an instance's agent has to be able to do, as AWS derives it from a task definition.
enum RequiredAttributes {
    /// In the order of their names, each once.
    static func shown(of definition: Value) -> Value {
        let names = Set(ofTask(definition) + (definition["containerDefinitions"]?.list ?? []).flatMap(ofContainer))
        return .list(names.sorted().map { ["name": .string($0)] })
    }

    private static func ofTask(_ definition: Value) -> [String] {
        var names: [String] = []
        if definition["taskRoleArn"] != nil { names.append(agent("task-iam-role")) }
        if definition["networkMode"] == "awsvpc" { names.append("ecs.capability.task-eni") }
        if definition["cpu"] != nil || definition["memory"] != nil {
            names.append("ecs.capability.task-cpu-mem-limit")
        }
        if definition["pidMode"] != nil || definition["ipcMode"] != nil {
            names.append("ecs.capability.pid-ipc-namespace-sharing")
        }
        guard definition["executionRoleArn"] != nil else { return names }
        let containers = definition["containerDefinitions"]?.list ?? []
        if containers.contains(where: { $0["logConfiguration"]?["logDriver"] == "awslogs" }) {
            names.append("ecs.capability.execution-role-awslogs")
        }
        if containers.contains(where: { isECR($0) }) { names.append("ecs.capability.execution-role-ecr-pull") }
        return names
    }

    private static func ofContainer(_ container: Value) -> [String] {
        var names = [agent("docker-remote-api.1.18")]
        if let driver = container["logConfiguration"]?["logDriver"]?.string {
            names += [agent("logging-driver.\(driver)"), agent("docker-remote-api.1.19")]
        }
        if isECR(container) { names += [agent("ecr-auth"), agent("docker-remote-api.1.19")] }
        if container["memoryReservation"] != nil { names.append(agent("docker-remote-api.1.21")) }
        if container["healthCheck"] != nil {
            names += ["ecs.capability.container-health-check", agent("docker-remote-api.1.24")]
        }
        if container["privileged"]?.bool == true { names.append(agent("privileged-container")) }
        if container["repositoryCredentials"] != nil {
            names.append("ecs.capability.private-registry-authentication.secretsmanager")
        }
        if container["dependsOn"]?.list?.isEmpty == false { names.append("ecs.capability.container-ordering") }
        for secret in container["secrets"]?.list ?? [] {
            let isManager = secret["valueFrom"]?.string?.contains(":secretsmanager:") == true
            names.append("ecs.capability.secrets.\(isManager ? "asm" : "ssm").environment-variables")
        }
        return names
    }

    private static func agent(_ name: String) -> String { "com.amazonaws.ecs.capability.\(name)" }

    private static func isECR(_ container: Value) -> Bool {
        container["image"]?.string?.contains(".dkr.ecr.") == true
    }
}
