/// Why a group replaces an instance before it ends it: the replacement is in service first.
enum Departure: Sendable, Hashable {
    /// EC2 recommended to rebalance, and the group has `CapacityRebalance` (aws-facts 2.2).
    case rebalance
    /// The zones are uneven (process `AZRebalance`).
    case zones
    /// It is on the wrong side of the on-demand share (aws-facts 2.3).
    case purchaseOption
    /// It is older than `MaxInstanceLifetime`.
    case lifetime
    /// An instance refresh with a maximum healthy percentage above 100.
    case refresh

    /// What the activity's cause says after "an instance was taken out of service in response to".
    var cause: String {
        switch self {
        case .rebalance: "an EC2 instance rebalance recommendation"
        case .zones: "a difference between the group's zones"
        case .purchaseOption: "a difference between desired and actual purchase options"
        case .lifetime: "the maximum instance lifetime being exceeded"
        case .refresh: "an instance refresh"
        }
    }
}
