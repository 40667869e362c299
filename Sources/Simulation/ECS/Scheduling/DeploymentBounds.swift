/// How few healthy and how many tasks a service may have at a time (aws-facts 1.1).
public struct DeploymentBounds: Sendable, Hashable {
    /// Fewest healthy tasks: rounded up.
    public var lower: Int
    /// Most tasks, those on their way in and out included: rounded down.
    public var upper: Int

    /// The bounds of `desired` tasks under these percentages.
    public init(desired: Int, minimumHealthyPercent: Int, maximumPercent: Int) {
        lower = (desired * minimumHealthyPercent + 99) / 100
        upper = desired * maximumPercent / 100
    }
}

extension DeploymentSettings {
    /// The bounds of `desired` tasks.
    public func bounds(_ desired: Int) -> DeploymentBounds {
        DeploymentBounds(
            desired: desired, minimumHealthyPercent: minimumHealthyPercent, maximumPercent: maximumPercent)
    }
}
