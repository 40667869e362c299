/// Who made a signature, as the trusted keys name them.
public struct Signer: Sendable, Equatable {
    /// The principal of an allowed signers file, or the user id of an OpenPGP key.
    public let name: String
    /// The key for people: `ED25519 SHA256:…`, or an OpenPGP fingerprint in capitals.
    public let key: String

    /// A signer by name and key.
    public init(name: String, key: String) {
        self.name = name
        self.key = key
    }
}
