import AWSClient
import GitStore
import Kinds
import Manifest
import Model
import Planning
import Synchronization

@testable import Reconciler

/// Neap as it runs: commits in, turns against AWS, status files out, all of it in memory.
struct Neap: Sendable {
    let aws: EmbeddedAWS
    let client: AWSClient
    private let source: MemorySource
    private let reconciler: EnvironmentReconciler
    /// The repository's files.
    var files: [String: String]
    /// What the status branch holds.
    var memory = StatusMemory()
    /// What a controller keeps from round to round; nil for one that is started anew for each.
    var cache: ObservationCache?
    /// What the last round set out to do, over everything.
    private(set) var planned: Plan?
    /// The commits so far; names them.
    private(set) var commits = 1

    init(_ aws: EmbeddedAWS, files: [String: String]) throws {
        self.aws = aws
        self.files = files
        let (client, time, source) = (try aws.client(), aws.time, MemorySource())
        self.client = client
        self.source = source
        let options = EnvironmentReconciler.Options(version: "0.1.0") { Int(time.now) }
        reconciler = EnvironmentReconciler(source, options: options) { _, commit in
            let known = client.scopingTokens("\(commit.id) \(Int(time.now) / 3_600)")
            return .init(aws: known, accountID: EmbeddedAWS.account, region: EmbeddedAWS.region)
        }
    }

    /// A commit that writes these files.
    mutating func commit(_ changes: [String: String]) {
        files.merge(changes) { $1 }
        commits += 1
    }

    /// From here on what AWS said is kept between rounds, as long as a controller keeps it.
    mutating func keepAnswers() {
        let (time, start) = (aws.time, ContinuousClock.now)
        let began = time.now
        cache = ObservationCache { start + .seconds(time.now - began) }
    }

    /// How many writes there were.
    var writeCount: Int { client.log.counts.writes }
    /// The last of them, `ecs UpdateService`.
    var writes: [String] { client.log.writes.map { "\($0.service) \($0.operation)" } }

    /// The newest commit, where Git would show it.
    private func publish() {
        let digits = String(commits, radix: 16)
        let id = String(repeating: "0", count: 40 - digits.count) + digits
        let commit = SourceCommit(
            id: id, subject: "change \(commits)", author: "Ada", time: Int(aws.time.now),
            reference: "refs/heads/main", repository: "github.com/example/infra", hasCommitPages: true)
        source.publish(SourceSnapshot(commit: commit, files: MemoryFiles(files: files)), memory)
    }

    /// What manifests say, checked; every error of theirs is in its diagnostics.
    func prepared() async throws -> EnvironmentReconciler.Prepared {
        publish()
        return try await reconciler.prepare()
    }

    /// What `neap plan` shows.
    func plan() async throws -> Turn {
        let prepared = try await prepared()
        return await reconciler.pass(prepared, cache: cache ?? ObservationCache(), foresight: .none).plan(.everything)
    }

    /// One round of the controller: turns until nothing is left to write now, then the status files.
    mutating func round() async throws -> Turn {
        let prepared = try await prepared()
        let pass = reconciler.pass(prepared, cache: cache ?? ObservationCache(), foresight: .none)
        let (turn, planned) = try await ReconcileLoop(pass, clock: LoopClock(time: aws.time)).runUntilWritten()
        self.planned = planned
        let input = StatusInput(
            target: prepared.target, states: turn.states.filter { !$0.value.plan.isDeparture },
            outputs: turn.observations.outputs.merging(turn.execution.outputs) { $1 }, now: Int(aws.time.now),
            version: "0.1.0",
            planMarkdown: planned.hasChanges || planned.isRefused
                ? PlanMarkdown(planned, reconciler.header(prepared)).text : nil,
            quarantine: turn.quarantine, departures: turn.states.filter { $0.value.plan.isDeparture })
        var written = memory.files
        for (path, bytes) in StatusTree(input).changes { written[path] = bytes }
        memory = StatusMemory(files: written) { bytes, path in
            DecodedFile.decode(bytes, file: path).documents.first?.value
        }
        return turn
    }

    /// Rounds, with more and more time between them, until one finds nothing to write and everything well; the last one.
    mutating func settle(rounds: Int = 14) async throws -> Turn {
        var pause = 60.0
        var before = writeCount
        var turn = try await round()
        for _ in 0..<rounds where !turn.isSettled || writeCount != before {
            await aws.advance(pause)
            pause = min(pause * 1.6, 1_200)
            before = writeCount
            turn = try await round()
        }
        return turn
    }
}

/// A source without Git.
final class MemorySource: SourceAccess {
    private let state = Mutex<(snapshot: SourceSnapshot?, memory: StatusMemory)>((nil, StatusMemory()))

    func publish(_ snapshot: SourceSnapshot, _ memory: StatusMemory) { state.withLock { $0 = (snapshot, memory) } }

    func read() throws -> SourceSnapshot {
        guard let snapshot = state.withLock({ $0.snapshot }) else { throw SourceError.noCommit("memory") }
        return snapshot
    }
    func tip() -> String? { state.withLock { $0.snapshot?.commit.id } }
    func status(_ branch: String, of environment: String) -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        let memory = state.withLock { $0.memory }
        return (nil, StatusBranch.Loaded(memory: memory, tip: nil, isForeign: false))
    }
    func follows(_ tip: String, _ accepted: String) -> Bool { true }
}

/// A repository's files in memory, each content under an id of its own as in Git.
struct MemoryFiles: ManifestSource, Sendable {
    var files: [String: String]

    func entries() -> [SourceEntry] {
        files.map { SourceEntry(path: $0.key, size: $0.value.utf8.count, blob: $0.value) }
    }
    func read(_ path: String) -> [UInt8] { Array((files[path] ?? "").utf8) }
}
