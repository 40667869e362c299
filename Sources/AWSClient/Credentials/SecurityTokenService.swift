internal import AWSWire
internal import Model

/// The Security Token Service, as credentials need it.
struct SecurityTokenService: Sendable {
    let pipeline: CallPipeline
    /// Nil when the caller knows no such service.
    let service: ServiceModel?

    /// Takes a role on. `base` signs; nil sends the call unsigned, as web identity demands.
    func session(
        _ call: AWSCall, signedBy base: (any CredentialProvider)?, source: String
    ) async throws -> ExpiringCredentials {
        guard let service else {
            throw AWSError(
                service: call.service, operation: call.operation, code: "UnknownService",
                message: "the client was made without the Security Token Service", disposition: .permanent)
        }
        let reply = try await pipeline.send(call, to: service, signedBy: base)
        let given = reply["credentials"]
        guard let key = given?["accessKeyId"]?.string, let secret = given?["secretAccessKey"]?.string else {
            throw AWSError(
                service: call.service, operation: call.operation, code: "MalformedReply",
                message: "the reply holds no credentials", disposition: .permanent)
        }
        return ExpiringCredentials(
            Credentials(accessKeyID: key, secretAccessKey: secret, sessionToken: given?["sessionToken"]?.string),
            expiration: given?["expiration"]?.number, source: source)
    }
}
