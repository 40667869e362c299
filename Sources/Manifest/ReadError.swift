public import Model

/// Why nothing could be read at all.
public enum ReadError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The source holds no file.
    case empty
    /// No environment file stands at the root; `looksLike` is a file that may have been meant, and the root the folder
    /// `in` where it is one of this machine's.
    case noEnvironment(looksLike: String?, in: String? = nil)
    /// None was named, and there are these.
    case severalEnvironments([String])
    /// The one that was named does not exist; there are these. It may stand in a file whose name can not be read: what is
    /// wrong with those.
    case unknownEnvironment(String, [String], unread: [Diagnostic] = [])
    /// The environment's own file is wrong.
    case brokenEnvironment([Diagnostic])
    /// The folder that was named can not be listed: its path, and why.
    case noFolder(String, reason: String)
    /// A limit of `Limits` is passed.
    case tooLarge(String)

    /// True when the command line has to change, not the repository.
    public var isUsage: Bool {
        switch self {
        case .severalEnvironments, .noFolder: true
        case .unknownEnvironment(_, _, let unread): unread.isEmpty
        default: false
        }
    }

    /// True when the repository may still want the environment, and says nothing that can be read of it.
    public var isUnreadable: Bool {
        switch self {
        case .brokenEnvironment, .tooLarge: true
        case .unknownEnvironment(_, _, let unread): !unread.isEmpty
        case .empty, .noEnvironment, .severalEnvironments, .noFolder: false
        }
    }

    public var description: String {
        switch self {
        case .empty: "the repository is empty: no commit, or no file in it"
        case .noEnvironment(let other, let folder):
            "no neap.yaml or neap.*.yaml stands \(folder.map { "in \($0)" } ?? "at the repository's root")"
                + (other.map { " (did you mean \($0) to be one?)" } ?? "")
        case .severalEnvironments(let names): "several environments, name one of them: \(names.joined(separator: ", "))"
        case .unknownEnvironment(let name, let names, let unread):
            (["no environment is named \(name); there are: \(names.joined(separator: ", "))"]
                + unread.map(\.description)).joined(separator: "\n")
        case .brokenEnvironment(let found): found.map(\.description).joined(separator: "\n")
        case .noFolder(let path, let reason): "\(path) is no folder: \(reason)"
        case .tooLarge(let message): message
        }
    }
}
