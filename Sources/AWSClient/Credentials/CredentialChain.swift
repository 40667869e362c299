internal import AWSWire

/// Asks one place after the other, in botocore's order; the first that is configured decides.
public struct CredentialChain: CredentialProvider {
    public let name = "credential chain"
    private let providers: [any CredentialProvider]

    /// The chain of `providers`, first one first.
    public init(_ providers: [any CredentialProvider]) { self.providers = providers }

    public func credentials() async throws -> ExpiringCredentials? {
        for provider in providers {
            if let found = try await provider.credentials() { return found }
        }
        let tried = providers.map(\.name).joined(separator: ", ")
        throw AWSError(
            service: "credentials", operation: name, code: "NoCredentials",
            message: "no AWS credentials were found; tried: \(tried)", disposition: .authentication)
    }
}
