import Crypto
import Foundation
import GitStore
import Reconciler
import Signatures

/// An SSH key that signs commits in a test, and what trusts it.
struct SigningKey {
    private let key = Curve25519.Signing.PrivateKey()

    private static func string(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        return [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
    }

    private var blob: [UInt8] { Self.string("ssh-ed25519".utf8) + Self.string(key.publicKey.rawRepresentation) }

    func policy(_ mode: VerificationPolicy.Mode = .firstParents) throws -> VerificationPolicy {
        let line = "ada@example.com ssh-ed25519 \(Data(blob).base64EncodedString())"
        let ssh = SSHVerifier(try AllowedSigners(line, name: "allowed"))
        return VerificationPolicy(keys: TrustedKeys(ssh: ssh, openPGP: nil), mode: mode)
    }

    func sign(_ text: String) throws -> GitSignature {
        let payload = Array(text.utf8)
        let purpose = Self.string("git".utf8) + Self.string([]) + Self.string("sha512".utf8)
        let content = Array("SSHSIG".utf8) + purpose + Self.string(SHA512.hash(data: payload))
        let signed = Self.string("ssh-ed25519".utf8) + Self.string(try key.signature(for: content))
        let whole = Array("SSHSIG".utf8) + [0, 0, 0, 1] + Self.string(blob) + purpose + Self.string(signed)
        let armor =
            "-----BEGIN SSH SIGNATURE-----\n\(Data(whole).base64EncodedString())\n-----END SSH SIGNATURE-----\n"
        return GitSignature(signature: Array(armor.utf8), payload: payload)
    }
}

/// Commits one after the other, some of them signed.
struct MemoryHistory: CommitHistory {
    /// Oldest first.
    var commits: [CandidateCommit]
    var signatures: [String: GitSignature]

    /// Commits named by digits; those of `signed` are signed by `key`.
    init(_ digits: String, signed: String, by key: SigningKey) throws {
        commits = digits.map { CandidateCommit(id: .id($0), author: "Ada <ada@example.com>", subject: "change \($0)") }
        signatures = Dictionary(
            try signed.map { (String.id($0), try key.sign("commit \($0)")) }, uniquingKeysWith: { first, _ in first })
    }

    func candidates(
        after base: String?, upTo tip: String, along path: CommitPath, limit: Int
    ) throws -> [CandidateCommit] {
        let upTo = commits.prefix { $0.id != tip } + commits.filter { $0.id == tip }
        let found = Array(upTo.drop { $0.id != base }.dropFirst().reversed())
        guard found.count <= limit else { throw GitError.tooLarge(what: "commits", limit: limit, actual: found.count) }
        return found.isEmpty ? commits.filter { $0.id == tip } : found
    }

    func signature(of id: String) -> GitSignature? { signatures[id] }
}

extension String {
    /// Forty of a digit.
    static func id(_ digit: Character) -> String { String(repeating: digit, count: 40) }
}
