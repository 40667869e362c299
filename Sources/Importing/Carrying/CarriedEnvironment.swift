import Manifest
import Model

/// Environment variables of a container: settings stay settings, secrets become references to parameters that hold
/// them.
struct CarriedEnvironment {
    /// `/shop/api` in front of parameters' names.
    let parameters: String
    private(set) var settings: [Value] = []
    private(set) var secrets: [Value] = []
    /// Parameters that somebody has to make.
    private(set) var missing: [String] = []

    init(parameters: String) { self.parameters = parameters }

    /// Adds a variable; nil for one whose value nobody wrote. What looks like a secret is not kept.
    mutating func add(_ name: String, _ value: String?, _ node: ForeignNode, _ ledger: inout CarryLedger) {
        if Self.isSecret(name, value) {
            ledger.withhold(
                secret: node,
                "looks like a secret: its value is not written; `secrets` names the parameter "
                    + "\(parameters)/\(name), which has to hold it"
            )
            return addSecret(name, "\(parameters)/\(name)")
        }
        guard let value else {
            ledger.leave(node, "has no value of its own: it came from the shell; write it under environment")
            return
        }
        addSetting(name, value)
    }

    /// True for a variable whose value is not written, whoever gives it.
    static func isSecret(_ name: String, _ value: String?) -> Bool {
        let text = value ?? ""
        let isUnset = value == nil || Interpolation.onlyName(text) != nil
        return SecretLook.isSecret(name: name, value: isUnset ? "x" : text) || SecretLook.isSecret(value: text)
            || SecretLook.isRandom(text)
    }

    /// Adds a variable that holds no secret.
    mutating func addSetting(_ name: String, _ value: String) {
        settings.append(["name": .string(name), "value": .string(value)])
    }

    /// Adds a variable whose value stands in a parameter that somebody has to make.
    mutating func addSecret(_ name: String, _ parameter: String) {
        missing.append(parameter)
        addKept(name, parameter)
    }

    /// Adds a variable whose value is kept under this name or ARN already.
    mutating func addKept(_ name: String, _ source: String) {
        secrets.append(["name": .string(name), "valueFrom": .string(source)])
    }

    /// Writes the variables into a container definition.
    func write(to container: inout [String: Value]) {
        if !settings.isEmpty { container["environment"] = .list(settings) }
        if !secrets.isEmpty { container["secrets"] = .list(secrets) }
    }
}
