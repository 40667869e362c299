import GitStore
import Kinds
import Manifest
import Model
import Planning
import Synchronization
import Testing

@testable import Reconciler

/// The loop, when a commit makes the environment's own file unreadable.
@Suite("The loop of an environment whose file breaks")
struct EnvironmentWatchBrokenTests {
    /// Commits by number, of which each stays readable.
    private final class Commits: SourceAccess {
        private let state: Mutex<[[String: String]]>

        init(_ files: [String: String]) { state = Mutex([files]) }

        func push(_ files: [String: String]) { state.withLock { $0.append(($0.last ?? [:]).merging(files) { $1 }) } }

        private static func id(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: 40 - digits.count) + digits
        }

        func read() -> SourceSnapshot {
            let all = state.withLock { $0 }
            var commit = SourceCommit.test
            commit.id = Self.id(all.count)
            return SourceSnapshot(commit: commit, files: MemoryFiles(files: all.last ?? [:]))
        }

        func tip() -> String? { Self.id(state.withLock { $0.count }) }

        func files(at commit: String) -> (any ManifestSource & Sendable)? {
            let all = state.withLock { $0 }
            return Int(commit).map { MemoryFiles(files: all[$0 - 1]) }
        }

        func status(_ branch: String, of environment: String) -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
            (nil, StatusBranch.Loaded(memory: StatusMemory(), tip: nil, isForeign: false))
        }

        func follows(_ tip: String, _ accepted: String) -> Bool { true }
    }

    /// Keeps how rounds ended.
    private final class Rounds: Progress {
        private let state = Mutex<[String]>([])
        var all: [String] { state.withLock { $0 } }
        func step(_ step: Step, _ outcome: Outcome) async {}
        func note(_ subject: String, _ text: String) async {}
        func round(_ news: RoundNews) async {
            let word =
                switch news.outcome {
                case .idle: "idle"
                case .passed: news.isSettled ? "settled" : "passed"
                case .failed(let error): "\(error)"
                }
            state.withLock { $0.append(word) }
        }
    }

    private static let environment = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: test}
        spec: {paths: ["."], interval: 10s, driftInterval: 10s, drift: correct, correctAfter: 0s}
        """
    private static let disk = "apiVersion: neap/v1\nkind: Disk\nmetadata: {name: a}\nspec: {size: 1}\n"
    private let aws = MemoryAWS()
    private let rounds = Rounds()

    /// Runs until 200 seconds; each of `story` happens once, at its second.
    private func run(
        _ source: Commits, _ story: [(at: Int, what: @Sendable () async -> Void)]
    ) async throws {
        let done = Mutex(0)
        let isOver = Mutex(false)
        let clock = JumpingClock(at: { time in
            let next = done.withLock { $0 }
            if next < story.count, time >= .seconds(story[next].at) {
                done.withLock { $0 = next + 1 }
                await story[next].what()
            }
            if time > .seconds(200) { isOver.withLock { $0 = true } }
        })
        var options = EnvironmentReconciler.Options(version: "0.1.0") { 1_000 }
        options.environment = "test"
        let reconciler = EnvironmentReconciler(source, options: options, kinds: fakeKinds) { [aws] _, _ in
            .init(aws: aws, accountID: "123456789012", region: "eu-west-1")
        }
        let watch = EnvironmentWatch(reconciler, gate: .open, progress: rounds, clock: clock, jitter: { 1 })
        try await watch.run(until: { isOver.withLock { $0 } }, isFinal: { _ in true })
    }

    @Test("the last good commit goes on to be enforced, the file's error is told, and the next good commit is taken")
    func typo() async throws {
        let source = Commits(["neap.test.yaml": Self.environment, "a.yaml": Self.disk])
        try await run(
            source,
            [
                (
                    30,
                    {
                        source.push([
                            "neap.test.yaml": "a: [\n", "b.yaml": Self.disk.replacing("name: a", with: "name: b"),
                        ])
                    }
                ),
                (
                    60,
                    { [aws] in
                        await aws.put("Disk/a", ["arn": "arn:test:Disk/a", "size": 7, "revision": 2, "state": "READY"])
                    }
                ), (120, { source.push(["neap.test.yaml": Self.environment]) }),
            ])
        #expect(await aws.written == ["Create Disk/a", "Update Disk/a", "Create Disk/b"])
        #expect(rounds.all.contains { $0.hasPrefix("neap.test.yaml:2:1: ") })
        #expect(rounds.all.last == "settled" || rounds.all.last == "idle")
    }

    @Test("an environment that was renamed is told of as missing, and nothing of it is taken away or written")
    func renamed() async throws {
        let source = Commits(["neap.test.yaml": Self.environment, "a.yaml": Self.disk])
        try await run(
            source,
            [(30, { source.push(["neap.test.yaml": Self.environment.replacing("name: test", with: "name: best")]) })])
        #expect(await aws.written == ["Create Disk/a"])
        #expect(rounds.all.last == "no environment is named test; there are: best")
    }

    @Test("what is final ends the loop before the first round that goes well, and not after it")
    func final() async throws {
        await #expect(throws: ReadError.self) { try await run(Commits(["neap.yaml": "a: [\n"]), []) }
        #expect(rounds.all.isEmpty)
    }
}
