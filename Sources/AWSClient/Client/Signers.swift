internal import AWSWire
internal import Synchronization

/// One signer for each region and signing name, since a signer keeps the day's key.
final class Signers: Sendable {
    private let signers = Mutex<[String: SigV4Signer]>([:])

    /// The signer of a service in a region.
    func signer(region: String, signingName: String) -> SigV4Signer {
        signers.withLock { signers in
            if let known = signers["\(region)/\(signingName)"] { return known }
            let signer = SigV4Signer(region: region, signingName: signingName)
            signers["\(region)/\(signingName)"] = signer
            return signer
        }
    }
}
