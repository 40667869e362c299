public import Model

/// A service's revision that ECS rolled back: it is not tried again until its inputs change or a person lifts it.
public struct Quarantine: Sendable, Equatable {
    public var service: ResourceID
    /// `family:revision` of the task definition.
    public var revision: String
    /// Of the service's own spec (`SpecHash`): other settings are other inputs.
    public var specHash: String
    /// Why, for a person.
    public var reason: String
    /// Seconds since 1970.
    public var since: Int
    /// The commit that asked for it, 40 hex digits.
    public var commit: String
    /// The ARN of the service deployment that was taken back; nil when AWS did not tell.
    public var serviceDeployment: String?

    /// Holds `revision` of `service`.
    public init(
        _ service: ResourceID, revision: String, specHash: String, reason: String, since: Int, commit: String
    ) {
        self.service = service
        self.revision = revision
        self.specHash = specHash
        self.reason = reason
        self.since = since
        self.commit = commit
    }
}
