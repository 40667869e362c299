import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

@Suite("What Neap made and may have to take away")
struct InventoryTests {
    private static let neap = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: test}
        spec: {paths: ["."], prune: {enabled: true, maxDeletions: 3}, confirmDelete: ["Disk/a@1"]}
        """

    private static func disk(_ name: String, _ size: Int, _ policy: String = "") -> String {
        "apiVersion: neap/v1\nkind: Disk\nmetadata: {name: \(name)}\nspec: {size: \(size)}\n\(policy)\n"
    }

    private static func files(_ disks: String...) -> [String: String] {
        disks.enumerated().reduce(into: ["neap.yaml": neap]) { $0["\($1.offset).yaml"] = $1.element }
    }

    private let a = ResourceID("Disk", "a")
    private let b = ResourceID("Disk", "b")
    private let commits = [
        "one": files(disk("a", 1), disk("b", 1)), "two": files(disk("a", 2), disk("b", 1)),
        "stays": files(disk("a", 2), disk("b", 1, "policy: {deletionPolicy: retain}")), "left": files(disk("a", 2)),
    ]

    /// A branch that says which commit was applied of which disk.
    private func memory(_ applied: [ResourceID: String], observed: String? = nil) -> StatusMemory {
        var memory = StatusMemory()
        memory.observed = observed
        memory.resourceFiles = applied.mapValues { ["appliedCommit": .string($0)] }
        return memory
    }

    private func inventory(_ memory: StatusMemory, now: Int = 10_000) -> Inventory {
        let manifests = AppliedManifests(History(commits: commits), kinds: fakeKinds, environment: nil)
        return Inventory(memory: memory, manifests: manifests, now: now)
    }

    private func desired(_ commit: String, breaking file: String? = nil) throws -> Desired {
        var files = commits[commit] ?? [:]
        if let file { files["broken.yaml"] = file }
        return try ManifestReader(kinds: fakeKinds.map { $0.manifest }).read(MemoryFiles(files: files))
    }

    @Test("what no manifest has any more, as the commit has it that was applied last")
    func left() throws {
        let departed = try inventory(memory([a: "one", b: "one"])).departed(from: desired("left"))
        #expect(departed.resources.keys.sorted() == [b])
        #expect(departed.resources[b]?.spec["size"] == 1)
        #expect(departed.cap == .count(3) && departed.confirmed == ["Disk/a@1"] && departed.file == "neap.yaml")
        #expect(departed.heldBecause == nil && !departed.isDestroyed)
    }

    @Test("what was never applied, and whose commit or manifest is gone, is not there to be deleted")
    func unknown() throws {
        var memory = memory([a: "nowhere", b: "left"])
        memory.resourceFiles[ResourceID("Disk", "c")] = ["kind": "Disk"]
        let none = Desired(environment: Environment(name: "test"))
        #expect(try inventory(memory).departed(from: none).resources.isEmpty)
        #expect(try inventory(StatusMemory()).departed(from: none).resources.isEmpty)
    }

    @Test("a policy that changed with nothing to apply holds: the newest commit that was seen to have it says so")
    func policy() throws {
        let seen = memory([b: "two"], observed: "stays")
        let departed = try inventory(seen).departed(from: desired("left"))
        #expect(departed.resources[b]?.policy.deletionPolicy == .retain)
        var later = memory([b: "two"], observed: "left")
        later.resourceFiles[b]?["lastWanted"] = "stays"
        #expect(try inventory(later).departed(from: desired("left")).resources[b]?.policy.deletionPolicy == .retain)
    }

    @Test("what is written but broken has not left, and while anything is broken nothing goes")
    func broken() throws {
        let text = "apiVersion: neap/v1\nkind: Disk\nmetadata: {name: b}\nspec: {sise: 1}\n"
        let departed = try inventory(memory([a: "one", b: "one"])).departed(from: desired("left", breaking: text))
        #expect(departed.resources.isEmpty)
        #expect(departed.heldBecause?.contains("broken.yaml:4") == true)
    }

    @Test("what was applied from a commit that this history does not hold has not left it")
    func elsewhere() throws {
        var behind = inventory(memory([b: "two"], observed: "stays"))
        behind.isPart = { $0 == "left" }
        #expect(try behind.departed(from: desired("left")).elsewhere == [b: "two"])
        behind.isPart = { $0 == "stays" }
        #expect(try behind.departed(from: desired("left")).elsewhere == [:])
    }

    @Test("of what was deleted before, the last hour counts")
    func recent() throws {
        var memory = memory([b: "one"])
        memory.deletions = [RecentDeletion(a, at: 6_400), RecentDeletion(ResourceID("Disk", "c"), at: 6_401)]
        #expect(try inventory(memory).departed(from: desired("left")).recent == [ResourceID("Disk", "c")])
    }

    @Test("who destroys takes what was applied and what is wanted, with the policies of now")
    func everything() throws {
        let all = try inventory(memory([a: "one"], observed: "one")).everything(of: desired("stays"))
        #expect(all.resources.keys.sorted() == [a, b])
        #expect(all.resources[a]?.spec["size"] == 1, "as it was applied")
        #expect(all.resources[b]?.policy.deletionPolicy == .retain)
        let again = try inventory(memory([b: "two"], observed: "two")).everything(of: desired("stays"))
        #expect(again.resources[b]?.policy.deletionPolicy == .retain)
        #expect(all.isDestroyed && all.heldBecause == nil)
    }
}
