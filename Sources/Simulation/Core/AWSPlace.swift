/// An account's region, and how things in it are named.
public struct AWSPlace: Sendable, Hashable {
    /// Twelve digits.
    public let account: String
    /// `eu-west-1`.
    public let region: String

    /// This account's `region`.
    public init(account: String, region: String) {
        self.account = account
        self.region = region
    }

    /// The region's three zones: `eu-west-1a`, `…b`, `…c`.
    public var zones: [String] { ["a", "b", "c"].map { region + $0 } }

    /// `arn:aws:<service>:<region>:<account>:<resource>`.
    public func arn(_ service: String, _ resource: String) -> String {
        "arn:aws:\(service):\(region):\(account):\(resource)"
    }
}

extension World {
    /// So many lower-case hexadecimal digits for the entity `ordinal`: ids that a run with the same seed gives again.
    public func hex(_ digits: Int, _ ordinal: UInt64) -> String { dice.hex(digits, ordinal) }

    /// A UUID for the entity `ordinal`.
    public func uuid(_ ordinal: UInt64) -> String { dice.uuid(ordinal) }
}
