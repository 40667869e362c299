public import Model

/// What the status branch remembers of a resource: the third leg of the difference.
public struct AppliedRecord: Sendable, Equatable {
    /// The commit whose spec was wholly applied, 40 hex digits.
    public var commit: String
    /// Of the spec as applied.
    public var specHash: String
    /// The fields that it stated.
    public var stated: Set<FieldPath>
    /// What owners moved then.
    public var owned: [Claim]
    /// When each drifting field was first seen so, in seconds since 1970; the top for a resource that is gone.
    public var driftSince: [FieldPath: Int]
    /// What Git said of each drifting field then, as the status file shows it.
    public var driftGit: [FieldPath: Value]
    /// Images that were looked up once and stay, by the lookup's name.
    public var pins: [String: String]
    /// AWS's outputs as recorded: `arn`, `revision`, …
    public var outputs: [String: Value]

    /// A record of what was applied.
    public init(
        commit: String, specHash: String, stated: Set<FieldPath>, owned: [Claim] = [],
        driftSince: [FieldPath: Int] = [:], driftGit: [FieldPath: Value] = [:], pins: [String: String] = [:],
        outputs: [String: Value] = [:]
    ) {
        self.commit = commit
        self.specHash = specHash
        self.stated = stated
        self.owned = owned
        self.driftSince = driftSince
        self.driftGit = driftGit
        self.pins = pins
        self.outputs = outputs
    }
}
