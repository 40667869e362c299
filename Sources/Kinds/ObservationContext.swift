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
