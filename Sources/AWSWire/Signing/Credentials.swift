/// A key pair that signs requests; never printed with its secrets.
public struct Credentials: Sendable, Hashable {
    /// AWS's id of the key, no secret.
    public let accessKeyID: String
    /// The secret.
    public let secretAccessKey: String
    /// Goes with temporary keys; nil for a user's own.
    public let sessionToken: String?

    /// These keys.
    public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The id alone.
    public var description: String { "Credentials(\(accessKeyID))" }
    /// The id alone.
    public var debugDescription: String { description }
    /// The id alone, so that `dump` shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID]) }
}
