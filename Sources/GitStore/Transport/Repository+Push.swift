import Synchronization

extension Repository {
    /// Where commits stand while they are pushed: libgit2 1.5 pushes references only, no bare commit ids.
    static let outgoing = "refs/neap/outgoing/"
    private static let pushes = Atomic<Int>(0)

    /// Gives the commit a reference of its own for one push, and returns its name.
    func holdForPush(_ commit: CommitID) throws(GitError) -> String {
        let number = Self.pushes.add(1, ordering: .relaxed).newValue
        let name = "\(Self.outgoing)\(number)"
        try setReference(name, to: commit, expecting: nil)
        return name
    }

    /// Takes that reference away again.
    func releaseAfterPush(_ name: String, _ commit: CommitID) throws(GitError) {
        try removeReference(name, expecting: commit)
    }
}
