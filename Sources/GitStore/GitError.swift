/// What failed in Git, in words that a person can act on; never holds a credential or a URL's user information.
public enum GitError: Error, Hashable, Sendable {
    /// A deadline that a network operation ran into.
    public enum Deadline: String, Hashable, Sendable {
        /// No answer of the server in time.
        case connect
        /// Nothing came in for too long.
        case idle
        /// The whole operation took too long.
        case total
    }

    /// The remote's URL is refused before anything connects to it.
    case refusedURL(url: String, reason: String)
    /// A reference is not written in full (`refs/heads/main`), or its name is not legal.
    case invalidReference(name: String, reason: String)
    /// A tree holds an entry that no repository should, or a caller gave a path that no tree may hold.
    case invalidPath(path: String, reason: String)
    /// The object, path or repository does not exist.
    case notFound(String)
    /// A limit was exceeded; `actual` is nil when reading stopped at the limit.
    case tooLarge(what: String, limit: Int, actual: Int?)
    /// The clone is damaged: discard it and fetch again.
    case corrupt(String)
    /// Another process uses this cache directory.
    case inUse(directory: String)
    /// A reference did not hold what the caller expected; `actual` is nil when it does not exist.
    case referenceMoved(name: String, actual: CommitID?)
    /// A commit can not be taken back by itself: these paths were changed again since.
    case conflict(commit: CommitID, paths: [String])
    /// The server wants credentials, refuses those given, or they could not be read.
    case authentication(String)
    /// The server is not who it should be: its certificate or host key was refused.
    case untrusted(String)
    /// The server or the network failed.
    case network(operation: String, message: String, retryable: Bool)
    /// The operation ran into a deadline and was ended.
    case timedOut(operation: String, deadline: Deadline, after: Duration)
    /// The child process that talks to the server ended without an answer; `tail` is the end of its standard error.
    case childDied(operation: String, status: String, tail: String)
    /// The local file system failed (full, read only, no permission).
    case storage(String)
    /// Anything else that libgit2 reports.
    case library(operation: String, code: Int, message: String)

    /// Whether the same call may succeed later without anybody changing anything.
    public var isRetryable: Bool {
        switch self {
        case .timedOut, .childDied, .inUse: true
        case .network(_, _, let retryable): retryable
        default: false
        }
    }

    /// Whether the server could not be used at all, for whatever reason: nothing is known of what it holds now.
    public var isOutage: Bool {
        switch self {
        case .network, .timedOut, .childDied, .authentication, .untrusted: true
        default: false
        }
    }

    /// Whether credentials or the server's identity are the cause: the command line's exit code 4.
    public var isAuthentication: Bool {
        switch self {
        case .authentication, .untrusted: true
        default: false
        }
    }
}

extension GitError: CustomStringConvertible {
    /// One line for a person.
    public var description: String {
        switch self {
        case .refusedURL(let url, let reason): "the repository URL \(url) is refused: \(reason)"
        case .invalidReference(let name, let reason): "\(name) is not a usable reference: \(reason)"
        case .invalidPath(let path, let reason): "\(path): \(reason)"
        case .notFound(let what): "\(what) does not exist"
        case .tooLarge(let what, let limit, let actual):
            "\(what) exceeds the limit of \(limit)" + (actual.map { " (it is \($0))" } ?? "")
        case .corrupt(let message): "the local clone is damaged: \(message)"
        case .inUse(let directory): "another process uses the cache directory \(directory)"
        case .referenceMoved(let name, let actual):
            "\(name) moved meanwhile, it is at \(actual?.hex ?? "nothing")"
        case .conflict(let commit, let paths):
            "\(commit.short) does not revert cleanly, changed again since: \(paths.joined(separator: ", "))"
        case .authentication(let message): "authentication failed: \(message)"
        case .untrusted(let message): "the server is not trusted: \(message)"
        case .network(let operation, let message, _): "\(operation) failed: \(message)"
        case .timedOut(let operation, let deadline, let after):
            "\(operation) ran into its \(deadline.rawValue) deadline of \(after)"
        case .childDied(let operation, let status, let tail):
            "\(operation) ended without an answer (\(status))" + (tail.isEmpty ? "" : ": \(tail)")
        case .storage(let message): "the local repository could not be written: \(message)"
        case .library(let operation, let code, let message): "\(operation) failed: \(message) (libgit2 code \(code))"
        }
    }
}
