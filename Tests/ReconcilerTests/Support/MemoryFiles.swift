import GitStore
import Manifest

@testable import Reconciler

/// A repository's files in memory.
struct MemoryFiles: ManifestSource, Sendable {
    var files: [String: String]

    func entries() -> [SourceEntry] { files.map { SourceEntry(path: $0.key, size: $0.value.utf8.count) } }
    func read(_ path: String) -> [UInt8] { Array((files[path] ?? "").utf8) }
}

/// A source without Git: a commit, its files and a status branch's memory.
struct MemorySource: SourceAccess {
    var commit = SourceCommit.test
    var files: [String: String]
    var uncommitted: [String] = []
    var memory = StatusMemory()
    var isForeign = false
    var followers: Set<String> = []

    func read() -> SourceSnapshot {
        SourceSnapshot(commit: commit, files: MemoryFiles(files: files), uncommitted: uncommitted)
    }
    func tip() -> String? { commit.id }
    func status(_ branch: String, of environment: String) -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        (nil, StatusBranch.Loaded(memory: memory, tip: nil, isForeign: isForeign))
    }
    func follows(_ tip: String, _ accepted: String) -> Bool { followers.contains(tip) }
}
