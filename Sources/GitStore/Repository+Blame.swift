import CGit2

extension Repository {
    /// The commit that a line of a file has its text from, as `git blame` tells; nil when no such line is there.
    /// - Parameters:
    ///   - line: from 1.
    ///   - commit: where the file is looked at.
    public func origin(ofLine line: Int, of path: String, at commit: CommitID) throws(GitError) -> CommitID? {
        try PathRule.check(path: path)
        return try withHandle { (repository) throws(GitError) in
            var options = git_blame_options()
            git_blame_options_init(&options, UInt32(GIT_BLAME_OPTIONS_VERSION))
            options.newest_commit = commit.object.oid
            var blame: OpaquePointer?
            let code = git_blame_file(&blame, repository, path, &options)
            if code == GIT_ENOTFOUND.rawValue { return nil }
            try Library.check(code, "looking for who wrote \(path)")
            defer { git_blame_free(blame) }
            guard line > 0, let hunk = git_blame_get_hunk_byline(blame, line) else { return nil }
            return CommitID(ObjectID(hunk.pointee.final_commit_id))
        }
    }
}
