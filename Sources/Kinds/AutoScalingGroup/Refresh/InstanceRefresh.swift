import Model

/// An instance refresh as DescribeInstanceRefreshes shows it, with what Neap remembers of it.
public struct InstanceRefresh: Sendable {
    /// How far it is (aws-facts 2.1).
    public enum Phase: Sendable, Equatable {
        /// Replaces instances, or bakes.
        case replacing
        /// Cancelled, and its last instances are on their way in or out.
        case stopping
        /// Goes back to what the group was.
        case goingBack
        case successful
        case failed
        case rolledBack
        case cancelled
    }

    /// A UUID.
    public let id: String
    public let phase: Phase
    /// AWS's `StatusReason`, unless Neap ended it and says why.
    public var reason: String { obstacle ?? statusReason }
    private let statusReason: String
    /// Why it can not go well, so that Neap has it undone; nil as far as is known.
    public let obstacle: String?
    /// How much of what it is to replace it has replaced, 0 to 100.
    public let percentage: Int
    /// True when Neap started it.
    public let isOurs: Bool
    /// True when Neap stopped it for something that goes first.
    public let isPaused: Bool
    /// The template version that it brings, `8`; nil for one that only replaces instances.
    public var version: String? { desired?.version }
    /// True while instances are replaced for it, there or back.
    public var isActive: Bool { [.replacing, .stopping, .goingBack].contains(phase) }
    /// True when every instance is replaced and it only waits whether they stay well.
    let isBaking: Bool
    let desired: GroupConfiguration?

    /// Nil when `detail`, a live group's, has none.
    init?(_ detail: Value) {
        guard let refresh = detail["refresh"], let id = refresh["instanceRefreshId"]?.string else { return nil }
        self.id = id
        let status = refresh["status"]?.string ?? ""
        phase = Self.phase(status)
        isBaking = status == "Baking"
        obstacle = refresh["obstacle"]?.string
        statusReason = refresh["statusReason"]?.string ?? ""
        percentage = refresh["percentageComplete"]?.integer ?? 0
        isOurs = refresh["isOurs"]?.bool ?? false
        isPaused = refresh["isPaused"]?.bool ?? false
        desired = GroupConfiguration(refresh["desiredConfiguration"])
    }

    private static func phase(_ status: String) -> Phase {
        switch status {
        case "Successful": .successful
        case "Failed", "RollbackFailed": .failed
        case "RollbackSuccessful": .rolledBack
        case "RollbackInProgress": .goingBack
        case "Cancelled": .cancelled
        case "Cancelling": .stopping
        // Pending, InProgress, Baking, and whatever AWS adds to them.
        default: .replacing
        }
    }

    /// True when it ended otherwise than well, and not because Neap let something else go first.
    var isSpent: Bool {
        switch phase {
        case .failed, .rolledBack: true
        case .cancelled: !isPaused
        default: false
        }
    }
}
