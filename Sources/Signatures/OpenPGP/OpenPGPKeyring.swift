/// OpenPGP public keys as `gpgv` takes them: binary, whatever they were given as.
public struct OpenPGPKeyring: Sendable {
    let bytes: [UInt8]

    /// Why a file is not taken; the text names it.
    public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Exported keys, armored or binary, or a keybox (`pubring.kbx`); `name` is the file's, for errors.
    public init(_ content: [UInt8], name: String) throws(Refusal) {
        if content.dropFirst(8).starts(with: "KBXf".utf8) {
            bytes = content
            return
        }
        // A packet's first byte has its highest bit set, which text armor never has.
        let binary = content.first.map { $0 >= 0x80 } == true ? content : try Self.dearmored(content, name)
        guard let tag = Self.tag(binary) else {
            throw Refusal(description: "\(name) holds no OpenPGP public key; export one with gpg --armor --export")
        }
        guard tag != .secretKey else {
            throw Refusal(description: "\(name) holds a private key; give the public one (gpg --armor --export)")
        }
        bytes = binary
    }

    private enum Tag { case publicKey, secretKey }

    private static func dearmored(_ content: [UInt8], _ name: String) throws(Refusal) -> [UInt8] {
        do {
            let secret = try Armor(content, label: "PGP PRIVATE KEY BLOCK").blocks
            return try secret.first ?? Armor(content, label: "PGP PUBLIC KEY BLOCK").blocks.flatMap(\.self)
        } catch {
            throw Refusal(description: "\(name) is no OpenPGP keyring: its armor is damaged")
        }
    }

    /// The first packet's kind (RFC 9580, section 4.2): what stands in a keyring begins with a key.
    private static func tag(_ bytes: [UInt8]) -> Tag? {
        guard let first = bytes.first, first >= 0x80 else { return nil }
        return switch first & 0x40 == 0 ? first >> 2 & 15 : first & 63 {
        case 6: .publicKey
        case 5: .secretKey
        default: nil
        }
    }
}
