// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension CloudWatchLogs {
    /// A view of AWS's `LogGroup`; a property is nil when AWS did not send it.
    public struct LogGroup: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `logGroupName`.
        public var logGroupName: String? { raw["logGroupName"]?.string }
        /// AWS's `creationTime`.
        public var creationTime: Int? { raw["creationTime"]?.integer }
        /// AWS's `retentionInDays`.
        public var retentionInDays: Int? { raw["retentionInDays"]?.integer }
        /// AWS's `metricFilterCount`.
        public var metricFilterCount: Int? { raw["metricFilterCount"]?.integer }
        /// AWS's `arn`.
        public var arn: String? { raw["arn"]?.string }
        /// AWS's `storedBytes`.
        public var storedBytes: Int? { raw["storedBytes"]?.integer }
        /// AWS's `kmsKeyId`.
        public var kmsKeyId: String? { raw["kmsKeyId"]?.string }
        /// AWS's `dataProtectionStatus`.
        public var dataProtectionStatus: String? { raw["dataProtectionStatus"]?.string }
        /// AWS's `inheritedProperties`.
        public var inheritedProperties: [String]? { raw["inheritedProperties"]?.list?.compactMap(\.string) }
        /// AWS's `logGroupClass`.
        public var logGroupClass: String? { raw["logGroupClass"]?.string }
        /// AWS's `logGroupArn`.
        public var logGroupArn: String? { raw["logGroupArn"]?.string }
        /// AWS's `deletionProtectionEnabled`.
        public var deletionProtectionEnabled: Bool? { raw["deletionProtectionEnabled"]?.bool }
        /// AWS's `bearerTokenAuthenticationEnabled`.
        public var bearerTokenAuthenticationEnabled: Bool? { raw["bearerTokenAuthenticationEnabled"]?.bool }
    }
}
