import CGit2

/// Where HEAD stands.
public struct Head: Hashable, Sendable {
    /// The commit that is checked out.
    public let commit: CommitID
    /// The branch in full (`refs/heads/main`); nil when HEAD is detached.
    public let branch: String?
}

/// What a newly fetched tip means for the reference that Neap watches.
public enum ReferenceUpdate: Hashable, Sendable {
    /// Nothing was accepted before.
    case first
    /// The tip is the one accepted last.
    case unchanged
    /// The tip descends from the one accepted last.
    case forward
    /// History was rewritten: the tip does not descend from the one accepted last, or that one is gone.
    case rewritten
}

extension Repository {
    /// The commit that a reference leads to, through annotated tags; nil when it does not exist. The name must be
    /// full (`refs/…`), else `invalidReference`.
    public func reference(_ name: String) throws(GitError) -> CommitID? {
        try References.check(name)
        return try withHandle { (repository) throws(GitError) in
            try References.commit(of: name, in: repository)
        }
    }

    /// Full names of all references that begin with the prefix, in order.
    public func references(prefix: String = "refs/") throws(GitError) -> [String] {
        try withHandle { (repository) throws(GitError) in
            try References.all(in: repository, prefix: prefix).map(\.0)
        }
    }

    /// Sets a reference, if it still holds `expected` (nil: if it does not exist); else throws `referenceMoved`.
    public func setReference(_ name: String, to commit: CommitID, expecting expected: CommitID?) throws(GitError) {
        try References.check(name)
        try withWritableHandle { (repository) throws(GitError) in
            var target = commit.object.oid
            var reference: OpaquePointer?
            let code: Int32
            if var old = expected?.object.oid {
                code = git_reference_create_matching(&reference, repository, name, &target, 1, &old, nil)
            } else {
                code = git_reference_create(&reference, repository, name, &target, 0, nil)
            }
            git_reference_free(reference)
            let conflicts = [GIT_EEXISTS, GIT_EMODIFIED, GIT_ENOTFOUND].map(\.rawValue)
            if conflicts.contains(code), try References.commit(of: name, in: repository) != expected {
                throw .referenceMoved(name: name, actual: try References.commit(of: name, in: repository))
            }
            try Library.check(code, "setting \(name)")
        }
    }

    /// Removes a reference if it still holds `expected`; else throws `referenceMoved`.
    public func removeReference(_ name: String, expecting expected: CommitID) throws(GitError) {
        try References.check(name)
        try withWritableHandle { (repository) throws(GitError) in
            var reference: OpaquePointer?
            let code = git_reference_lookup(&reference, repository, name)
            if code == GIT_ENOTFOUND.rawValue { throw .referenceMoved(name: name, actual: nil) }
            try Library.check(code, "reading \(name)")
            defer { git_reference_free(reference) }
            let actual = git_reference_target(reference).map { CommitID(ObjectID($0.pointee)) }
            guard actual == expected else { throw .referenceMoved(name: name, actual: actual) }
            // libgit2 compares with the target that was read here while it holds the reference's lock.
            try Library.check(git_reference_delete(reference), "removing \(name)")
        }
    }

    /// HEAD's commit and branch; nil in a repository without a commit.
    public func head() throws(GitError) -> Head? {
        try withHandle { (repository) throws(GitError) in
            var reference: OpaquePointer?
            let code = git_repository_head(&reference, repository)
            if code == GIT_EUNBORNBRANCH.rawValue || code == GIT_ENOTFOUND.rawValue { return nil }
            try Library.check(code, "reading HEAD")
            defer { git_reference_free(reference) }
            guard let target = git_reference_target(reference) else { return nil }
            let detached = git_repository_head_detached(repository) == 1
            let name = String(cString: git_reference_name(reference))
            return Head(commit: CommitID(ObjectID(target.pointee)), branch: detached ? nil : name)
        }
    }

    /// Whether `ancestor` can be reached from `commit`; true also when both are the same. False when `ancestor` is
    /// not in the repository (it was rewritten away and never fetched).
    public func isDescendant(_ commit: CommitID, of ancestor: CommitID) throws(GitError) -> Bool {
        if commit == ancestor { return true }
        return try withHandle { (repository) throws(GitError) in
            var (tip, base) = (commit.object.oid, ancestor.object.oid)
            guard try Objects.exists(ancestor.object, in: repository) else { return false }
            let code = git_graph_descendant_of(repository, &tip, &base)
            try Library.check(code, "comparing \(commit.short) with \(ancestor.short)")
            return code == 1
        }
    }

    /// What a fetched tip means after `accepted`, the tip that the caller accepted last (nil: none yet).
    public func update(from accepted: CommitID?, to tip: CommitID) throws(GitError) -> ReferenceUpdate {
        guard let accepted else { return .first }
        if accepted == tip { return .unchanged }
        return try isDescendant(tip, of: accepted) ? .forward : .rewritten
    }
}
