extension AWSError {
    /// What can be done about an error: the one place that tells errors apart.
    public enum Disposition: Sendable, Hashable {
        /// Asking again gives the same answer.
        case permanent
        /// Too many requests; ask again, slower.
        case throttled
        /// AWS's own trouble, or somebody else's change in between; ask again.
        case transient
        /// No answer after sending: AWS may have acted.
        case lost
        /// New credentials help.
        case expiredCredentials
        /// The credentials are not AWS's.
        case authentication
        /// The credentials may not do that; `action` is the IAM action that is missing, `ecs:CreateService`.
        case denied(action: String)
        /// Our clock differs from AWS's by more than it accepts; sign again with AWS's.
        case clockSkew

        init(service: String, operation: String, code: String, message: String, status: Int) {
            if Codes.denied.contains(code) {
                self = .denied(action: Self.action(service, operation, message))
            } else {
                self = Codes.byMessage(service, code, message) ?? Codes.byCode(service, code) ?? Self.by(status)
            }
        }

        private static func by(_ status: Int) -> Disposition {
            status == 429 ? .throttled : status >= 500 || status == 408 ? .transient : .permanent
        }

        /// The action that AWS's text names (another than the call's when a role is passed), else the call's.
        private static func action(_ service: String, _ operation: String, _ message: String) -> String {
            if let said = message.firstRange(of: "to perform: ") {
                return String(message[said.upperBound...].prefix { !$0.isWhitespace })
            }
            return "\(Codes.actionPrefixes[service] ?? service):\(operation)"
        }
    }
}

/// Codes of the services that Neap calls, from their models and from AWS's SDKs' retry rules.
private enum Codes {
    static let actionPrefixes = ["elbv2": "elasticloadbalancing"]
    static let denied: Set = ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError"]

    /// `LimitExceeded…` is missing on purpose: in these services it is a quota, which waiting does not raise.
    static let throttled: Set = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete",
        "EC2ThrottledException",
    ]
    static let transient: Set = [
        "RequestTimeout", "RequestTimeoutException", "InternalFailure", "InternalError", "InternalServerError",
        "InternalServerException", "InternalServiceError", "InternalServiceException", "InternalServiceFault",
        "ServiceUnavailable", "ServiceUnavailableException", "Unavailable", "ServerException",
        "ResourceContention", "ConcurrentUpdateException", "ConcurrentModificationException",
        "OperationAbortedException", "UpdateInProgressException", "IDPCommunicationError",
    ]
    static let permanent: Set = ["LimitExceeded", "LimitExceededException"]
    static let expired: Set = ["ExpiredToken", "ExpiredTokenException"]
    static let skewed: Set = ["RequestTimeTooSkewed", "RequestInTheFuture", "RequestExpired"]
    static let authentication: Set = [
        "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "AuthFailure",
        "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException", "InvalidIdentityToken",
    ]

    static func byCode(_ service: String, _ code: String) -> AWSError.Disposition? {
        // EC2 says RequestExpired for old credentials; the others say it for an old date.
        if service == "ec2", code == "RequestExpired" { return .expiredCredentials }
        let table: [(Set<String>, AWSError.Disposition)] = [
            (throttled, .throttled), (transient, .transient), (permanent, .permanent), (expired, .expiredCredentials),
            (skewed, .clockSkew), (authentication, .authentication),
        ]
        return table.first { $0.0.contains(code) }?.1
    }

    /// Codes that mean several things, told apart by AWS's text.
    static func byMessage(_ service: String, _ code: String, _ message: String) -> AWSError.Disposition? {
        switch (service, code) {
        case (_, "InvalidSignatureException"), (_, "SignatureDoesNotMatch"):
            ["Signature expired", "Signature not yet current"].contains { message.contains($0) } ? .clockSkew : nil
        case ("ecs", "ClientException"):
            message.contains("Too many concurrent attempts") ? .throttled : nil
        default: nil
        }
    }
}
