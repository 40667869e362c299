import GitStore
import Manifest

@testable import Reconciler

/// A repository's commits in memory, by name; the newest is not read.
struct History: SourceAccess {
    var commits: [String: [String: String]]

    func read() throws -> SourceSnapshot { throw SourceError.noCommit("memory") }
    func tip() -> String? { nil }
    func files(at commit: String) -> (any ManifestSource & Sendable)? { commits[commit].map(MemoryFiles.init) }
    func status(_ branch: String, of environment: String) -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        (nil, StatusBranch.Loaded(memory: StatusMemory(), tip: nil, isForeign: false))
    }
    func follows(_ tip: String, _ accepted: String) -> Bool { true }
}
