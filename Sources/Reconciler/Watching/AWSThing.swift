/// Something in AWS as an event names it.
public struct AWSThing: Sendable, Hashable {
    /// How an event names something.
    public enum Name: Sendable, Hashable {
        /// By its ARN.
        case arn(String)
        /// A service, with the name or ARN of its cluster; an empty cluster is any.
        case service(String, cluster: String)
        /// A service's scalable target, `service/demo/api`.
        case scalableTarget(String)
        /// A thing of a kind by its name or id.
        case named(String, kind: String)
        /// The group that an EC2 instance is in, `i-0123…`.
        case groupOf(instance: String)
    }

    /// The account that it is in, twelve digits.
    public var accountID: String
    /// The region that it is in.
    public var region: String
    /// What it is called there.
    public var name: Name

    /// A thing of an account's region.
    public init(_ name: Name, accountID: String, region: String) {
        self.name = name
        self.accountID = accountID
        self.region = region
    }
}
