import Model

/// What a launch template's manifest may get wrong beyond its shape.
enum LaunchTemplateCheck {
    static func diagnostics(_ resource: Resource) -> [Diagnostic] {
        let size = size(resource)
        guard let config = resource.spec["ecsConfig"] else { return size }
        return size + timeout(config, resource) + variables(config, resource) + credentials(config, resource)
            + script(resource)
    }

    /// EC2 takes 16 KiB of user data, counted before base64.
    private static func size(_ resource: Resource) -> [Diagnostic] {
        guard let text = UserData.text(of: resource.spec), text.utf8.count > 16_384 else { return [] }
        let message = "the user data has \(text.utf8.count) bytes, and EC2 takes 16384"
        return [Diagnostic(message, at: resource.place, of: resource.id, path: "/userData")]
    }

    private static func timeout(_ config: Value, _ resource: Resource) -> [Diagnostic] {
        guard let value = config["containerStopTimeout"], ECSConfig.seconds(of: value.string ?? "") == nil else {
            return []
        }
        return [fault("is no duration", "write 30s or 2m", value, "containerStopTimeout", resource)]
    }

    /// Variables that are written another way; credentials would stand in Git.
    private static let members = [
        "ECS_CLUSTER": "cluster", "ECS_ENABLE_SPOT_INSTANCE_DRAINING": "spotInstanceDraining",
        "ECS_CONTAINER_STOP_TIMEOUT": "containerStopTimeout", "ECS_IMAGE_PULL_BEHAVIOR": "imagePullBehavior",
        "ECS_RESERVED_MEMORY": "reservedMemory", "ECS_INSTANCE_ATTRIBUTES": "attributes",
        "ECS_ENGINE_AUTH_DATA": "registryCredentials", "ECS_ENGINE_AUTH_TYPE": "registryCredentials",
    ]

    /// A line break would end the agent's line and begin another.
    private static func variables(_ config: Value, _ resource: Resource) -> [Diagnostic] {
        let lines = ECSConfig.variables(of: config)
        let broken = lines.filter { ($0.name + $0.value).contains(where: \.isNewline) || $0.name.contains("=") }
        let stated = config["variables"]?.sortedMembers ?? []
        let foreign = stated.filter { !$0.name.hasPrefix("ECS_") }
        let known = stated.compactMap { entry in
            members[entry.name].map {
                fault("\(entry.name) has a member of its own", "write \($0)", entry.value, "variables", resource)
            }
        }
        return known + broken.map { fault("\($0.name) holds a line break", nil, config, nil, resource) }
            + foreign.map { fault("\($0.name) is no variable of the ECS agent", nil, $0.value, "variables", resource) }
    }

    private static func credentials(_ config: Value, _ resource: Resource) -> [Diagnostic] {
        guard let credentials = config["registryCredentials"] else { return [] }
        let sources = ["ssm", "secret"].compactMap { credentials[$0]?.string }
        let isPlain = sources.allSatisfy { text in !text.contains { $0.isWhitespace } }
        guard sources.count != 1 || !isPlain else { return [] }
        return [
            fault("needs exactly one of ssm and secret", nil, credentials, "registryCredentials", resource)
        ]
    }

    /// Appended to ours, so a shell has to understand it.
    private static func script(_ resource: Resource) -> [Diagnostic] {
        guard let value = resource.spec["userData"], let text = value.string.map(UserData.plain) else { return [] }
        let first = text.prefix { !$0.isNewline }
        let isShell = first.split(separator: " ").contains { $0.hasSuffix("sh") }
        guard !first.hasPrefix("#!") || !isShell else { return [] }
        let message = "userData beside ecsConfig has to be a shell script that begins with #!/bin/bash"
        return [Diagnostic(message, at: value.keyPlace ?? value.place, of: resource.id, path: "/userData")]
    }

    private static func fault(
        _ message: String, _ hint: String?, _ value: Value, _ member: String?, _ resource: Resource
    ) -> Diagnostic {
        let path = FieldPath(["ecsConfig"] + (member.map { [$0] } ?? []))
        return Diagnostic(message, hint: hint, at: value.place ?? resource.place, of: resource.id, path: path)
    }
}
