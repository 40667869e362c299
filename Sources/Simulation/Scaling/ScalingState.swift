/// Application Auto Scaling of one region (aws-facts 6).
public struct ScalingState: Sendable {
    /// Scalable targets, in the order of their making.
    public internal(set) var targets: [ScalableTarget] = []
    private var places: [ScalableTarget.Identity: Int] = [:]
    /// Which target a policy stands on, by the policy's ARN.
    var owners: [String: ScalableTarget.Identity] = [:]
    /// When a policy of an Auto Scaling group last acted, by the policy's ARN.
    var groupActions: [String: Instant] = [:]

    /// None.
    public init() {}

    /// Where a target stands in `targets`; nil for none.
    public func place(of identity: ScalableTarget.Identity) -> Int? { places[identity] }

    /// A target; nil for none.
    public subscript(identity: ScalableTarget.Identity) -> ScalableTarget? { places[identity].map { targets[$0] } }

    mutating func add(_ target: ScalableTarget) -> Int {
        places[target.identity] = targets.count
        targets.append(target)
        return targets.count - 1
    }

    mutating func remove(at place: Int) {
        places[targets[place].identity] = nil
        targets.remove(at: place)
        for later in place..<targets.count { places[targets[later].identity] = later }
    }
}
