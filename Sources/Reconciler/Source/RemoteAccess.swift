public import GitStore

/// How a repository behind a URL is opened. It is asked before every operation, so that a token may be replaced while the
/// process runs.
public struct RemoteAccess: Sendable {
    /// Where the repository is.
    public let url: RemoteURL
    private let opening: @Sendable () async throws -> Remote

    /// `opening` gives the repository at `url` with what opens it now; it throws `GitError`.
    public init(_ url: RemoteURL, opening: @escaping @Sendable () async throws -> Remote) {
        self.url = url
        self.opening = opening
    }

    /// Always opened in the same way.
    public init(_ remote: Remote) { self.init(remote.url) { remote } }

    /// The repository with what opens it now.
    public func remote() async throws -> Remote { try await opening() }
}
