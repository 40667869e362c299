/// Why a signature does not count; each text is one line for a person.
public enum SignatureProblem: Error, Sendable, Equatable {
    /// The bytes are not what a signature of this kind looks like.
    case malformed(String)
    /// It was made for another purpose: SSH's namespace is not `git`.
    case wrongNamespace(String)
    /// The key is none of the trusted ones.
    case unknownKey(String)
    /// The key is trusted, but not now or not for this.
    case untrustedKey(String)
    /// The signature is not of these bytes by this key.
    case wrong(String)
    /// A kind of key or signature that is not read, or for which no keys were given.
    case unsupported(String)
    /// It could not be found out, whatever the signature is.
    case notChecked(String)
}

extension SignatureProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let what): "its signature is not readable: \(what)"
        case .wrongNamespace(let name): "its SSH signature was made for the namespace \(name), not for git"
        case .unknownKey(let key): "its signature is by \(key), which is none of the trusted keys"
        case .untrustedKey(let why), .unsupported(let why), .notChecked(let why): why
        case .wrong(let key): "its signature does not fit its content (\(key))"
        }
    }
}
