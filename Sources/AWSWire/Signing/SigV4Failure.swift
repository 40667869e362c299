/// Why a signature does not stand.
public enum SigV4Failure: Error, Sendable, Hashable {
    /// The request is not signed.
    case missingToken
    /// The parts that are missing or have another form: `Credential`, `SignedHeaders`, `Signature`, `X-Amz-Date`.
    case incomplete([String])
    /// Nobody has this key, or its session token is another one.
    case unknownKey
    /// The day of the scope is not the day of the request.
    case otherDay(scope: String, date: String)
    /// Signed too long ago; seconds since 1970.
    case expired(signed: Double, now: Double)
    /// Signed in the future; seconds since 1970.
    case notYetCurrent(signed: Double, now: Double)
    /// Another secret, or another request than the one that was signed.
    case mismatch
}

extension SigV4Failure {
    /// AWS's code in the JSON protocols and CBOR (aws-facts 7.4).
    var jsonCode: String {
        switch self {
        case .missingToken: "MissingAuthenticationTokenException"
        case .incomplete: "IncompleteSignatureException"
        case .unknownKey: "UnrecognizedClientException"
        case .otherDay, .expired, .notYetCurrent, .mismatch: "InvalidSignatureException"
        }
    }

    /// AWS's code in the query protocol (aws-facts 7.4).
    var queryCode: String {
        switch self {
        case .missingToken: "MissingAuthenticationToken"
        case .incomplete: "IncompleteSignature"
        case .unknownKey: "InvalidClientTokenId"
        case .otherDay, .expired, .notYetCurrent, .mismatch: "SignatureDoesNotMatch"
        }
    }

    /// EC2 tells a wrong key and a wrong signature alike (aws-facts 7.4).
    var ec2Code: String {
        switch self {
        case .missingToken, .incomplete: queryCode
        case .unknownKey, .otherDay, .expired, .notYetCurrent, .mismatch: "AuthFailure"
        }
    }

    /// What AWS says, outside EC2.
    var message: String {
        switch self {
        case .missingToken: "Missing Authentication Token"
        case .incomplete(let parts): parts.map(Self.demand).joined(separator: " ")
        case .unknownKey: "The security token included in the request is invalid."
        case .otherDay(let scope, let date):
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'\(scope)' != '\(date)'."
        case .expired(let signed, let now):
            "Signature expired: \(Timestamps.basic(signed)) is now earlier than "
                + "\(Timestamps.basic(now - SigV4Verifier.tolerance)) (\(Timestamps.basic(now)) - 5 min.)"
        case .notYetCurrent(let signed, let now):
            "Signature not yet current: \(Timestamps.basic(signed)) is still later than "
                + "\(Timestamps.basic(now + SigV4Verifier.tolerance)) (\(Timestamps.basic(now)) + 5 min.)"
        case .mismatch:
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
                + "Access Key and signing method. Consult the service documentation for details."
        }
    }

    private static func demand(_ part: String) -> String {
        part == SigV4Verifier.dateHeader
            ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
            : "Authorization header requires '\(part)' parameter."
    }
}

extension WireDialect {
    /// The reply to a request whose signature does not stand, in the service's words.
    public func encodeRefusal(_ failure: SigV4Failure, requestID: String) -> WireReply {
        switch wireProtocol {
        case .json, .cbor:
            encodeError(
                code: failure.jsonCode, queryCode: failure.queryCode, message: failure.message, status: 400,
                requestID: requestID)
        case .query:
            encodeError(
                code: failure.queryCode, message: failure.message,
                status: failure.queryCode == "IncompleteSignature" ? 400 : 403, requestID: requestID)
        case .ec2: ec2Refusal(failure, requestID)
        }
    }

    private func ec2Refusal(_ failure: SigV4Failure, _ requestID: String) -> WireReply {
        let told = failure.ec2Code == "AuthFailure"
        let message = told ? "AWS was not able to validate the provided access credentials" : failure.message
        return encodeError(
            code: failure.ec2Code, message: message, status: told ? 401 : 400, requestID: requestID)
    }
}
