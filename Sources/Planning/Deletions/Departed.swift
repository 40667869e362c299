public import Manifest
public import Model

/// What Neap applied and no manifest has any more, with what is said about its deletion.
public struct Departed: Sendable {
    /// As their manifests were when they were last applied.
    public var resources: [ResourceID: Resource]
    /// How much may go at once, and within an hour.
    public var cap = Environment.Prune.Cap.percent(10)
    /// Manifests that were deleted within the last hour, which count too.
    public var recent: Set<ResourceID> = []
    /// Deletions that a person agreed to: `TargetGroup/api@<last part of the ARN>`.
    public var confirmed: Set<String> = []
    /// The file that confirmations stand in, for a person.
    public var file = "neap.yaml"
    /// What was applied from a commit (40 hex digits) that the history which is read does not hold: it has not left this
    /// history, it was never in it.
    public var elsewhere: [ResourceID: String] = [:]
    /// Why nothing may be deleted in this pass: a manifest that can not be read; nil when all can.
    public var heldBecause: String?
    /// False while deletion is off: then only what was replaced goes, and only once that is confirmed.
    public var prunes = true
    /// True when a person asked for the whole environment to go: cap, confirmation and the empty result do not count.
    public var isDestroyed = false
    /// Tells the changes of what stays from those of what goes.
    static let environment = ResourceID("Environment", "")

    /// What is gone from Git.
    public init(_ resources: [ResourceID: Resource]) { self.resources = resources }
}
