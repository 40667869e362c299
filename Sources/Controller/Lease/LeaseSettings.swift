/// How a controller takes part in leases: plain values, from flags, variables or a file.
public struct LeaseSettings: Sendable, Hashable {
    /// The DynamoDB table, its name or its ARN; its partition key is the string `environment`.
    public var table: String
    /// How long a lease lasts without a renewal, by the clock of whoever waits for it; at least `shortest`.
    public var duration: Duration
    /// Names this process among all others; never used again by another one.
    public var holder: String
    /// Where this process runs, for people.
    public var host: String

    /// Shorter leases leave a write less than a second.
    public static let shortest = Duration.seconds(6)

    /// Settings of one process.
    public init(table: String, duration: Duration = .seconds(30), holder: String, host: String = "") {
        self.table = table
        self.duration = duration
        self.holder = holder
        self.host = host
    }
}

extension LeaseSettings {
    /// What one call to the table may take, so that a renewal can be tried twice.
    public var callTimeout: Duration { LeaseTiming(lease: duration).call }
}
