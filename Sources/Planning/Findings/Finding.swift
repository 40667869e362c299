public import Model

/// What a plan has to say about a change beyond its fields: proof that it can never work, or a warning (DESIGN section 7).
public struct Finding: Sendable, Equatable {
    /// How much it weighs.
    public enum Weight: String, Sendable {
        /// It can never work; nothing of the resource is written unless `policy.allow` names the rule.
        case refuse
        /// It may fail, or it is slow.
        case warn
        /// Worth knowing.
        case notice
    }

    /// The rule's id, in kebab case: what `policy.allow` names.
    public var rule: String
    public var weight: Weight
    public var resource: ResourceID
    /// The field that decides; nil for the whole resource.
    public var path: FieldPath?
    /// The line to change.
    public var place: Place?
    /// One sentence without the resource's name: `this rollout can never move`.
    public var message: String
    /// The arithmetic and the ways out, a line each.
    public var details: [String]
    /// The reason that a person gave in `policy.allow`; nil when the rule is not allowed.
    public var allowed: String?

    /// What `rule` says of `resource`.
    public init(
        _ rule: String, _ weight: Weight, _ resource: ResourceID, path: FieldPath? = nil, place: Place? = nil,
        _ message: String, details: [String] = []
    ) {
        self.rule = rule
        self.weight = weight
        self.resource = resource
        self.path = path
        self.place = place
        self.message = message
        self.details = details
    }

    /// True when it keeps the resource from being written.
    public var refuses: Bool { weight == .refuse && allowed == nil }
}
