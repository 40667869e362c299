public import Model

/// Why nothing could be read at all.
public enum ReadError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The source holds no file.
    case empty
    /// No environment file stands at the root; `looksLike` is a file that may have been meant.
    case noEnvironment(looksLike: String?)
    /// None was named, and there are these.
    case severalEnvironments([String])
    /// The one that was named does not exist; there are these.
    case unknownEnvironment(String, [String])
    /// The environment's own file is wrong.
    case brokenEnvironment([Diagnostic])
    /// The folder that was named can not be listed: its path, and why.
    case noFolder(String, reason: String)
    /// A limit of `Limits` is passed.
    case tooLarge(String)

    /// True when the command line has to change, not the repository.
    public var isUsage: Bool {
        switch self {
        case .severalEnvironments, .unknownEnvironment, .noFolder: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .empty: "the repository is empty: no commit, or no file in it"
        case .noEnvironment(let other):
            "no neap.yaml or neap.*.yaml stands at the repository's root"
                + (other.map { " (did you mean \($0) to be one?)" } ?? "")
        case .severalEnvironments(let names): "several environments, name one of them: \(names.joined(separator: ", "))"
        case .unknownEnvironment(let name, let names):
            "no environment is named \(name); there are: \(names.joined(separator: ", "))"
        case .brokenEnvironment(let found): found.map(\.description).joined(separator: "\n")
        case .noFolder(let path, let reason): "\(path) is no folder: \(reason)"
        case .tooLarge(let message): message
        }
    }
}
