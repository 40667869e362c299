import GitStore
import Planning

extension Approvals {
    /// How far back an approval is looked for.
    private static let depth = 200

    /// What the newest commits of `repository` down from `tip` (40 hex digits) approve, newest first.
    init(at tip: String, in repository: Repository) throws {
        guard let id = CommitID(tip) else { throw GitError.notFound(tip) }
        self.init(
            try repository.log(from: id, limit: Self.depth).map { commit in
                let values = commit.trailers.filter { $0.key.lowercased() == Self.trailer.lowercased() }.map(\.value)
                return Grant(commit: commit.id.hex, trailers: values)
            })
    }
}
