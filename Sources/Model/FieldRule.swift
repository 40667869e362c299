/// What AWS's shape does not say about a field. Everything else (name, type, words, range) comes from the shape.
///
/// A rule speaks for its path and for everything below it that has no nearer rule; `*` stands for any element.
public struct FieldRule: Sendable {
    /// How the elements of a list are told apart and compared.
    public enum Elements: Sendable, Equatable {
        case ordered
        case set
        /// By the text of these members of each element; an element's path part is those texts joined by `/`.
        case keyed([String])
    }

    /// What becomes of the live value when the manifest no longer states the field (DESIGN section 6).
    public enum Removal: Sendable, Equatable {
        /// Back to AWS's default, `absent`.
        case toDefault
        /// The live value stays, with a notice.
        case keep
        /// The field can not be taken out of the manifest.
        case required
    }

    /// A field that names another resource.
    public struct Target: Sendable, Equatable {
        /// The manifest kind that the name means; a lookup kind (`Subnet`, `SecurityGroup`, `Image`, `VPC`) has no manifests.
        public var kind: String
        /// A second kind that the name may mean (a rule, or a Network Load Balancer's listener); nil when there is none.
        public var alternative: String?
        /// The output that takes the name's place: `arn`, `id`, `name`.
        public var output: String
        /// False when only the name is needed, which makes no edge.
        public var waits: Bool
        /// The short form of the member (`targetGroup` for `targetGroupArn`); nil when there is none.
        public var alias: String?
        /// True when `{tags: …}` and `{ssm: …}` mappings are looked up.
        public var lookup: Bool
        /// What AWS's own ids begin with (`lt-`, `subnet-`); a text with a colon is never a manifest's name either.
        public var idPrefixes: [String]

        /// A reference to the `output` of a `kind`.
        public init(
            _ kind: String, _ output: String, or alternative: String? = nil, waits: Bool = true, alias: String? = nil,
            lookup: Bool = false, idPrefixes: [String] = []
        ) {
            self.kind = kind
            self.alternative = alternative
            self.output = output
            self.waits = waits
            self.alias = alias
            self.lookup = lookup
            self.idPrefixes = idPrefixes
        }

        /// The kinds that the name may mean, the likelier one first.
        public var kinds: [String] { [kind] + (alternative.map { [$0] } ?? []) }

        /// True when `text` is AWS's own ARN, id or `family:revision`, and no manifest's name.
        public func isExternal(_ text: String) -> Bool {
            text.contains(":") || idPrefixes.contains { text.hasPrefix($0) }
        }
    }

    /// Which field.
    public var path: FieldPath
    /// What a change costs; nil leaves it to the shape: `noRestart` where the update operation has the member, else `replaces`.
    public var effect: Effect?
    /// The operation that changes it; nil leaves it to the kind's update operation.
    public var operation: String?
    /// How list elements are told apart.
    public var elements: Elements?
    /// AWS's default; what a withdrawn field returns to and what an unstated live field is held against.
    public var absent: Value?
    /// What becomes of a withdrawn field.
    public var onRemoval: Removal?
    /// What the field refers to.
    public var target: Target?
    /// True when values must be masked wherever they are shown.
    public var sensitive: Bool?
    /// True when only AWS sets it: dropped from manifests with a notice.
    public var readOnly: Bool?
    /// True when elements or members that the manifest does not state are somebody else's and stay (attributes, tags).
    public var shared: Bool?
    /// True when writing replaces everything below: what the manifest does not state there is AWS's default, so a live
    /// member that is neither stated nor `absent` is a difference (a task definition, a capacity provider strategy).
    public var whole: Bool?
    /// Another spelling of the same thing made equal to AWS's read-back form (`1 vCPU` is `1024`).
    public var normal: (@Sendable (Value) -> Value)?
    /// One sentence for `neap explain` and the JSON Schema; nil leaves it to the shape.
    public var note: String?

    /// A rule for `path`; what is nil is left to the shape and to the rules around it.
    public init(
        _ path: FieldPath, _ effect: Effect? = nil, operation: String? = nil, elements: Elements? = nil,
        absent: Value? = nil, onRemoval: Removal? = nil, target: Target? = nil, sensitive: Bool? = nil,
        readOnly: Bool? = nil, shared: Bool? = nil, whole: Bool? = nil, normal: (@Sendable (Value) -> Value)? = nil,
        note: String? = nil
    ) {
        self.path = path
        self.effect = effect
        self.operation = operation
        self.elements = elements
        self.absent = absent
        self.onRemoval = onRemoval
        self.target = target
        self.sensitive = sensitive
        self.readOnly = readOnly
        self.shared = shared
        self.whole = whole
        self.normal = normal
        self.note = note
    }
}
