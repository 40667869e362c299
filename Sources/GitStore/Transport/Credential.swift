import FoundationEssentials

/// What opens a remote repository. Neither printing nor reflection shows it.
public struct Credential: Sendable {
    enum Secret: Sendable {
        case token(username: String, password: String)
        case sshKey(username: String, privateKey: String, passphrase: String)
    }

    let secret: Secret

    /// A token for HTTP basic authentication. GitHub, GitLab and others take any user name with a token.
    public static func token(_ token: String, username: String = "x-access-token") -> Credential {
        Credential(secret: .token(username: username, password: token))
    }

    /// An SSH private key's text (PEM or OpenSSH), kept in memory only. The user that the URL names goes first.
    public static func sshKey(_ privateKey: String, username: String = "git", passphrase: String = "") -> Credential {
        Credential(secret: .sshKey(username: username, privateKey: privateKey, passphrase: passphrase))
    }

    /// A token from a file, its surrounding white space dropped. Throws `authentication` when the file can not be read
    /// or is empty.
    public static func token(file path: String, username: String = "x-access-token") throws(GitError) -> Credential {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .authentication("the token file \(path) can not be read")
        }
        return try token(String(decoding: data, as: UTF8.self), source: "file \(path)", username: username)
    }

    /// A token from an environment variable. Throws `authentication` when the variable is unset or empty.
    /// - Parameter environment: nil is this process's own.
    public static func token(
        variable name: String, username: String = "x-access-token",
        environment: [String: String]? = nil
    ) throws(GitError) -> Credential {
        try token(
            (environment ?? ProcessInfo.processInfo.environment)[name] ?? "", source: "variable \(name)",
            username: username)
    }

    private static func token(_ text: String, source: String, username: String) throws(GitError) -> Credential {
        let token = text.trimmed
        guard !token.isEmpty else { throw .authentication("the \(source) holds no token") }
        return .token(token, username: username)
    }

    /// Texts that must never be shown, also in the form in which HTTP carries them.
    var forbiddenTexts: [String] {
        switch secret {
        case .token(let username, let password):
            [Data("\(username):\(password)".utf8).base64EncodedString(), password]
        case .sshKey(_, let privateKey, let passphrase):
            [privateKey, passphrase]
        }
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `redacted`.
    public var description: String { "redacted" }
    /// Always `redacted`.
    public var debugDescription: String { "redacted" }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
