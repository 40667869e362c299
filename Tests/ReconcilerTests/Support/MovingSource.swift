import GitStore
import Manifest

@testable import Reconciler

/// A repository to which commits are pushed while somebody watches it.
actor MovingSource: SourceAccess {
    private var commit = SourceCommit.test
    private var files: [String: String]
    /// True while Git does not answer.
    var isSilent = false
    /// How often the tip was asked for, and how often all of it.
    private(set) var asked = 0
    private(set) var reads = 0

    init(_ files: [String: String]) { self.files = files }

    struct Silence: Error {}

    /// A newer commit, named by a digit; `files` replaces what it names.
    func push(_ digit: String, _ files: [String: String] = [:]) {
        commit.id = String(repeating: digit, count: 40)
        self.files.merge(files) { $1 }
    }

    func fallSilent(_ isSilent: Bool = true) { self.isSilent = isSilent }

    func read() throws -> SourceSnapshot {
        reads += 1
        if isSilent { throw Silence() }
        return SourceSnapshot(commit: commit, files: MemoryFiles(files: files))
    }

    func tip() throws -> String? {
        asked += 1
        if isSilent { throw Silence() }
        return commit.id
    }

    func status(_ branch: String, of environment: String) -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        (nil, StatusBranch.Loaded(memory: StatusMemory(), tip: nil, isForeign: false))
    }

    nonisolated func follows(_ tip: String, _ accepted: String) -> Bool { true }
}
