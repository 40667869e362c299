import Crypto

/// A signature as `ssh-keygen -Y sign` makes it (OpenSSH's PROTOCOL.sshsig), taken apart; nothing of it is believed yet.
struct SSHSignature {
    /// The public key that it claims, in SSH's wire format.
    let keyBlob: [UInt8]
    let namespace: String
    private let reserved: [UInt8]
    private let hash: Hash
    /// The signature's algorithm, `ssh-ed25519`.
    let algorithm: String
    let bytes: [UInt8]

    private enum Hash: String { case sha256, sha512 }

    private static let magic = "SSHSIG"

    init(armored text: [UInt8]) throws(SignatureProblem) {
        guard text.count <= 16 << 10 else { throw .malformed("it has \(text.count) bytes") }
        let armor = try Armor(text, label: "SSH SIGNATURE")
        guard armor.blocks.count == 1, !armor.hasOtherText else { throw .malformed("it is not one SSH signature") }
        try self.init(blob: armor.blocks[0])
    }

    private init(blob: [UInt8]) throws(SignatureProblem) {
        var reader = WireReader(blob)
        try reader.expect(Self.magic)
        let version = try reader.word()
        guard version == 1 else { throw .unsupported("its SSH signature has version \(version); 1 is read") }
        keyBlob = try reader.string()
        namespace = try reader.name()
        reserved = try reader.string()
        let name = try reader.name()
        guard let hash = Hash(rawValue: name) else { throw .unsupported("its SSH signature uses the hash \(name)") }
        self.hash = hash
        var signature = WireReader(try reader.string())
        try reader.end()
        algorithm = try signature.name()
        bytes = try signature.string()
        // A security key's signature goes on here; whoever checks the key's type says so.
        if !algorithm.hasPrefix("sk-") { try signature.end() }
    }

    /// What was really signed: the message's hash, bound to its purpose.
    func content(of message: [UInt8]) -> [UInt8] {
        let digest = hash == .sha256 ? Array(SHA256.hash(data: message)) : Array(SHA512.hash(data: message))
        let fields = [Array(namespace.utf8), reserved, Array(hash.rawValue.utf8), digest]
        return Array(Self.magic.utf8) + fields.flatMap(\.asWireString)
    }
}
