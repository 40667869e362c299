import Model

/// Why nothing could be imported.
public enum ImportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// AWS has no such cluster, or does not show it; with why.
    case noCluster(String, String)
    /// None of the cluster's services is wanted, or those that were named are not there.
    case noService(String)
    /// A file can not be read as what it should be: its path, and why.
    case unreadable(String, String)
    /// These files exist already.
    case exists([String])
    /// A repository can not be begun, because these files exist already.
    case begun([String])
    /// A file or a folder can not be written: its path, and why.
    case unwritable(String, String)
    /// What was composed can not be read back: the reader's lines.
    case unreadableOutput([String])

    /// A file of which this is wrong, at its place.
    static func broken(_ problem: Diagnostic, in file: String) -> ImportError {
        let hint = problem.hint.map { " (\($0))" } ?? ""
        return .unreadable(problem.place?.description ?? file, problem.message + hint)
    }

    public var description: String {
        switch self {
        case .noCluster(let name, let why): "cluster \(name) can not be imported: \(why)"
        case .noService(let text): text
        case .unreadable(let path, let why): "\(path): \(why)"
        case .exists(let paths):
            "nothing was written, because these files exist already: \(paths.joined(separator: ", ")) "
                + "(--force overwrites them, --out names another folder)"
        case .begun(let paths):
            "nothing was written, because these files exist already: \(paths.joined(separator: ", ")) "
                + "(name a folder without them, or move them away)"
        case .unwritable(let path, let why): "\(path) can not be written: \(why)"
        case .unreadableOutput(let lines):
            "nothing was written, because the manifests would not be valid:\n" + lines.joined(separator: "\n")
        }
    }
}
