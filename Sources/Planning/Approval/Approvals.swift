/// What people have approved in Git: lines `Neap-Approve` of the watched branch's newest commits, and of their signed tags.
public struct Approvals: Sendable, Equatable {
    /// The trailer's key; its value is one or more digests, apart by blanks or commas.
    public static let trailer = "Neap-Approve"

    /// What one commit approves.
    public struct Grant: Sendable, Equatable {
        /// 40 hex digits.
        public var commit: String
        /// Digests as plans show them; none for a commit that approves nothing.
        public var digests: Set<String>

        /// `commit` approves what has these digests.
        public init(commit: String, digests: Set<String>) {
            self.commit = commit
            self.digests = digests
        }

        /// What the values of a commit's trailers say; anything that is no digest is passed over.
        public init(commit: String, trailers: [String]) {
            let words = trailers.flatMap { $0.split { $0 == " " || $0 == "," } }.map { $0.lowercased() }
            self.init(commit: commit, digests: Set(words.filter(ChangeDigest.isDigest)))
        }
    }

    /// Newest first, commits that approve nothing too.
    public var grants: [Grant]

    /// Why what else names a digest does not approve it.
    private var discounted: [String: String] = [:]

    /// What these commits approve.
    public init(_ grants: [Grant] = []) { self.grants = grants }

    /// Approves for one of the known commits what a signed tag of it approves; of an unknown commit it says nothing.
    public mutating func add(_ grant: Grant) {
        guard let index = grants.firstIndex(where: { $0.commit == grant.commit }) else {
            return discount(grant, because: "a tag names it, of a commit that is not among the branch's newest")
        }
        grants[index].digests.formUnion(grant.digests)
    }

    /// Notes why what seems to approve does not.
    public mutating func discount(_ grant: Grant, because why: String) {
        for digest in grant.digests { discounted[digest] = why }
    }

    /// Why something that names `digest` does not approve it; nil when nothing else names it.
    func objection(to digest: String) -> String? { discounted[digest] }

    /// True when a commit approves `digest` that is newer than `applied`, the one that was applied last: an approval that was
    /// used up does not let the same change through once more. All that is known counts where `applied` is nil or not known.
    func allow(_ digest: String, since applied: String?) -> Bool {
        grants.prefix { $0.commit != applied }.contains { $0.digests.contains(digest) }
    }
}
