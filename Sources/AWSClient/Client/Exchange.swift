internal import AWSWire
internal import Model

/// A call that is ready to go out.
struct PreparedCall: Sendable {
    var call: AWSCall
    var service: ServiceModel
    var operation: OperationModel
    var endpoint: Endpoint
    /// With the endpoint's path, without host and signature.
    var request: WireRequest
    /// Signs the request; nil sends it unsigned.
    var provider: (any CredentialProvider)?
    /// True when making it twice does no harm.
    var isRepeatable: Bool

    /// True for what changes nothing in AWS; a role that is taken on is nothing that a pass did.
    var isRead: Bool { operation.isRead || service.name == "sts" }
}

/// One attempt that failed, with what helps to try again.
struct FailedAttempt: Error {
    var error: AWSError
    /// What `Retry-After` asks for.
    var retryAfter: Duration?
    /// AWS's clock, in seconds since 1970, where it was said.
    var serverTime: Double?
    var timedOut = false
    /// What it was signed with.
    var credentials: Credentials?
    /// How far ahead of our clock it was signed, in seconds.
    var signedAhead = 0.0
}

/// What HTTP requests a call has taken so far, readable while it fails.
struct CallProgress {
    /// HTTP requests that went out.
    var attempts = 0
    var requestID: String?
}
