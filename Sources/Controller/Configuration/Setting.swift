/// A setting of the controller: how it is written in the file, as a variable and on the command line. The page of docs, the
/// unknown-key check and the command line's flags are held against this list.
public struct Setting: Sendable, Hashable {
    /// What is written there.
    public enum Kind: String, Sendable {
        case text, list, truth, number, duration
        /// A secret itself: a variable alone, never a flag or a line of the file.
        case secret
    }

    /// Its place in the file: `git.tokenFile` is `tokenFile` below `git`.
    public let key: String
    public let kind: Kind
    /// `--git-token-file`; nil where the command line has none.
    public let flag: String?
    /// Whether a repository of `repositories` may have its own.
    public let isPerRepository: Bool
    /// What holds when nobody says; empty for nothing.
    public let standard: String
    /// One line for people.
    public let help: String

    init(
        _ key: String, _ kind: Kind = .text, flag: String? = nil, perRepository: Bool = false, standard: String = "",
        _ help: String
    ) {
        self.key = key
        self.kind = kind
        self.flag = flag
        isPerRepository = perRepository
        self.standard = standard
        self.help = help
    }

    /// `NEAP_GIT_TOKEN_FILE`.
    public var variable: String { Self.variable(of: key) }

    /// The variable of the setting `key`; of a repository's own, `NEAP_REPOSITORIES_INFRA_GIT_TOKEN_FILE`.
    static func variable(of key: String) -> String {
        var text = "NEAP_"
        var last: Character = "_"
        for character in key {
            if last.isLowercase, character.isUppercase { text += "_" }
            text += character.isLetter || character.isNumber ? character.uppercased() : "_"
            last = character
        }
        return text
    }
}
