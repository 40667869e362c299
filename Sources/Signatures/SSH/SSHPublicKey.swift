import Crypto
import CryptoExtras
import FoundationEssentials

/// A public key in SSH's wire format.
struct SSHPublicKey: Sendable {
    let blob: [UInt8]
    /// `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa`, or one that is not checked.
    let type: String
    private let material: Material

    private enum Material: Sendable {
        case ed25519(Curve25519.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
        case rsa(_RSA.Signing.PublicKey, size: Int)
        /// A type that is known and not checked.
        case unsupported
    }

    /// Throws for bytes that are no key; a security key's or a certificate is one, and only refused when it signs.
    init(blob: [UInt8]) throws(SignatureProblem) {
        var reader = WireReader(blob)
        let type = try reader.name()
        self.type = type
        self.blob = blob
        material = try Self.material(type, &reader)
        if case .unsupported = material { return }
        try reader.end()
    }

    private static func material(_ type: String, _ reader: inout WireReader) throws(SignatureProblem) -> Material {
        do {
            switch type {
            case "ssh-ed25519": return .ed25519(try .init(rawRepresentation: try reader.string()))
            case "ecdsa-sha2-nistp256": return .p256(try .init(x963Representation: try point("nistp256", &reader)))
            case "ecdsa-sha2-nistp384": return .p384(try .init(x963Representation: try point("nistp384", &reader)))
            case "ecdsa-sha2-nistp521": return .p521(try .init(x963Representation: try point("nistp521", &reader)))
            case "ssh-rsa":
                let (exponent, modulus) = (try reader.magnitude(), try reader.magnitude())
                return .rsa(try .init(n: modulus, e: exponent), size: modulus.count)
            default: return .unsupported
            }
        } catch let problem as SignatureProblem {
            throw problem
        } catch {
            throw .malformed(type == "ssh-rsa" ? "an RSA key below 2048 bits, or none" : "no \(type) key")
        }
    }

    private static func point(_ curve: String, _ reader: inout WireReader) throws(SignatureProblem) -> [UInt8] {
        let name = try reader.name()
        guard name == curve else { throw .malformed("a key of \(curve) that says \(name)") }
        return try reader.string()
    }

    /// `ED25519 SHA256:…`, as `ssh-keygen -l` shows it.
    var text: String {
        let hash = Data(SHA256.hash(data: blob)).base64EncodedString().prefix { $0 != "=" }
        return "\(Self.names[type] ?? type) SHA256:\(hash)"
    }

    private static let names = [
        "ssh-ed25519": "ED25519", "ssh-rsa": "RSA", "ecdsa-sha2-nistp256": "ECDSA", "ecdsa-sha2-nistp384": "ECDSA",
        "ecdsa-sha2-nistp521": "ECDSA",
    ]

    /// Whether `signature` of that algorithm is this key's over `content`.
    func isValid(_ signature: [UInt8], _ algorithm: String, over content: [UInt8]) throws(SignatureProblem) -> Bool {
        switch material {
        case .rsa(let key, let size): return try Self.isValid(signature, algorithm, over: content, key, size)
        case .unsupported: throw .unsupported("its key's type \(type) is not checked: \(Self.supported)")
        default: break
        }
        guard algorithm == type else { throw .malformed("a key of \(type) that signs as \(algorithm)") }
        do {
            switch material {
            case .ed25519(let key): return key.isValidSignature(signature, for: content)
            case .p256(let key):
                return key.isValidSignature(try .init(rawRepresentation: try Self.raw(signature, 32)), for: content)
            case .p384(let key):
                return key.isValidSignature(try .init(rawRepresentation: try Self.raw(signature, 48)), for: content)
            case .p521(let key):
                return key.isValidSignature(try .init(rawRepresentation: try Self.raw(signature, 66)), for: content)
            case .rsa, .unsupported: return false
            }
        } catch let problem as SignatureProblem {
            throw problem
        } catch {
            throw .malformed("no \(algorithm) signature")
        }
    }

    static let supported = "use an ed25519, ecdsa or rsa key"

    /// SHA-1 (`ssh-rsa` as a signature) is refused. What is shorter than the modulus lost its leading zeros.
    private static func isValid(
        _ signature: [UInt8], _ algorithm: String, over content: [UInt8], _ key: _RSA.Signing.PublicKey, _ size: Int
    ) throws(SignatureProblem) -> Bool {
        guard signature.count <= size else { return false }
        let padded = [UInt8](repeating: 0, count: size - signature.count) + signature
        let whole = _RSA.Signing.RSASignature(rawRepresentation: padded)
        switch algorithm {
        case "rsa-sha2-256":
            return key.isValidSignature(whole, for: SHA256.hash(data: content), padding: .insecurePKCS1v1_5)
        case "rsa-sha2-512":
            return key.isValidSignature(whole, for: SHA512.hash(data: content), padding: .insecurePKCS1v1_5)
        default: throw .unsupported("its RSA signature is made with \(algorithm); rsa-sha2-256 and -512 are checked")
        }
    }

    /// Both numbers of an ECDSA signature, each `size` bytes long.
    private static func raw(_ signature: [UInt8], _ size: Int) throws(SignatureProblem) -> [UInt8] {
        var reader = WireReader(signature)
        let numbers = [try reader.magnitude(), try reader.magnitude()]
        try reader.end()
        guard numbers.allSatisfy({ $0.count <= size }) else { throw .malformed("a number beyond its curve") }
        return numbers.flatMap { [UInt8](repeating: 0, count: size - $0.count) + $0 }
    }
}
