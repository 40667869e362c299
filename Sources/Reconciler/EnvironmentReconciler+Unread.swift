public import Manifest

extension EnvironmentReconciler {
    /// A commit that says nothing that can be read of the environment.
    public struct UnreadCommit: Sendable {
        /// 40 hex digits.
        public var commit: String
        public var problem: ReadError
    }

    /// As `prepare()`, but that `earlier` goes on to be looked after while a newer commit's environment file can not be read: a
    /// slip of the pen in it takes nothing out of Neap's hands. Nil leaves only the newest.
    func prepare(orAt earlier: SourceCommit?) async throws -> Prepared {
        let newest = try await source.read()
        do {
            return try await prepare(newest)
        } catch let problem as ReadError where problem.isUnreadable {
            guard let earlier, try source.follows(newest.commit.id, earlier.id),
                let files = try source.files(at: earlier.id)
            else { throw problem }
            var prepared = try await prepare(SourceSnapshot(commit: earlier, files: files))
            prepared.unread = UnreadCommit(commit: newest.commit.id, problem: problem)
            return prepared
        }
    }
}
