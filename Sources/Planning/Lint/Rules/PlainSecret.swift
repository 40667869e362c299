import Kinds
import Manifest
import Model

/// Git keeps what is written once for ever, for everybody who may read it.
enum PlainSecret: LintRule {
    static let id = "plain-secret"
    static let weight = Finding.Weight.refuse
    static let summary = """
        A value looks like a secret: by the name of its setting (`DB_PASSWORD`), by its own form (an access key, a URL with a \
        password), or because a sensitive member reads like chance. What it says is never shown.
        """
    static let remedy = """
        Keep it in Secrets Manager or an SSM parameter, name that under `secrets`, and replace the secret itself, since Git's \
        history has it.
        """

    static func findings(in context: LintContext) -> [Finding] {
        context.desired.resources.values.sorted { $0.id < $1.id }.flatMap { resource -> [Finding] in
            guard let schema = kindsByName[resource.id.kind]?.schema else { return [] }
            return SecretsLeftOut(resource.spec, by: schema).found.map { found in
                Finding(
                    id, weight, resource.id, path: found.path, place: found.place ?? resource.place,
                    "\(name(found.path)) looks like a secret in plain text",
                    details: ["Name where it is kept instead: `secrets: [{name: …, valueFrom: <ARN>}]`."])
            }
        }
    }

    /// What the setting is called: `DB_PASSWORD` for `…/environment/DB_PASSWORD/value`.
    private static func name(_ path: FieldPath) -> String {
        let parts = path.parts.last == "value" ? path.parts.dropLast() : path.parts[...]
        return parts.last ?? "a value"
    }
}
