public import Reconciler

/// A branch of a repository that an environment's watch reads.
public struct WatchedSource: Sendable {
    /// The repository's URL, or its path.
    public var repository: String
    /// The branch, as a full ref name.
    public var reference: String
    /// Where its watch is woken.
    public var hints: Hints

    /// The branch `reference` of `repository`, whose watch listens to `hints`.
    public init(repository: String, reference: String, hints: Hints) {
        self.repository = repository
        self.reference = reference
        self.hints = hints
    }

    /// Whether the repository is known by one of these names or URLs: by its path, since forges have several hosts and schemes.
    func isNamed(_ names: [String]) -> Bool {
        let own = Self.path(repository)
        return names.map(Self.path).contains { name in
            !name.isEmpty && (name == own || own.hasSuffix("/" + name) || name.hasSuffix("/" + own))
        }
    }

    /// Whether a push to this ref may change what the watch reads: its branch, what operators ask, tags that approve.
    func reads(_ pushed: String) -> Bool {
        pushed == reference || pushed.hasPrefix("refs/heads/neap/control/") || pushed.hasPrefix("refs/tags/")
    }

    /// `acme/infra` of `https://git.example.org/acme/infra.git`, `git@git.example.org:acme/infra` and `acme/infra`.
    static func path(_ name: String) -> String {
        var rest = name.lowercased()[...]
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...].drop { $0 != "/" }
        } else if !rest.hasPrefix("/"), let colon = rest.firstIndex(of: ":") {
            rest = rest[rest.index(after: colon)...]
        }
        var path = rest.split(separator: "/").joined(separator: "/")
        if path.hasSuffix(".git") { path.removeLast(4) }
        return path
    }
}
