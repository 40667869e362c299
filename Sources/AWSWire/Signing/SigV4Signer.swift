import Crypto
import Synchronization

/// AWS's signature version 4 over headers.
///
/// Source: "Create a signed AWS API request", IAM User Guide; checked against AWS's test suite.
public final class SigV4Signer: Sendable {
    private struct Derived: Sendable {
        let secret: String
        let scope: Scope
        let key: SymmetricKey
    }

    /// What a derived key is good for.
    struct Scope: Sendable, Hashable {
        let day: String
        let region: String
        let service: String
        var text: String { "\(day)/\(region)/\(service)/aws4_request" }
    }

    private let region: String
    private let service: String
    private let derived = Mutex<Derived?>(nil)

    /// A signer for one region and one signing name (`ServiceModel.signingName`).
    public init(region: String, signingName: String) {
        self.region = region
        service = signingName
    }

    /// The request's headers with `Host`, `X-Amz-Date`, the session token and `Authorization` added.
    ///
    /// `host` is what the connection is made to, with a port that is not the scheme's own. `date` is seconds since 1970;
    /// AWS accepts five minutes of difference. Every header of the request is signed, so add `User-Agent` later.
    public func sign(_ request: WireRequest, host: String, credentials: Credentials, date: Double) -> WireHeaders {
        let stamp = Timestamps.basic(date)
        var headers = request.headers
        headers["Host"] = host
        headers["X-Amz-Date"] = stamp
        if let token = credentials.sessionToken { headers["X-Amz-Security-Token"] = token }
        let canonical = CanonicalRequest(request, headers)
        let scope = Scope(day: String(stamp.prefix(8)), region: region, service: service)
        let text = Self.stringToSign(canonical.text, stamp: stamp, scope: scope)
        let signature = Hex.text(
            HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key(credentials.secretAccessKey, scope)))
        headers["Authorization"] =
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope.text), "
            + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
        return headers
    }

    static func stringToSign(_ canonical: String, stamp: String, scope: Scope) -> String {
        "AWS4-HMAC-SHA256\n\(stamp)\n\(scope.text)\n\(Hex.text(SHA256.hash(data: Array(canonical.utf8))))"
    }

    /// The day's key, derived once for each secret and day.
    private func key(_ secret: String, _ scope: Scope) -> SymmetricKey {
        derived.withLock { known in
            if let known, known.secret == secret, known.scope == scope { return known.key }
            let key = Self.derive(secret, scope)
            known = Derived(secret: secret, scope: scope, key: key)
            return key
        }
    }

    static func derive(_ secret: String, _ scope: Scope) -> SymmetricKey {
        let start = SymmetricKey(data: Array("AWS4\(secret)".utf8))
        return [scope.day, scope.region, scope.service, "aws4_request"].reduce(start) { key, text in
            SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
        }
    }
}
