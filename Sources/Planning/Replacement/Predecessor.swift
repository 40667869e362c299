public import Model

/// A thing in AWS that another one replaces, or has replaced, while it is still there.
public struct Predecessor: Sendable {
    /// `TargetGroup/api@73e2d6bc24d8a067`: its successor, and the last part of its own ARN, as `confirmDelete` names it.
    public var id: ResourceID
    /// Its name in AWS.
    public var awsName: String
    /// What AWS shows of it; absent once it is gone.
    public var observation: Observation

    /// What `observation` shows under `awsName`, and `successor` replaces.
    public init(of successor: ResourceID, awsName: String, _ observation: Observation) {
        let arn = observation.live?.outputs["arn"]?.string ?? awsName
        id = Self.id(of: successor, arn: arn)
        self.awsName = awsName
        self.observation = observation
    }

    /// What was remembered as `id`, and is gone.
    public init(gone id: ResourceID, awsName: String) {
        self.id = id
        self.awsName = awsName
        observation = .absent
    }

    /// The name of what `successor` replaces.
    public static func id(of successor: ResourceID, arn: String) -> ResourceID {
        ResourceID(successor.kind, "\(successor.name)@\(arn.split(separator: "/").last.map(String.init) ?? arn)")
    }

    /// What replaces `id`; nil for what is a manifest's, whose name holds no such sign.
    public static func successor(of id: ResourceID) -> ResourceID? {
        id.name.lastIndex(of: "@").map { ResourceID(id.kind, String(id.name[..<$0])) }
    }

    /// AWS's name in an ARN: in front of the id for what load balances, at the end for the rest.
    public static func awsName(inARN arn: String) -> String? {
        let parts = arn.split(separator: "/").map(String.init)
        let isBalancing = arn.contains(":elasticloadbalancing:")
        return isBalancing ? parts.dropLast().last : parts.count > 1 ? parts.last : nil
    }

    var live: Live? { observation.live }
    var arn: String? { live?.outputs["arn"]?.string }
}
