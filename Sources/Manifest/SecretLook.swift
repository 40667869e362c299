/// Tells values that look like secrets from others. It errs on the side of calling something a secret.
public enum SecretLook {
    /// True when a setting of this name would hold a secret, whatever its value.
    public static func isSecret(name: String, value: String) -> Bool {
        guard !value.isEmpty, !value.hasPrefix("arn:"), !["true", "false"].contains(value.lowercased()) else {
            return false
        }
        let flat = name.lowercased().filter { $0.isLetter || $0.isNumber }
        if certain.contains(where: flat.contains) { return true }
        let parts = Set(words(of: name))
        // TOKEN_TTL=3600 is a number and no token.
        return !parts.isDisjoint(with: likely) && Double(value) == nil
    }

    /// True when the value gives itself away: a key's own form, or a URL with a password in it.
    public static func isSecret(value: String) -> Bool {
        if value.contains("PRIVATE KEY-----") { return true }
        let tokens = value.split { $0.isWhitespace || "\"'=,;".contains($0) }
        return tokens.contains { isKey($0) || hasPassword($0) }
    }

    /// True when it reads like chance: twenty characters and more of one token, of several kinds, hardly repeating.
    public static func isRandom(_ value: String) -> Bool {
        guard value.utf8.count >= 20, !value.contains(where: \.isWhitespace), !value.contains("://"),
            !value.hasPrefix("arn:"), !value.hasPrefix("/")
        else { return false }
        // Words, host names and file names are read piece by piece; chance has no short pieces.
        let longest = value.split { ".-_/:,".contains($0) }.max { $0.count < $1.count } ?? ""
        guard longest.count >= 16, longest.contains(where: \.isNumber), longest.contains(where: \.isLetter) else {
            return false
        }
        return Set(longest).count >= 10
    }

    private static let certain = [
        "password", "passwd", "passphrase", "secret", "apikey", "accesskey", "privatekey", "credential", "authdata",
        "connectionstring", "signingkey", "encryptionkey",
    ]
    private static let likely: Set<String> = [
        "token", "key", "auth", "pass", "pwd", "pw", "dsn", "salt", "jwt", "bearer", "webhook",
    ]

    /// `dbPassword_2` is `db`, `password` and `2`.
    private static func words(of name: String) -> [String] {
        var words: [String] = [""]
        var previous: Character?
        for character in name {
            let isHump = character.isUppercase && previous.map { $0.isLowercase || $0.isNumber } == true
            if isHump || !(character.isLetter || character.isNumber) { words.append("") }
            if character.isLetter || character.isNumber { words[words.count - 1] += character.lowercased() }
            previous = character
        }
        return words.filter { !$0.isEmpty }
    }

    private static func isKey(_ token: Substring) -> Bool {
        let starts = [
            "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_", "eyJ",
        ]
        return token.utf8.count >= 20 && starts.contains { token.hasPrefix($0) }
    }

    /// `scheme://user:password@host`.
    private static func hasPassword(_ token: Substring) -> Bool {
        guard let scheme = token.firstRange(of: "://") else { return false }
        let authority = token[scheme.upperBound...].prefix { $0 != "/" }
        guard let at = authority.lastIndex(of: "@") else { return false }
        return authority[..<at].contains(":")
    }
}
