import Model

extension CopilotReader {
    /// The main container.
    mutating func container(_ node: ForeignNode, _ name: String) -> [String: Value] {
        let image = node["image"]
        var container: [String: Value] = ["name": .string(name), "image": .string(self.image(image, node, name))]
        if let secret = ledger.text(image?["credentials"]) {
            container["repositoryCredentials"] = ["credentialsParameter": .string(secret)]
        }
        common(image, &container)
        commands(node, &container)
        if let check = healthCheck(image?["healthcheck"]) { container["healthCheck"] = check }
        environment(node, &container, name, isMain: true)
        return container
    }

    /// A container beside it.
    mutating func sidecar(_ name: String, _ node: ForeignNode, of service: String) -> [String: Value] {
        let image = node["image"]?.isMapping == true ? node["image"] : nil
        let written = image == nil ? ledger.text(node["image"]) : nil
        var container: [String: Value] = [
            "name": .string(name), "image": .string(written ?? self.image(image, node, "\(service)-\(name)")),
        ]
        if ledger.truth(node["essential"]) == false { container["essential"] = false }
        if let secret = ledger.text(node["credentialsParameter"]) {
            container["repositoryCredentials"] = ["credentialsParameter": .string(secret)]
        }
        common(node, &container)
        commands(node, &container)
        if let check = healthCheck(node["healthcheck"]) { container["healthCheck"] = check }
        environment(node, &container, service, isMain: false)
        let points = (node["mount_points"]?.items ?? []).compactMap { mountPoint($0, named: nil) }
        if !points.isEmpty { container["mountPoints"] = .list(points) }
        return container
    }

    private mutating func image(_ image: ForeignNode?, _ owner: ForeignNode, _ name: String) -> String {
        if let location = ledger.text(image?["location"]) { return location }
        let registry = settings.accountID.map { "\($0).dkr.ecr.\(settings.region).amazonaws.com/" } ?? ""
        let assumed = "\(registry)\(files.application)/\(name):latest"
        if let build = image?["build"] {
            ledger.leave(
                build,
                "no image is built here: build and push it, then `neap set image Service/\(name) \(name)=…`")
        } else {
            ledger.note(owner, "names no image: \(assumed) is written")
        }
        return assumed
    }

    /// What the main container has under `image`, and a sidecar by itself.
    private mutating func common(_ node: ForeignNode?, _ container: inout [String: Value]) {
        let labels = ledger.pairs(node?["labels"]).map { ($0.name, Value.string($0.value ?? "")) }
        if !labels.isEmpty { container["dockerLabels"] = .object(Dictionary(labels) { _, last in last }) }
        let waits = ledger.pairs(node?["depends_on"]).map { name, _, condition -> Value in
            ["containerName": .string(name), "condition": .string((condition ?? "start").uppercased())]
        }
        if !waits.isEmpty { container["dependsOn"] = .list(waits) }
    }

    private mutating func commands(_ node: ForeignNode, _ container: inout [String: Value]) {
        if let words = ledger.words(node["entrypoint"]) { container["entryPoint"] = ComposeReader.list(words) }
        if let words = ledger.words(node["command"]) { container["command"] = ComposeReader.list(words) }
    }

    /// Copilot's own defaults are not AWS's: they are written.
    mutating func healthCheck(_ node: ForeignNode?) -> Value? {
        guard let node, let command = node["command"] else { return nil }
        return [
            "command": ComposeReader.list(ledger.texts(command)),
            "interval": .integer(ledger.seconds(node["interval"], 5...300) ?? 10),
            "retries": .integer(ledger.integer(node["retries"], 1...10) ?? 2),
            "timeout": .integer(ledger.seconds(node["timeout"], 2...60) ?? 5),
            "startPeriod": .integer(ledger.seconds(node["start_period"], 0...300) ?? 0),
        ]
    }

    /// Variables, secrets and files of variables.
    mutating func environment(
        _ node: ForeignNode, _ container: inout [String: Value], _ service: String, isMain: Bool
    ) {
        var variables = CarriedEnvironment(parameters: "/copilot/\(files.application)/\(settings.environment)/secrets")
        for (name, member) in node["variables"]?.members ?? [] {
            guard !member.isMapping else {
                ledger.leave(member, Self.export)
                continue
            }
            let value = ledger.text(member)
            variables.add(name, value, member, &ledger)
        }
        for (name, member) in node["secrets"]?.members ?? [] {
            if let source = secret(member) { variables.addKept(name, source) }
        }
        if isMain {
            for (name, value) in copilotVariables(service)
            where !variables.settings.contains(where: { $0["name"]?.string == name }) {
                variables.addSetting(name, value)
            }
        }
        variables.write(to: &container)
        for parameter in variables.missing {
            stack.demand(
                "The SSM parameter \(parameter): `aws ssm put-parameter --type SecureString --name \(parameter) "
                    + "--value …`.")
        }
        ledger.leave(
            node["env_file"],
            "is not read, because such files hold secrets: write its settings under environment, and put "
                + "its secrets into parameters")
    }

    /// What Copilot tells every container, and programs may read.
    private func copilotVariables(_ service: String) -> [(String, String)] {
        [
            ("COPILOT_APPLICATION_NAME", files.application), ("COPILOT_ENVIRONMENT_NAME", settings.environment),
            ("COPILOT_SERVICE_NAME", service),
        ]
    }

    /// A parameter's name or ARN, or Secrets Manager's name of a secret.
    mutating func secret(_ node: ForeignNode) -> String? {
        guard node.isMapping else { return ledger.text(node) }
        guard let name = node["secretsmanager"] else {
            ledger.leave(node, Self.export)
            return nil
        }
        guard let account = settings.accountID else {
            ledger.leave(name, "has an ARN with the account in it, which is not known: import with --account")
            return nil
        }
        return ledger.text(name).map { "arn:aws:secretsmanager:\(settings.region):\(account):secret:\($0)" }
    }
}
