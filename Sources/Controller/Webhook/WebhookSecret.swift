import FoundationEssentials

/// A secret that a forge was told.
public struct WebhookSecret: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands.
    enum Place: Sendable, Hashable {
        /// As it was typed in at the forge.
        case text(String)
        /// A file of it, read again each time: it may be replaced while the process runs.
        case file(String)
    }

    /// Whose.
    public let forge: Forge
    let place: Place

    /// In characters; shorter ones can be guessed.
    static let shortest = 16
    /// In bytes: no secret is as long.
    private static let longest = 65_536

    /// A forge's secret, as it was typed in there; several of one forge are all good, so that they can be exchanged.
    public init(forge: Forge, secret: String) {
        self.forge = forge
        place = .text(secret.trimmingWhitespace)
    }

    /// The secret in the file at `path`, which is read again each time that it is needed.
    public init(forge: Forge, file path: String) {
        self.forge = forge
        place = .file(path)
    }

    /// The secret, without white space around it.
    ///
    /// Throws `ConfigurationError`, which names the file and not the content.
    func read() throws(ConfigurationError) -> String {
        switch place {
        case .text(let text): return text
        case .file(let path):
            guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= Self.longest else {
                throw ConfigurationError("\(path), which is not there or can not be read")
            }
            let secret = String(decoding: bytes, as: UTF8.self).trimmingWhitespace
            guard secret.count >= Self.shortest else {
                throw ConfigurationError("\(path), whose secret is shorter than \(Self.shortest) characters")
            }
            return secret
        }
    }

    /// The forge alone.
    public var description: String { "\(forge.rawValue)'s secret" }
}
