import Signatures

extension FuzzTarget {
    private static let words = [
        "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n", "U1NIU0lH", "ssh-ed25519 ", "ssh-rsa ",
        "ecdsa-sha2-nistp256 ", "namespaces=\"git\" ", "valid-after=\"20260101Z\" ", "cert-authority ",
        "*@example.com ", "\"", ",",
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n", "-----END PGP PUBLIC KEY BLOCK-----\n",
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\n",
        "=abcd\n", "=====\n",
    ]

    /// Who signed a commit: the keys that an operator trusts, and a signature that anybody may have written.
    static let signatures = [
        FuzzTarget("signature", words: words) { bytes in
            let sections = bytes.sections(2)
            do {
                let allowed = try AllowedSigners(String(decoding: sections[0], as: UTF8.self), name: "allowed")
                let verifier = SSHVerifier(allowed)
                _ = try await verifier.signer(of: Array("another payload".utf8), by: sections[1], at: 1_770_000_000)
                return "a signature of something else is taken"
            } catch {
                return "\(error)".isEmpty ? "a refusal says nothing" : nil
            }
        },
        FuzzTarget("keyring", words: words) { bytes in
            do throws(OpenPGPKeyring.Refusal) {
                _ = try OpenPGPKeyring(bytes, name: "keys")
                return nil
            } catch {
                return error.description.isEmpty ? "a refusal says nothing" : nil
            }
        },
    ]
}
