public import Model
import Simulation

/// How far a rolling deployment may go below and above the count that is wanted (aws-facts 1.1).
public struct RolloutBounds: Sendable, Hashable {
    /// Tasks wanted; for a DAEMON service the instances that take one.
    public let desired: Int
    public let minimumHealthyPercent: Int
    public let maximumPercent: Int

    /// The bounds of `desired` tasks under these percentages.
    public init(desired: Int, minimumHealthyPercent: Int, maximumPercent: Int) {
        self.desired = desired
        self.minimumHealthyPercent = minimumHealthyPercent
        self.maximumPercent = maximumPercent
    }

    /// The bounds of `desired` tasks under a service's `deploymentConfiguration`; ECS's defaults are 100 and 200, and 0 and 100
    /// for a DAEMON service.
    public init(desired: Int, _ configuration: Value?, isDaemon: Bool = false) {
        self.init(
            desired: desired,
            minimumHealthyPercent: configuration?["minimumHealthyPercent"]?.integer ?? (isDaemon ? 0 : 100),
            maximumPercent: configuration?["maximumPercent"]?.integer ?? (isDaemon ? 100 : 200))
    }

    /// Healthy tasks that must stay, rounded up.
    public var floor: Int { limits.lower }
    /// Tasks that there may be, rounded down.
    public var ceiling: Int { limits.upper }
    /// Tasks above the count that there may be.
    public var surge: Int { max(0, ceiling - desired) }
    /// Tasks below the count that there may be.
    public var slack: Int { max(0, desired - floor) }
    /// True when nothing may stop and nothing may start.
    public var isDeadlocked: Bool { desired > 0 && slack == 0 && surge == 0 }
    /// `50/150`.
    public var percentages: String { "\(minimumHealthyPercent)/\(maximumPercent)" }

    /// The same percentages of another count.
    public func at(_ count: Int) -> RolloutBounds {
        RolloutBounds(
            desired: count, minimumHealthyPercent: minimumHealthyPercent, maximumPercent: maximumPercent)
    }

    private var limits: DeploymentBounds {
        DeploymentBounds(
            desired: desired, minimumHealthyPercent: minimumHealthyPercent, maximumPercent: maximumPercent)
    }
}
