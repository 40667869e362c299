public import Model

/// A spec in which nothing stands that looks like a secret, and where something was.
public struct SecretsLeftOut: Sendable {
    /// Something that looks like a secret; what it says is not kept.
    public struct Found: Sendable {
        /// Elements stand under their names.
        public let path: FieldPath
        /// Where the value is written; nil for what did not come from a file.
        public let place: Place?
    }

    /// What stands in a secret's place.
    public static let placeholder = "left-out-by-neap-import"

    /// The spec without them.
    public private(set) var spec: Value
    /// What was left out, sorted by path.
    public private(set) var found: [Found] = []
    private let schema: KindSchema

    /// Looks through `spec`, whose shape `schema` knows.
    public init(_ spec: Value, by schema: KindSchema) {
        self.schema = schema
        self.spec = spec
        self.spec = without(spec, at: FieldPath(), named: nil)
        found.sort { $0.path < $1.path }
    }

    /// Paths of what was left out, sorted.
    public var paths: [FieldPath] { found.map(\.path) }

    private mutating func without(_ value: Value, at path: FieldPath, named name: String?) -> Value {
        switch value.content {
        case .string(let text):
            guard text != Self.placeholder, isSecret(text, at: path, named: name) else { return value }
            found.append(Found(path: path, place: value.place))
            return .string(Self.placeholder)
        case .list(let items):
            return .list(
                items.enumerated().map { index, item in
                    without(item, at: path.appending(item["name"]?.string ?? String(index)), named: nil)
                })
        case .object(let members):
            var result = members
            let own = members["name"]?.string ?? members["key"]?.string
            let isMap = isMap(at: path)
            for (member, inner) in members.sorted(by: { $0.key < $1.key }) {
                let name = isMap ? member : member == "value" ? own : nil
                result[member] = without(inner, at: path.appending(member), named: name)
            }
            return .object(result)
        default: return value
        }
    }

    /// True where the keys are anybody's: labels, options, variables.
    private func isMap(at path: FieldPath) -> Bool {
        let shape = path.parts.reduce(Optional(schema.shape)) { $0?.child($1) }
        if case .map = shape?.form { return true }
        return false
    }

    /// `name` is what somebody called the value; AWS's own members say where secrets are kept, never what they are.
    private func isSecret(_ text: String, at path: FieldPath, named name: String?) -> Bool {
        if SecretLook.isSecret(value: text) || isAssignment(text) { return true }
        if let name, SecretLook.isSecret(name: name, value: text) { return true }
        guard schema.isSensitive(path), path.parts.last != "name" else { return false }
        return SecretLook.isRandom(text) || hasAssignments(text)
    }

    /// `--db-password=…` in a command.
    private func isAssignment(_ text: String) -> Bool {
        guard let sign = text.firstIndex(of: "="), !text[..<sign].contains(where: \.isWhitespace) else { return false }
        return SecretLook.isSecret(name: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
    }

    /// A script that sets something secret.
    private func hasAssignments(_ text: String) -> Bool {
        text.split { $0.isWhitespace || $0 == ";" }.contains { isAssignment(String($0)) }
    }
}
