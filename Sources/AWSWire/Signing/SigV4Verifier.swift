import Crypto

/// Checks AWS's signature version 4 in the `Authorization` header; the server's side of `SigV4Signer`.
public enum SigV4Verifier {
    /// How far a request's clock may be off, in seconds (aws-facts 7.4).
    public static let tolerance = 5.0 * 60
    static let dateHeader = "X-Amz-Date"

    /// Who signed `request`, when the signature stands.
    ///
    /// `now` is seconds since 1970. `credentials` finds a key by its id; nil means that nobody has it. `Host` has to stand
    /// among the request's headers.
    public static func verify(
        _ request: WireRequest, now: Double, credentials: (String) -> Credentials?
    ) throws(SigV4Failure) -> SigV4Scope {
        guard let header = request.headers["Authorization"], let said = SigV4Authorization(header) else {
            throw .missingToken
        }
        let date = request.headers[dateHeader] ?? request.headers["Date"]
        guard let scope = said.scope, let names = said.signedHeaders, let signature = said.signature,
            let signed = date.flatMap({ Timestamps.basicSeconds($0) ?? Timestamps.seconds($0) })
        else { throw .incomplete(missing(said, date)) }
        let stamp = Timestamps.basic(signed)
        guard scope.day == stamp.prefix(8) else { throw .otherDay(scope: scope.day, date: String(stamp.prefix(8))) }
        guard let keys = credentials(scope.accessKeyID), belongs(request.headers, to: keys) else { throw .unknownKey }
        if signed < now - tolerance { throw .expired(signed: signed, now: now) }
        if signed > now + tolerance { throw .notYetCurrent(signed: signed, now: now) }
        guard isSigned(request, names, stamp, scope, signature, keys) else { throw .mismatch }
        return scope
    }

    private static func missing(_ said: SigV4Authorization, _ date: String?) -> [String] {
        [
            ("Credential", said.scope == nil), ("Signature", said.signature == nil),
            ("SignedHeaders", said.signedHeaders == nil),
            (dateHeader, date.flatMap { Timestamps.basicSeconds($0) ?? Timestamps.seconds($0) } == nil),
        ].filter(\.1).map(\.0)
    }

    /// A session's key is worth nothing without its token.
    private static func belongs(_ headers: WireHeaders, to keys: Credentials) -> Bool {
        guard let token = keys.sessionToken else { return true }
        return Array(headers["X-Amz-Security-Token"]?.utf8 ?? "".utf8).isEqualInConstantTime(to: Array(token.utf8))
    }

    private static func isSigned(
        _ request: WireRequest, _ names: [String], _ stamp: String, _ scope: SigV4Scope, _ signature: String,
        _ keys: Credentials
    ) -> Bool {
        // Otherwise a request to one host would be good for another.
        guard names.contains("host"), names.allSatisfy({ request.headers[$0] != nil }), let code = Hex.bytes(signature)
        else { return false }
        let signed = WireHeaders(
            request.headers.filter { names.contains($0.name.lowercased()) }.map { ($0.name, $0.value) })
        let keyScope = SigV4Signer.Scope(day: scope.day, region: scope.region, service: scope.service)
        let text = SigV4Signer.stringToSign(CanonicalRequest(request, signed).text, stamp: stamp, scope: keyScope)
        // Crypto compares in constant time.
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Array(text.utf8), using: SigV4Signer.derive(keys.secretAccessKey, keyScope))
    }
}

extension [UInt8] {
    /// Takes the same time wherever the first difference stands.
    fileprivate func isEqualInConstantTime(to other: [UInt8]) -> Bool {
        count == other.count && zip(self, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
