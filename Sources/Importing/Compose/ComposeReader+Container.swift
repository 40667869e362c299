import Model

extension ComposeReader {
    /// A service's container: what it runs, and with what around it.
    mutating func container(_ node: ForeignNode, _ name: String) -> [String: Value] {
        var container: [String: Value] = ["name": .string(name), "image": .string(image(node, name))]
        if let words = ledger.words(node["entrypoint"]) { container["entryPoint"] = Self.list(words) }
        if let words = ledger.words(node["command"]) { container["command"] = Self.list(words) }
        if let user = ledger.text(node["user"]) { container["user"] = .string(user) }
        if let folder = ledger.text(node["working_dir"]) { container["workingDirectory"] = .string(folder) }
        flags(node, &container)
        environment(node, &container, name)
        if let labels = texts(ledger.pairs(node["labels"])) { container["dockerLabels"] = labels }
        if let check = healthCheck(node["healthcheck"]) { container["healthCheck"] = check }
        names(node, &container)
        limits(node, &container)
        let longest = stack.capacity == .ec2 ? 1...86_400 : 1...120
        if let time = ledger.seconds(node["stop_grace_period"], longest) { container["stopTimeout"] = .integer(time) }
        return container
    }

    static func list(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }

    private func texts(_ pairs: [(name: String, node: ForeignNode, value: String?)]) -> Value? {
        guard !pairs.isEmpty else { return nil }
        return .object(Dictionary(pairs.map { ($0.name, .string($0.value ?? "")) }) { _, last in last })
    }

    private mutating func image(_ node: ForeignNode, _ name: String) -> String {
        let image = ledger.text(node["image"])
        let repository = settings.accountID.map { "\($0).dkr.ecr.\(settings.region).amazonaws.com/" } ?? ""
        let assumed = "\(repository)\(stack.name)/\(name):latest"
        if let build = node["build"] {
            ledger.leave(
                build,
                "no image is built here: build and push \(image ?? assumed), then `neap set image "
                    + "Service/\(name) \(name)=…`"
            )
        } else if image == nil {
            ledger.note(node, "names no image: \(assumed) is written")
        }
        return image ?? assumed
    }

    private mutating func flags(_ node: ForeignNode, _ container: inout [String: Value]) {
        if ledger.truth(node["read_only"]) == true { container["readonlyRootFilesystem"] = true }
        if ledger.truth(node["stdin_open"]) == true { container["interactive"] = true }
        if ledger.truth(node["tty"]) == true { container["pseudoTerminal"] = true }
        guard let privileged = node["privileged"] else { return }
        if stack.capacity == .fargate, privileged.text != "false" {
            return ledger.leave(privileged, "Fargate runs no privileged containers")
        }
        if ledger.truth(privileged) == true { container["privileged"] = true }
    }

    private mutating func environment(_ node: ForeignNode, _ container: inout [String: Value], _ name: String) {
        var variables = CarriedEnvironment(parameters: "/\(stack.name)/\(name)")
        let secrets = secrets(node)
        var named: Set<String> = []
        for (name, member, value) in ledger.pairs(node["environment"]) {
            if addFile(name, value, member, secrets, to: &variables) {
                named.insert(value ?? "")
            } else {
                variables.add(name, value, member, &ledger)
            }
        }
        for secret in secrets where !named.contains(secret.path) { add(secret, to: &variables) }
        variables.write(to: &container)
        for parameter in variables.missing {
            stack.demand(
                "The SSM parameter \(parameter): `aws ssm put-parameter --type SecureString --name \(parameter) "
                    + "--value …`.")
        }
        for file in node["env_file"].map({ $0.value.list == nil ? [$0] : $0.items }) ?? [] {
            ledger.leave(
                file,
                "is not read, because such files hold secrets: write its settings under environment, and put "
                    + "its secrets into parameters"
            )
        }
    }

    /// The container's own check.
    mutating func healthCheck(_ node: ForeignNode?) -> Value? {
        guard let node else { return nil }
        if ledger.truth(node["disable"]) == true {
            ledger.pass(node)
            return nil
        }
        guard let test = node["test"] else {
            ledger.leave(
                node, "states no test, and ECS knows nothing of the image's own: write command under healthCheck")
            return nil
        }
        let words = test.value.list == nil ? test.text.map { ["CMD-SHELL", $0] } ?? [] : test.items.compactMap(\.text)
        ledger.carry(test)
        guard words.first != "NONE", words.count > 1 else {
            ledger.pass(node)
            return nil
        }
        var check: [String: Value] = ["command": Self.list(words)]
        check["interval"] = ledger.seconds(node["interval"], 5...300).map { .integer($0) }
        // Compose waits 30 seconds where ECS waits 5; their other defaults agree.
        let timeout = node["timeout"] == nil ? 30 : ledger.seconds(node["timeout"], 2...60)
        check["timeout"] = timeout.map { .integer($0) }
        check["retries"] = ledger.integer(node["retries"], 1...10).map { .integer($0) }
        check["startPeriod"] = ledger.seconds(node["start_period"], 0...300).map { .integer($0) }
        ledger.leave(node["start_interval"], "ECS checks at one interval from the beginning")
        return .object(check)
    }
}
