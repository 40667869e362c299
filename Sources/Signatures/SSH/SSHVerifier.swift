/// SSH signatures against an allowed signers file.
public struct SSHVerifier: SignatureVerifier {
    public static let opening = "-----BEGIN SSH SIGNATURE-----"
    /// What Git signs for.
    private static let namespace = "git"
    private let allowed: AllowedSigners

    /// Trusts those signers.
    public init(_ allowed: AllowedSigners) { self.allowed = allowed }

    public func signer(
        of payload: [UInt8], by signature: [UInt8], at time: Int
    ) async throws(SignatureProblem) -> Signer {
        let signature = try SSHSignature(armored: signature)
        guard signature.namespace == Self.namespace else { throw .wrongNamespace(signature.namespace) }
        let lines = allowed.signers.filter { $0.key.blob == signature.keyBlob }
        guard let first = lines.first else {
            throw .unknownKey("the key " + (try SSHPublicKey(blob: signature.keyBlob)).text)
        }
        // A key may stand on several lines, for several purposes and times.
        guard let line = lines.first(where: { $0.objection(to: Self.namespace, at: time) == nil }) else {
            throw .untrustedKey(first.objection(to: Self.namespace, at: time) ?? first.key.text)
        }
        let content = signature.content(of: payload)
        guard try line.key.isValid(signature.bytes, signature.algorithm, over: content) else {
            throw .wrong(line.key.text)
        }
        return Signer(name: line.principals, key: line.key.text)
    }
}
