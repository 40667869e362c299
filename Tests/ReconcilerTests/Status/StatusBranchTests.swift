import Foundation
import GitStore
import Manifest
import Model
import Subprocess
import SystemPackage
import Testing

@testable import Reconciler

/// The branch in a real repository, through real child processes.
struct StatusBranchTests {
    private static let reference = "refs/heads/neap/status/production"

    private func write(
        _ place: StatusPlace, _ files: [String: String?], onto loaded: StatusBranch.Loaded
    ) async -> StatusBranch.Result {
        await place.branch.write(onto: loaded, time: 1_795_521_850) { _ in
            (
                files.mapValues { $0.map { Array($0.utf8) } },
                CommitMessage(
                    subject: "production: it happened", body: "[skip ci]",
                    trailers: [Trailer("Neap-Environment", "production"), Trailer("Neap-Result", "settled")])
            )
        }
    }

    @Test("the first commit begins a history of its own, ours by name and trailers")
    func orphan() async throws {
        let place = try await StatusPlace()
        let result = await write(place, ["README.md": "one"], onto: try place.branch.load(at: nil))
        guard case .written(let commit) = result else { return #expect(result == .nothing) }
        let git = try await place.git(
            "log", "--format=%P|%an|%ae|%cn|%at|%s|%(trailers:key=Neap-Result,valueonly,separator=)", Self.reference)
        #expect(git == "|Neap|neap@production|Neap|1795521850|production: it happened|settled")
        let loaded = try await place.loaded()
        #expect(loaded.tip == commit)
        #expect(!loaded.isForeign)
        #expect(loaded.memory.text("README.md") == "one")
    }

    @Test("what is there already is not written again")
    func unchanged() async throws {
        let place = try await StatusPlace()
        _ = await write(place, ["README.md": "one"], onto: try place.branch.load(at: nil))
        let loaded = try await place.loaded()
        #expect(await write(place, ["README.md": "one"], onto: loaded) == .nothing)
        #expect(await write(place, [:], onto: loaded) == .nothing)
        #expect(try await place.git("rev-list", "--count", Self.reference) == "1")
    }

    @Test("a tip that somebody else wrote is not written to, and our last commit below it is what is remembered")
    func foreign() async throws {
        let place = try await StatusPlace()
        _ = await write(place, ["status.yaml": "schema: neap/status/v1\n"], onto: try place.branch.load(at: nil))
        try await place.commitByHand("Neap-Environment: production")
        let loaded = try await place.loaded()
        #expect(loaded.isForeign)
        #expect(loaded.memory.files.keys.sorted() == ["status.yaml"])
        #expect(!loaded.isLost)
        let tip = try await place.git("rev-parse", Self.reference)
        let result = await write(place, ["README.md": "two"], onto: loaded)
        guard case .foreign(let text) = result else { return #expect(result == .nothing) }
        #expect(text.contains(Self.reference))
        #expect(try await place.git("rev-parse", Self.reference) == tip)
    }

    @Test("the files of 10,000 resources that are on the way are read back")
    func large() async throws {
        let place = try await StatusPlace()
        let rows = (0..<10_000).map {
            "    - {kind: Service, name: service\($0), sync: OutOfSync, health: Progressing, reason: RollingOut}\n"
        }
        let text =
            "schema: neap/status/v1\nsource:\n  observed: abc\nresources:\n  attention:\n" + rows.joined()
            + "quarantine: []\n"
        let plan = String(repeating: "a long line of a plan\n", count: 60_000)
        _ = await write(place, ["status.yaml": text, "plan.md": plan], onto: try place.branch.load(at: nil))
        let memory = try await place.loaded().memory
        #expect(memory.observed == "abc")
        #expect(memory.statusFile?["resources"]?["attention"]?.list?.count == 10_000)
    }

    @Test("memory that can not be read is not taken for none", arguments: ["schema: [", "schema: neap/status/v9\n"])
    func unreadable(text: String) async throws {
        let place = try await StatusPlace()
        _ = await write(place, ["status.yaml": text], onto: try place.branch.load(at: nil))
        let error = await #expect(throws: SourceError.self) { try await place.loaded() }
        #expect(error?.description.contains("status.yaml") == true)
    }

    @Test("another environment's branch is not ours")
    func otherEnvironment() async throws {
        let place = try await StatusPlace()
        _ = await write(place, ["README.md": "one"], onto: try place.branch.load(at: nil))
        let tip = try await place.loaded().tip
        let other = StatusBranch(Self.reference, of: "staging", in: place.clone, publisher: place.publisher)
        #expect(try other.load(at: tip).isForeign)
    }

    @Test("a tip that moved is read again, and the content is made anew on it")
    func moved() async throws {
        let place = try await StatusPlace()
        let second = try StatusPlace(sharing: place, clone: "other")
        _ = await write(place, ["a": "1"], onto: try place.branch.load(at: nil))
        let stale = try await place.loaded()
        _ = await write(second, ["b": "2"], onto: try await second.loaded())
        let result = await write(place, ["c": "3"], onto: stale)
        guard case .written = result else { return #expect(result == .nothing) }
        #expect(try await place.git("ls-tree", "--name-only", Self.reference) == "a\nb\nc")
        #expect(try await place.git("rev-list", "--count", Self.reference) == "3")
    }

    @Test("a tip that moved to somebody else's commit stops writing")
    func movedToForeign() async throws {
        let place = try await StatusPlace()
        _ = await write(place, ["a": "1"], onto: try place.branch.load(at: nil))
        let stale = try await place.loaded()
        try await place.commitByHand("")
        let result = await write(place, ["c": "3"], onto: stale)
        guard case .foreign = result else { return #expect(result == .nothing) }
    }

    private func write(
        _ place: StatusPlace, _ text: String, epoch: Int, onto loaded: StatusBranch.Loaded
    ) async -> StatusBranch.Result {
        await place.branch.write(onto: loaded, time: 1_795_521_850, epoch: epoch) { _ in
            (
                ["README.md": Array(text.utf8)],
                CommitMessage(
                    subject: "production: it happened",
                    trailers: [Trailer("Neap-Environment", "production"), Trailer("Neap-Epoch", "0")])
            )
        }
    }

    @Test("a later epoch at the tip stops an older writer, and the branch's epoch never goes down")
    func epochs() async throws {
        let place = try await StatusPlace()
        let empty = try place.branch.load(at: nil)
        _ = await write(place, "one", epoch: 3, onto: empty)
        #expect(try await place.loaded().epoch == 3)
        #expect(
            await write(place, "two", epoch: 2, onto: empty)
                == .failed("\(Self.reference) was written in epoch 3, ours is 2"))
        #expect(try await place.git("rev-list", "--count", Self.reference) == "1")
        guard case .written = await write(place, "two", epoch: 0, onto: try await place.loaded()) else {
            Issue.record("a writer without leases is not stopped")
            return
        }
        #expect(try await place.loaded().epoch == 3)
        _ = await write(place, "three", epoch: 4, onto: try await place.loaded())
        #expect(try await place.loaded().epoch == 4)
    }

    @Test("a repository that can not be reached is a failure that is said")
    func unreachable() async throws {
        let place = try await StatusPlace()
        try FileManager.default.removeItem(atPath: place.root + "/remote.git")
        let result = await write(place, ["a": "1"], onto: try place.branch.load(at: nil))
        guard case .failed(let text) = result else { return #expect(result == .nothing) }
        #expect(!text.isEmpty)
    }

    @Test("a whole environment's status is written, read back, and still when nothing is new")
    func wholeTree() async throws {
        let place = try await StatusPlace()
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = StatusMemory()
        let input = try stack.input(turn)
        let content = (StatusTree(input).changes, StatusMessage(input).message)
        let result = await place.branch.write(onto: try place.branch.load(at: nil), time: stack.now) { _ in content }
        guard case .written = result else { return #expect(result == .nothing) }
        let loaded = try await place.loaded()
        #expect(loaded.memory.files == stack.memory.writing(content.0).files)
        stack.memory = loaded.memory
        let again = try stack.input(try stack.turn())
        #expect(
            await place.branch.write(onto: loaded, time: stack.now + 60) { memory in
                (StatusTree(again).changes, StatusMessage(again).message)
            } == .nothing)
    }
}

/// A bare repository and a clone of it in a temporary folder, which goes with the last reference.
final class StatusPlace: Sendable {
    let root: String
    let remote: Remote
    let clone: Repository
    private let isOwner: Bool

    init() async throws {
        root = NSTemporaryDirectory() + "neap-status-" + UUID().uuidString
        isOwner = true
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        remote = Remote(url: try RemoteURL(root + "/remote.git", policy: URLPolicy(allowsLocalPaths: true)))
        clone = try Repository(cache: root + "/cache")
        _ = try await Self.run(["init", "-q", "--bare", root + "/remote.git"], in: root)
    }

    init(sharing other: StatusPlace, clone name: String) throws {
        (root, remote, isOwner) = (other.root, other.remote, false)
        clone = try Repository(cache: root + "/" + name)
    }

    deinit {
        guard isOwner else { return }
        do { try FileManager.default.removeItem(atPath: root) } catch { print("left behind: \(root)") }
    }

    var branch: StatusBranch {
        StatusBranch("neap/status/production", of: "production", in: clone, publisher: publisher)
    }

    var publisher: RemotePublisher {
        RemotePublisher(repository: clone, access: RemoteAccess(remote), transport: .forTests)
    }

    /// What the branch says, fetched now.
    func loaded() async throws -> StatusBranch.Loaded {
        try branch.load(at: try await publisher.tip(of: branch.reference))
    }

    /// Git in the bare repository.
    func git(_ arguments: String...) async throws -> String { try await Self.run(arguments, in: root + "/remote.git") }

    /// A commit on the branch that somebody made with the command line.
    func commitByHand(_ trailer: String) async throws {
        let tip = branch.reference
        let made = try await git(
            "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit-tree", "-p", tip, "-m",
            "By hand\n\n\(trailer)", "\(tip)^{tree}")
        _ = try await git("update-ref", tip, made)
    }

    private static func run(_ arguments: [String], in folder: String) async throws -> String {
        let result = try await Subprocess.run(
            .name("git"), arguments: Arguments(arguments),
            environment: .inherit.updating(["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]),
            workingDirectory: FilePath(folder), output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        try #require(result.terminationStatus.isSuccess, "git \(arguments): \(result.standardError)")
        var text = result.standardOutput
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}

extension GitTransport {
    /// A transport whose child is the `neap` that was built beside the tests.
    static var forTests: GitTransport {
        let products = Bundle.module.bundleURL.deletingLastPathComponent()
        return GitTransport(
            configuration: TransportConfiguration(executable: products.appendingPathComponent("neap").path))
    }
}
