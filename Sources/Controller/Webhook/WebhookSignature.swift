import AWSWire
import Crypto
import HTTPTypes
import Synchronization

/// Whether a request comes from a forge that knows one of our secrets. Looks at raw bytes alone.
struct WebhookSignature: Sendable {
    private let secrets: [Forge: [WebhookSecret]]
    private let allowsGitLabToken: Bool
    private let tolerance: Double
    /// Seconds since 1970.
    private let now: @Sendable () -> Double
    private let trouble: SecretTrouble

    /// `tell` is told once of a secret's file that can not be read any more.
    init(
        _ settings: WebhookSettings, now: @escaping @Sendable () -> Double,
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        secrets = Dictionary(grouping: settings.secrets.filter { $0.place != .text("") }, by: \.forge)
        trouble = SecretTrouble(tell)
        allowsGitLabToken = settings.allowsGitLabToken
        tolerance = Double(settings.tolerance.components.seconds)
        self.now = now
    }

    /// True when a secret of the forge is known.
    func knows(_ forge: Forge) -> Bool { secrets[forge] != nil }

    /// True when one of the forge's secrets signed these bytes; SHA-1 signatures count for nothing.
    func isGood(_ forge: Forge, _ headers: HTTPFields, _ body: [UInt8]) -> Bool {
        (secrets[forge] ?? []).compactMap(trouble.read).contains { secret in
            switch forge {
            case .github: isHex(headers[.hubSignature], prefix: "sha256=", secret, body)
            case .gitea: isHex(headers[.giteaSignature], prefix: "", secret, body)
            case .generic: isHex(headers[.signature], prefix: "sha256=", secret, body)
            case .gitlab: isStandard(headers, secret, body) || isToken(headers[.gitlabToken], secret)
            }
        }
    }

    private func isHex(_ header: String?, prefix: String, _ secret: String, _ body: [UInt8]) -> Bool {
        guard let header else { return false }
        let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(secret.utf8)))
        return ConstantTime.equal(Array(header.utf8), Array((prefix + Self.hex(code)).utf8))
    }

    private static func hex(_ code: some Sequence<UInt8>) -> String {
        code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// Standard Webhooks: `v1,` and the HMAC of `id.timestamp.body` in base64, several of them with blanks between.
    private func isStandard(_ headers: HTTPFields, _ secret: String, _ body: [UInt8]) -> Bool {
        guard let id = headers[.webhookID], let time = headers[.webhookTimestamp],
            let signatures = headers[.webhookSignature], let stated = Double(time), abs(now() - stated) <= tolerance
        else { return false }
        let signed = Array("\(id).\(time).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: Self.key(secret)))
        let expected = Array("v1,\(Base64.encode(Array(code)))".utf8)
        // All of them are looked at, so that the time tells nothing.
        return signatures.split(separator: " ").prefix(8)
            .reduce(false) { ConstantTime.equal(Array($1.utf8), expected) || $0 }
    }

    /// The key is written in base64 behind `whsec_`.
    private static func key(_ secret: String) -> [UInt8] {
        guard secret.hasPrefix("whsec_"), let bytes = Base64.decode(String(secret.dropFirst(6))) else {
            return Array(secret.utf8)
        }
        return bytes
    }

    private func isToken(_ header: String?, _ secret: String) -> Bool {
        guard allowsGitLabToken, let header else { return false }
        // Of digests, so that the length tells nothing either.
        return ConstantTime.equal(
            Array(SHA256.hash(data: Array(header.utf8))), Array(SHA256.hash(data: Array(secret.utf8))))
    }
}

/// Reads secrets, and says once of each that it can not be read.
private final class SecretTrouble: Sendable {
    private let tell: @Sendable (String) -> Void
    private let told = Mutex<Set<WebhookSecret>>([])

    init(_ tell: @escaping @Sendable (String) -> Void) { self.tell = tell }

    /// Nil while it can not be read: then it signs nothing.
    func read(_ secret: WebhookSecret) -> String? {
        do {
            let text = try secret.read()
            told.withLock { _ = $0.remove(secret) }
            return text
        } catch {
            let isNew = told.withLock { $0.insert(secret).inserted }
            if isNew { tell("webhooks of \(secret.forge.rawValue) are refused: their secret is in \(error)") }
            return nil
        }
    }
}

/// Comparing what an attacker may not guess byte by byte.
enum ConstantTime {
    /// Takes as long whatever the first different byte is; the length is no secret.
    static func equal(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension HTTPField.Name {
    static let hubSignature = known("X-Hub-Signature-256")
    static let giteaSignature = known("X-Gitea-Signature")
    static let signature = known("X-Signature")
    static let gitlabToken = known("X-Gitlab-Token")
    static let webhookID = known("webhook-id")
    static let webhookTimestamp = known("webhook-timestamp")
    static let webhookSignature = known("webhook-signature")

    /// A name that is a token by its letters.
    static func known(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .server }
}
