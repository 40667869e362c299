public import AWSWire

/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
struct EnvironmentCredentials: CredentialProvider, Unprinted {
    let environment: [String: String]
    let name = "environment"

    func credentials() async throws -> ExpiringCredentials? {
        guard let key = environment.value("AWS_ACCESS_KEY_ID") else { return nil }
        guard let secret = environment.value("AWS_SECRET_ACCESS_KEY") else {
            throw failure("AWS_ACCESS_KEY_ID is set but AWS_SECRET_ACCESS_KEY is not")
        }
        let token = environment.value("AWS_SESSION_TOKEN") ?? environment.value("AWS_SECURITY_TOKEN")
        return ExpiringCredentials(
            Credentials(accessKeyID: key, secretAccessKey: secret, sessionToken: token), expiration: try expiration(),
            source: name)
    }

    private func expiration() throws -> Double? {
        guard let text = environment.value("AWS_CREDENTIAL_EXPIRATION") else { return nil }
        guard let seconds = Timestamps.seconds(text) else { throw failure("AWS_CREDENTIAL_EXPIRATION is no time") }
        return seconds
    }
}

/// Keys that the caller has at hand.
public struct StaticCredentials: CredentialProvider {
    private let value: Credentials
    public let name: String

    /// Always `credentials`; `name` is for messages.
    public init(_ credentials: Credentials, name: String = "static") {
        value = credentials
        self.name = name
    }

    public func credentials() async throws -> ExpiringCredentials? { ExpiringCredentials(value, source: name) }
}
