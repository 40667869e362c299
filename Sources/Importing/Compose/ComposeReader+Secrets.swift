import Model

/// A secret of a service, which Compose mounts as a file and ECS gives as a variable.
struct ComposeSecret {
    let source: String
    let target: String
    let node: ForeignNode

    /// Where the container had it.
    var path: String { target.hasPrefix("/") ? target : "/run/secrets/\(target)" }

    /// The variable that it becomes where none names its file.
    var variable: String {
        let name = String(target.split(separator: "/").last ?? "").uppercased()
        return String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// `DB_PASSWORD` of `DB_PASSWORD_FILE: /run/secrets/db`; nil for what does not name this secret's file.
    func named(by name: String, _ value: String?) -> String? {
        guard name.hasSuffix("_FILE"), name.count > 5, value == path else { return nil }
        return String(name.dropLast(5))
    }
}

extension ComposeReader {
    /// The secrets of a service.
    mutating func secrets(_ node: ForeignNode) -> [ComposeSecret] {
        (node["secrets"]?.items ?? []).compactMap { secret($0) }
    }

    private mutating func secret(_ node: ForeignNode) -> ComposeSecret? {
        guard let source = ledger.text(node.isMapping ? node["source"] : node) else { return nil }
        let target = (node.isMapping ? ledger.text(node["target"]) : nil) ?? source
        for name in ["uid", "gid", "mode"] where node.isMapping {
            ledger.leave(node[name], "variables have no owner and no mode")
        }
        return ComposeSecret(source: source, target: target, node: node)
    }

    /// Adds a secret that no variable names.
    mutating func add(_ secret: ComposeSecret, to variables: inout CarriedEnvironment) {
        variables.addSecret(secret.variable, parameter(of: secret))
        ledger.note(
            secret.node,
            "was the file \(secret.path): it is the variable \(secret.variable) now, from the parameter "
                + parameter(of: secret))
    }

    /// Adds a variable that named a secret's file as the secret itself; false for any other.
    mutating func addFile(
        _ name: String, _ value: String?, _ node: ForeignNode, _ secrets: [ComposeSecret],
        to variables: inout CarriedEnvironment
    ) -> Bool {
        for secret in secrets {
            guard let variable = secret.named(by: name, value) else { continue }
            variables.addSecret(variable, parameter(of: secret))
            ledger.note(
                node,
                "named the file of the secret \(secret.source): it is the variable \(variable) now, from the parameter "
                    + "\(parameter(of: secret)), and the image has to read \(variable) itself")
            return true
        }
        return false
    }

    private func parameter(of secret: ComposeSecret) -> String { "/\(stack.name)/\(secret.source)" }
}
