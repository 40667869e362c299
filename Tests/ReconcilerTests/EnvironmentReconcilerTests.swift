import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

/// What happens before the first turn.
struct EnvironmentReconcilerTests {
    private static let files = [
        "neap.yaml": """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: test}
        spec:
          paths: ["."]
          drift: correct
          correctAfter: 5m

        """,
        "disks.yaml": """
        apiVersion: neap/v1
        kind: Disk
        metadata: {name: a}
        spec: {size: 1}
        """,
    ]
    private let aws = MemoryAWS()

    private func reconciler(
        _ source: MemorySource, _ change: (inout EnvironmentReconciler.Options) -> Void = { _ in },
        connect: @escaping @Sendable () throws -> Void = {}
    ) -> EnvironmentReconciler {
        var options = EnvironmentReconciler.Options(version: "0.1.0") { 1_000 }
        change(&options)
        return EnvironmentReconciler(source, options: options, kinds: fakeKinds) { [aws] _, _ in
            try connect()
            return .init(aws: aws, accountID: "123456789012", region: "eu-west-1")
        }
    }

    private func source(accepted: String? = nil) -> MemorySource {
        var source = MemorySource(files: Self.files)
        source.memory.observed = accepted
        return source
    }

    @Test("a commit is read, checked and linked, and nothing is written")
    func prepare() async throws {
        let prepared = try await reconciler(source()).prepare()
        #expect(prepared.target.environment.name == "test")
        #expect(prepared.target.desired.resources.keys.sorted() == [ResourceID("Disk", "a")])
        #expect(prepared.target.ownership == Ownership(environment: "test", owner: "github.com/acme/infra"))
        #expect(prepared.target.specHashes[ResourceID("Disk", "a")]?.hasPrefix("sha256:") == true)
        #expect(await aws.calls == 0)
    }

    @Test("an owner that is nothing but a path is told of, unless the environment states one")
    func pathOwner() async throws {
        var source = source()
        #expect(try await reconciler(source).prepare().target.ownerNote == nil)
        source.commit.repository = "/home/ann/infra"
        let note = try await reconciler(source).prepare().target.ownerNote
        #expect(note?.contains("belongs to the path /home/ann/infra") == true)
        #expect(note?.contains("neap.yaml states no spec.owner") == true)
        source.files["neap.yaml"] = """
            apiVersion: neap/v1
            kind: Environment
            metadata: {name: test}
            spec: {paths: ["."], owner: github.com/acme/infra}
            """
        #expect(try await reconciler(source).prepare().target.ownerNote == nil)
    }

    @Test("what was prepared is applied by its pass")
    func pass() async throws {
        let reconciler = reconciler(source())
        let prepared = try await reconciler.prepare()
        let turn = await reconciler.pass(prepared, cache: ObservationCache()).run(.everything)
        #expect(await aws.written == ["Create Disk/a"])
        #expect(await reconciler.record(turn, planned: turn.plan, of: prepared) == .nothing)
    }

    @Test("rewritten history is refused until its tip is accepted")
    func rewritten() async throws {
        let tip = SourceCommit.test.id
        let accepted = String(repeating: "1", count: 40)
        let error = await #expect(throws: SourceError.self) {
            _ = try await reconciler(source(accepted: accepted)).prepare()
        }
        #expect(error == .rewritten(reference: "refs/heads/main", accepted: accepted, tip: tip))
        #expect(error?.description.contains("--accept-rewrite \(tip)") == true)
        let wrong = String(repeating: "2", count: 40)
        await #expect(throws: SourceError.self) {
            _ = try await reconciler(source(accepted: accepted)) { $0.acceptedRewrite = wrong }.prepare()
        }
        let prepared = try await reconciler(source(accepted: accepted)) { $0.acceptedRewrite = tip }.prepare()
        #expect(prepared.target.source.id == tip)
        #expect(await aws.calls == 0)
    }

    @Test("while commits have to be signed, none of them chooses where it is remembered what was checked")
    func chosenStatus() async throws {
        var source = source()
        source.files["neap.yaml"]? += "  status: {branch: neap/status/fresh}\n"
        let key = SigningKey()
        let policy = try key.policy(.firstParents)
        let error = await #expect(throws: SourceError.self) {
            _ = try await reconciler(source) { $0.verification = policy }.prepare()
        }
        let usual = "refs/heads/neap/status/test"
        #expect(error == .statusIsChosen("refs/heads/neap/status/fresh", usual: usual))
        #expect(try await reconciler(source).prepare().target.environment.statusBranch != usual)
    }

    @Test("a tip before the accepted one is told as behind, with the commit to push again")
    func behind() async throws {
        let tip = SourceCommit.test.id
        let accepted = String(repeating: "1", count: 40)
        var source = source(accepted: accepted)
        source.followers = [accepted]
        let setBack = reconciler(source)
        let error = await #expect(throws: SourceError.self) { _ = try await setBack.prepare() }
        #expect(error == .behind(reference: "refs/heads/main", accepted: accepted, tip: tip))
        #expect(error?.description.contains("git push origin \(accepted):refs/heads/main") == true)
        #expect(error?.description.contains("--accept-rewrite \(tip)") == true)
    }

    @Test("who only looks is not stopped by rewritten history, and is told of it")
    func looking() async throws {
        let accepted = String(repeating: "1", count: 40)
        let looking = reconciler(source(accepted: accepted)) { $0.looksOnly = true }
        let setAside = try await looking.prepare().setAside
        #expect(
            setAside == .rewritten(reference: "refs/heads/main", accepted: accepted, tip: SourceCommit.test.id))
        let fine = reconciler(source(accepted: SourceCommit.test.id)) { $0.looksOnly = true }
        #expect(try await fine.prepare().setAside == nil)
    }

    @Test("a tip that follows the accepted one, or is it, goes on")
    func forward() async throws {
        var next = source(accepted: String(repeating: "1", count: 40))
        next.followers = [SourceCommit.test.id]
        _ = try await reconciler(next).prepare()
        _ = try await reconciler(source(accepted: SourceCommit.test.id)).prepare()
    }

    @Test("a work tree with changes is refused where a clean one is demanded, and told of elsewhere")
    func dirty() async throws {
        var source = source()
        source.uncommitted = ["disks.yaml"]
        let strict = reconciler(source) { $0.demandsCleanTree = true }
        let error = await #expect(throws: SourceError.self) { _ = try await strict.prepare() }
        #expect(error == .uncommitted(["disks.yaml"]))
        let prepared = try await reconciler(source).prepare()
        #expect(prepared.uncommitted == ["disks.yaml"])
    }

    @Test("the wrong account stops before anything is asked or written")
    func wrongAccount() async throws {
        struct WrongAccount: Error {}
        await #expect(throws: WrongAccount.self) {
            _ = try await reconciler(source(), connect: { throw WrongAccount() }).prepare()
        }
        #expect(await aws.calls == 0)
    }

    @Test("a status branch that is somebody else's is said and not remembered")
    func foreign() async throws {
        var source = source()
        source.isForeign = true
        let prepared = try await reconciler(source).prepare()
        #expect(prepared.statusIsForeign)
        #expect(prepared.target.memory.records.isEmpty)
    }

    @Test("a person's apply corrects drift at once, a controller by the policy")
    func drift() async throws {
        guard case .correct = try await reconciler(source(), { $0.correctsDrift = true }).prepare().target.drift else {
            return #expect(Bool(false), "drift is not corrected")
        }
        guard case .byPolicy(let now, let after) = try await reconciler(source()).prepare().target.drift else {
            return #expect(Bool(false), "drift is corrected")
        }
        #expect((now, after) == (1_000, 300))
    }
}
