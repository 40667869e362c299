/// Who signed a request, on which day, for which region and service; read without checking anything.
public struct SigV4Scope: Sendable, Hashable {
    /// AWS's id of the key, no secret.
    public let accessKeyID: String
    /// `20150830`.
    public let day: String
    /// `eu-west-1`.
    public let region: String
    /// The service's name in signatures, `ServiceModel.signingName`.
    public let service: String

    /// What `Authorization` claims; nil when there is none of AWS's signature version 4.
    public static func read(_ headers: WireHeaders) -> SigV4Scope? {
        headers["Authorization"].flatMap { SigV4Authorization($0) }?.scope
    }

    /// `AKID/20150830/eu-west-1/ecs/aws4_request`; nil for another form.
    init?(credential: Substring) {
        let parts = credential.split(separator: "/", omittingEmptySubsequences: false)
        // A key's id has no slash, but nothing is lost by taking one.
        guard parts.count >= 5, parts.last == "aws4_request" else { return nil }
        accessKeyID = parts.dropLast(4).joined(separator: "/")
        day = String(parts[parts.count - 4])
        region = String(parts[parts.count - 3])
        service = String(parts[parts.count - 2])
    }
}

/// The parts of an `Authorization` header.
struct SigV4Authorization {
    static let algorithm = "AWS4-HMAC-SHA256"
    /// Nil when `Credential` is missing or has another form.
    let scope: SigV4Scope?
    /// Nil when `SignedHeaders` is missing; names in lower case, in the header's order.
    let signedHeaders: [String]?
    /// Nil when `Signature` is missing.
    let signature: String?

    /// Nil for another algorithm.
    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 1)
        guard let name = words.first, name == Self.algorithm else { return nil }
        var parts: [Substring: Substring] = [:]
        for part in (words.count > 1 ? words[1] : "").split(separator: ",") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            parts[Self.trimmed(halves[0])] = Self.trimmed(halves[1])
        }
        scope = parts["Credential"].flatMap { SigV4Scope(credential: $0) }
        signedHeaders = parts["SignedHeaders"].map { $0.split(separator: ";").map { $0.lowercased() } }
        signature = parts["Signature"].map(String.init)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let front = text.drop { $0 == " " }
        return front.dropLast(front.reversed().prefix { $0 == " " }.count)
    }
}
