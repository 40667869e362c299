import GitStore
import Kinds
import Manifest
import Model
import Testing

@testable import Reconciler

@Suite("What Git said last of what has left")
struct UnseenWordsTests {
    private static let disk = ResourceID("Disk", "b")
    private static let stays = "policy: {deletionPolicy: retain}"
    private static let goes = "policy: {deletionPolicy: delete}"

    /// Commits with their parents; of each its policy of the disk, nil where it has no such disk.
    private struct Graph: CommitHistory {
        var parents: [String: [String]]
        var policies: [String: String?]
        /// Newest first.
        var order: [String]
        var limit = 1_000

        func candidates(
            after base: String?, upTo tip: String, along path: CommitPath, limit: Int
        ) throws -> [CandidateCommit] {
            let hidden = base.map(ancestors) ?? []
            let new = order.filter { ancestors(tip).contains($0) && !hidden.contains($0) }
            if new.count > self.limit { throw GitError.tooLarge(what: "commits", limit: self.limit, actual: new.count) }
            return new.map { CandidateCommit(id: $0, author: "Ada", subject: $0) }
        }
        func signature(of id: String) -> GitSignature? { nil }

        func ancestors(_ commit: String) -> Set<String> {
            (parents[commit] ?? []).reduce([commit]) { $0.union(ancestors($1)) }
        }
    }

    private static func files(_ policy: String?) -> [String: String] {
        var files = [
            "neap.yaml": "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: test}\nspec: {paths: [\".\"]}\n"
        ]
        if let policy {
            files["b.yaml"] = "apiVersion: neap/v1\nkind: Disk\nmetadata: {name: b}\nspec: {size: 1}\n\(policy)\n"
        }
        return files
    }

    /// What spoke last for `tip`, when `seen` was the last commit that Neap looked at.
    private func last(_ graph: Graph, seen: String, marks: [String: Value] = [:], tip: String = "tip") throws -> String?
    {
        var memory = StatusMemory()
        memory.observed = seen
        memory.resourceFiles = [Self.disk: .object(["appliedCommit": "seen"].merging(marks) { $1 })]
        let source = History(commits: graph.policies.mapValues(Self.files))
        let words = UnseenWords(
            history: graph, manifests: AppliedManifests(source, kinds: fakeKinds, environment: nil), memory: memory
        ) { graph.ancestors($1).contains($0) }
        let desired = try ManifestReader(kinds: fakeKinds.map { $0.manifest }).read(
            MemoryFiles(files: Self.files(graph.policies[tip] ?? nil)))
        return try words.commits(at: tip, leaving: desired)[Self.disk]
    }

    private let line = Graph(
        parents: ["tip": ["said"], "said": ["seen"]], policies: ["tip": nil, "said": Self.stays, "seen": ""],
        order: ["tip", "said", "seen"])

    @Test("a policy that was pushed together with the removal speaks, whatever it says")
    func together() throws {
        #expect(try last(line, seen: "seen") == "said")
        var line = line
        line.policies["said"] = Self.goes
        #expect(try last(line, seen: "seen") == "said")
    }

    @Test("of several that were pushed the newest speaks")
    func newest() throws {
        let line = Graph(
            parents: ["tip": ["gone"], "gone": ["second"], "second": ["first"], "first": ["seen"]],
            policies: ["tip": nil, "gone": nil, "second": Self.goes, "first": Self.stays, "seen": ""],
            order: ["tip", "gone", "second", "first", "seen"])
        #expect(try last(line, seen: "seen") == "second")
    }

    @Test(
        "of lines that were merged one that says retain is enough; else the one that goes on from what was seen speaks")
    func merged() throws {
        var graph = Graph(
            parents: [
                "tip": ["main", "gone"], "gone": ["branch"], "branch": ["old"], "main": ["seen"], "seen": ["old"],
            ],
            policies: ["tip": nil, "gone": nil, "branch": Self.stays, "main": "", "seen": "", "old": ""],
            order: ["tip", "main", "gone", "branch", "seen", "old"])
        #expect(try last(graph, seen: "seen") == "branch")
        graph.policies["branch"] = ""
        #expect(try last(graph, seen: "seen") == "main")
        graph.policies["branch"] = Self.goes
        graph.policies["main"] = String?.none
        #expect(try last(graph, seen: "seen") == nil, "a line beside what was seen can only keep")
    }

    @Test("nothing newer speaks of what is there, was seen gone before, or of which nothing more was said")
    func nothing() throws {
        var graph = line
        #expect(try last(graph, seen: "seen", marks: ["orphaned": "tip"]) == nil)
        #expect(try last(graph, seen: "seen", tip: "said") == nil)
        #expect(try last(graph, seen: "tip") == nil)
        graph.policies["said"] = String?.none
        #expect(try last(graph, seen: "seen") == nil)
    }

    @Test("what could not be read for a while goes on from the commit that had it last")
    func unreadable() throws {
        #expect(try last(line, seen: "tip", marks: ["lastWanted": "seen"]) == "said")
    }

    @Test("of more commits at once than may be read, what was seen last holds")
    func many() throws {
        var graph = line
        graph.limit = 1
        #expect(try last(graph, seen: "seen") == nil)
    }
}
