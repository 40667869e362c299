/// One way of signing: SSH, OpenPGP.
public protocol SignatureVerifier: Sendable {
    /// The armor's first line, by which a signature of this kind is known.
    static var opening: String { get }
    /// Who signed `payload`, at `time` (seconds since 1970) with a key that is trusted then.
    ///
    /// Throws `SignatureProblem` for everything that is not exactly that.
    func signer(of payload: [UInt8], by signature: [UInt8], at time: Int) async throws(SignatureProblem) -> Signer
}
