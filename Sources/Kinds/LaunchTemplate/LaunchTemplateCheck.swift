import Model

/// What a launch template's manifest may get wrong beyond its shape.
enum LaunchTemplateCheck {
    static func diagnostics(_ resource: Resource) -> [Diagnostic] {
        guard let config = resource.spec["ecsConfig"] else { return [] }
        return timeout(config, resource) + variables(config, resource) + credentials(config, resource)
            + script(resource)
    }

    private static func timeout(_ config: Value, _ resource: Resource) -> [Diagnostic] {
        guard let value = config["containerStopTimeout"], ECSConfig.seconds(of: value.string ?? "") == nil else {
            return []
        }
        return [fault("is no duration", "write 30s or 2m", value, "containerStopTimeout", resource)]
    }

    /// A line break would end the agent's line and begin another.
    private static func variables(_ config: Value, _ resource: Resource) -> [Diagnostic] {
        let lines = ECSConfig.variables(of: config)
        let broken = lines.filter { ($0.name + $0.value).contains(where: \.isNewline) || $0.name.contains("=") }
        let foreign = (config["variables"]?.sortedMembers ?? []).filter { !$0.name.hasPrefix("ECS_") }
        return broken.map { fault("\($0.name) holds a line break", nil, config, nil, resource) }
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
        guard !first.hasPrefix("#!") || !first.hasSuffix("sh") else { return [] }
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
