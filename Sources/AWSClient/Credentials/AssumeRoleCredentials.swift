public import AWSWire
internal import Model

/// The credentials of a role, taken on with other credentials.
public struct AssumeRoleCredentials: CredentialProvider {
    /// Which role, and how its session is called.
    public struct Role: Sendable, Hashable {
        /// The role's ARN.
        public var arn: String
        /// What AWS's logs show; 2 to 64 characters.
        public var sessionName: String
        /// What the role's owner demands of foreign accounts; nil for none.
        public var externalID: String?
        /// How long a session lasts, 900 to 43,200 seconds; AWS takes at most 3,600 where roles are chained. Nil for AWS's hour.
        public var durationSeconds: Int?

        /// The role `arn`.
        public init(arn: String, sessionName: String = "neap", externalID: String? = nil, durationSeconds: Int? = nil) {
            self.arn = arn
            self.sessionName = sessionName
            self.externalID = externalID
            self.durationSeconds = durationSeconds
        }
    }

    public let name: String
    private let role: Role
    private let base: any CredentialProvider
    private let sts: SecurityTokenService

    /// The role taken on with what `base` gives.
    init(_ role: Role, base: any CredentialProvider, sts: SecurityTokenService) {
        self.role = role
        self.base = base
        self.sts = sts
        name = "role \(role.arn)"
    }

    public func credentials() async throws -> ExpiringCredentials? {
        var input: Value = ["roleArn": .string(role.arn), "roleSessionName": .string(role.sessionName)]
        if let externalID = role.externalID { input["externalId"] = .string(externalID) }
        if let duration = role.durationSeconds { input["durationSeconds"] = .integer(duration) }
        return try await sts.session(AWSCall("sts", "AssumeRole", input), signedBy: base, source: name)
    }

    public func expire(_ credentials: Credentials) async { await base.expire(credentials) }
}
