import CGit2
import FoundationEssentials

extension ChildSession {
    /// Compares an SSH host key's SHA-256 with the pinned ones; there is no trust on first use.
    static let checkHostKey: git_transport_certificate_check_cb = { certificate, _, host, payload in
        guard let session = ChildSession.from(payload) else { return -1 }
        guard let certificate, certificate.pointee.cert_type == GIT_CERT_HOSTKEY_LIBSSH2 else {
            return session.distrust("the server showed no SSH host key")
        }
        let key = UnsafeRawPointer(certificate).loadUnaligned(as: git_cert_hostkey.self)
        guard key.type.rawValue & GIT_CERT_SSH_SHA256.rawValue != 0 else {
            return session.distrust("the host key's SHA-256 is not known")
        }
        let actual = HostKey.fingerprint(withUnsafeBytes(of: key.hash_sha256) { Array($0) })
        guard !session.hostKeys.map(HostKey.normal).contains(actual) else { return 0 }
        let expected = session.hostKeys.isEmpty ? "none is configured" : session.hostKeys.joined(separator: ", ")
        let name = host.map { String(cString: $0) } ?? "the server"
        return session.distrust("\(name) showed the host key \(actual), expected: \(expected)")
    }
}

/// Fingerprints of SSH host keys, as `ssh-keygen -l` prints them.
enum HostKey {
    /// `SHA256:` and base64 without padding.
    static func fingerprint(_ hash: [UInt8]) -> String {
        normal(Data(hash).base64EncodedString())
    }

    /// A configured fingerprint in that form, with or without the prefix and padding.
    static func normal(_ text: String) -> String {
        let digits = text.hasPrefix("SHA256:") ? text.dropFirst(7) : Substring(text)
        return "SHA256:" + digits.prefix { $0 != "=" }
    }
}
