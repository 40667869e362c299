public import Model

/// What observing needs besides the resources.
public struct ObservationContext: Sendable {
    /// Who answers.
    public var aws: any AWSSender
    public var region: String
    public var accountID: String
    /// What the status files remember of each resource's outputs (a task definition's last revision).
    public var recorded: [ResourceID: [String: Value]]
    /// The tags of its own that Neap would put on each resource now; the same that a change of it carries.
    public var ownership: [ResourceID: [String: String]]
    /// Answers that need not be asked again.
    public var cache: ObservationCache
    /// How often a person asked to try what failed once more: by service, then by `family:revision`.
    public var retries: [ResourceID: [String: Int]] = [:]
    /// Seconds since 1970; nil when nobody says what time it is, and then nothing takes too long.
    public var now: Int?

    /// A context for one turn.
    public init(
        aws: any AWSSender, region: String, accountID: String, recorded: [ResourceID: [String: Value]] = [:],
        ownership: [ResourceID: [String: String]] = [:], cache: ObservationCache = ObservationCache()
    ) {
        self.aws = aws
        self.region = region
        self.accountID = accountID
        self.recorded = recorded
        self.ownership = ownership
        self.cache = cache
    }
}

extension ObservationContext {
    /// True when `tags` say that a thing is `id`'s environment's of this repository.
    func owns(_ tags: [String: String], as id: ResourceID) -> Bool {
        let own = ownership[id] ?? [:]
        return ["neap:environment", "neap:owner"].allSatisfy { own[$0] != nil && tags[$0] == own[$0] }
    }
}
