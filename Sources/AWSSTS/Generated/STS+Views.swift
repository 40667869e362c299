// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension STS {
    /// A view of AWS's `AssumedRoleUser`; a property is nil when AWS did not send it.
    public struct AssumedRoleUser: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `AssumedRoleId`.
        public var assumedRoleId: String? { raw["assumedRoleId"]?.string }
        /// AWS's `Arn`.
        public var arn: String? { raw["arn"]?.string }
    }

    /// A view of AWS's `Credentials`; a property is nil when AWS did not send it.
    public struct Credentials: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `AccessKeyId`.
        public var accessKeyId: String? { raw["accessKeyId"]?.string }
        /// AWS's `SecretAccessKey`.
        public var secretAccessKey: String? { raw["secretAccessKey"]?.string }
        /// AWS's `SessionToken`.
        public var sessionToken: String? { raw["sessionToken"]?.string }
        /// AWS's `Expiration`, seconds since 1970.
        public var expiration: Double? { raw["expiration"]?.number }
    }

    /// A view of AWS's `GetCallerIdentityResponse`; a property is nil when AWS did not send it.
    public struct GetCallerIdentityResponse: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `UserId`.
        public var userId: String? { raw["userId"]?.string }
        /// AWS's `Account`.
        public var account: String? { raw["account"]?.string }
        /// AWS's `Arn`.
        public var arn: String? { raw["arn"]?.string }
    }
}
