/// The keys of a controller's own configuration, and what they say of a signature.
public struct TrustedKeys: Sendable {
    private let ssh: SSHVerifier?
    private let openPGP: OpenPGPVerifier?

    /// Keys for one kind of signature or both; a kind without keys is refused.
    public init(ssh: SSHVerifier?, openPGP: OpenPGPVerifier?) {
        self.ssh = ssh
        self.openPGP = openPGP
    }

    /// Who signed `payload`, at `time` (seconds since 1970) with a trusted key.
    ///
    /// Throws `SignatureProblem` when nobody did who is trusted.
    public func signer(
        of payload: [UInt8], by signature: [UInt8], at time: Int
    ) async throws(SignatureProblem) -> Signer {
        if signature.starts(with: SSHVerifier.opening.utf8) {
            return try await signer(of: payload, by: signature, at: time, ssh, "an SSH", "--verify-ssh")
        }
        if signature.starts(with: OpenPGPVerifier.opening.utf8) {
            return try await signer(of: payload, by: signature, at: time, openPGP, "an OpenPGP", "--verify-openpgp")
        }
        throw .unsupported("its signature is neither SSH's nor OpenPGP's; X.509 signatures are not checked")
    }

    private func signer(
        of payload: [UInt8], by signature: [UInt8], at time: Int, _ verifier: (any SignatureVerifier)?,
        _ kind: String, _ option: String
    ) async throws(SignatureProblem) -> Signer {
        guard let verifier else { throw .unsupported("it has \(kind) signature, and no keys were given (\(option))") }
        return try await verifier.signer(of: payload, by: signature, at: time)
    }
}
