import CGit2
import Synchronization

extension Repository {
    /// The root of the work tree, without a slash at its end; nil in a bare repository.
    public var workDirectory: String? {
        handle.withLock { handle in
            git_repository_workdir(handle.pointer).map { Self.withoutSlash(String(cString: $0)) }
        }
    }

    /// Paths that differ from HEAD in the index or the work tree, untracked files included, ignored ones not; in order.
    /// Empty means clean. A bare repository has none.
    public func changedPaths() throws(GitError) -> [String] {
        guard workDirectory != nil else { return [] }
        return try withHandle { (repository) throws(GitError) in
            var options = git_status_options()
            git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION))
            options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR
            options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
            var list: OpaquePointer?
            try Library.check(git_status_list_new(&list, repository, &options), "comparing the work tree with HEAD")
            defer { git_status_list_free(list) }
            let paths = (0..<git_status_list_entrycount(list)).flatMap { index in
                git_status_byindex(list, index).map { Self.paths(of: $0.pointee) } ?? []
            }
            return Set(paths).sorted { $0.precedesByBytes($1) }
        }
    }

    /// The URL of the remote `origin` without user information; nil when there is no such remote.
    public func originURL() throws(GitError) -> String? {
        try withHandle { (repository) throws(GitError) in
            var remote: OpaquePointer?
            let code = git_remote_lookup(&remote, repository, "origin")
            if code == GIT_ENOTFOUND.rawValue { return nil }
            try Library.check(code, "reading the remote origin")
            defer { git_remote_free(remote) }
            return git_remote_url(remote).map { Redaction.withoutUserInformation(String(cString: $0)) }
        }
    }

    private static func paths(of entry: git_status_entry) -> [String] {
        let deltas = [entry.head_to_index, entry.index_to_workdir].compactMap { $0?.pointee }
        return deltas.flatMap { [$0.old_file.path, $0.new_file.path] }.compactMap { $0.map { String(cString: $0) } }
    }
}
