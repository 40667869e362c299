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
        for (name, member, value) in ledger.pairs(node["environment"]) {
            variables.add(name, value, member, &ledger)
        }
        for secret in node["secrets"]?.items ?? [] { add(secret, to: &variables) }
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

    /// Compose mounts a secret as a file; ECS gives it as a variable.
    private mutating func add(_ secret: ForeignNode, to variables: inout CarriedEnvironment) {
        guard let source = ledger.text(secret.isMapping ? secret["source"] : secret) else { return }
        let target = (secret.isMapping ? ledger.text(secret["target"]) : nil) ?? source
        for name in ["uid", "gid", "mode"] where secret.isMapping {
            ledger.leave(secret[name], "variables have no owner and no mode")
        }
        let name = String(target.split(separator: "/").last ?? "").uppercased().map { character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
        }
        variables.addSecret(String(name), "/\(stack.name)/\(source)")
        ledger.note(
            secret,
            "was the file /run/secrets/\(target): it is the variable \(String(name)) now, from the "
                + "parameter /\(stack.name)/\(source)")
    }

    /// The container's own check.
    mutating func healthCheck(_ node: ForeignNode?) -> Value? {
        guard let node, let test = node["test"] else { return nil }
        let words = test.value.list == nil ? test.text.map { ["CMD-SHELL", $0] } ?? [] : test.items.compactMap(\.text)
        ledger.carry(test)
        guard ledger.truth(node["disable"]) != true, words.first != "NONE", words.count > 1 else {
            ledger.pass(node)
            return nil
        }
        var check: [String: Value] = ["command": Self.list(words)]
        check["interval"] = ledger.seconds(node["interval"], 5...300).map { .integer($0) }
        check["timeout"] = ledger.seconds(node["timeout"], 2...60).map { .integer($0) }
        check["retries"] = ledger.integer(node["retries"], 1...10).map { .integer($0) }
        check["startPeriod"] = ledger.seconds(node["start_period"], 0...300).map { .integer($0) }
        ledger.leave(node["start_interval"], "ECS checks at one interval from the beginning")
        return .object(check)
    }
}
