import Manifest
import Model
import Testing

@testable import Importing

/// Nothing of a Compose file goes missing in silence.
struct ComposeAccountTests {
    @Test("the sample has every member that the specification gives a service")
    func complete() throws {
        let top = try ComposeSample.project(ComposeSample.everything).top
        let service = try #require(top["services"]?["api"])
        #expect(ComposeSample.members.filter { service[$0] == nil } == [])
    }

    @Test(
        "every value is carried over, left behind by a line of its own, or has no meaning", arguments: [false, true])
    func accounted(_ usesFargate: Bool) throws {
        let project = try ComposeSample.project(ComposeSample.everything) { $0.usesFargate = usesFargate }
        #expect(Accounting.forgotten(project.top, project.ledger) == [])
    }

    @Test("no member of the specification is called unknown")
    func known() throws {
        let left = try ComposeSample.project(ComposeSample.everything).ledger.left
        #expect(left.filter { $0.remedy.hasPrefix("is not known") }.map(\.member) == [])
    }

    /// Values that are read, and change nothing by design.
    private static let silent = [
        // A label of what nothing on ECS carries; the older spelling of what `deploy` says already.
        "scale", "mem_limit", "mem_reservation", "cpus", "cpu_shares", "condition", "disable", "host_ip", "platform",
    ]

    @Test("what is called carried makes a difference to what is written or said")
    func carried() throws {
        let document = try #require(
            DecodedFile.decode(Array(ComposeSample.everything.utf8), file: "c.yaml").documents.first)
        let value = ComposeMerge.merged(document.value)
        let outcome = { (value: Value) throws -> String in
            let project = try ComposeProject(Accounting.bytes(value), file: "c.json", ComposeSample.settings)
            return Accounting.outcome(ImportedFiles(project, source: "c.json", folder: "production"))
        }
        let before = try outcome(value)
        let project = try ComposeProject(Accounting.bytes(value), file: "c.json", ComposeSample.settings)
        for leaf in Accounting.leaves(of: project.top) {
            guard let place = leaf.node.value.place, project.ledger.verdict(at: place) == .carried else { continue }
            guard !leaf.path.contains(where: Self.silent.contains) else { continue }
            let changed = Accounting.replacing(value, leaf.path[...]) { Accounting.another($0) }
            #expect(try outcome(changed) != before, "\(leaf.node.member) is called carried, and changes nothing")
        }
    }

    @Test("a member that nobody knows is named, wherever it stands")
    func unknown() throws {
        let document = try #require(
            DecodedFile.decode(Array(ComposeSample.everything.utf8), file: "c.yaml").documents.first)
        let value = ComposeMerge.merged(document.value)
        for path in Accounting.mappings(of: value) {
            let changed = Accounting.replacing(value, (path + ["zz_unknown"])[...]) { _ in "something" }
            let project = try ComposeProject(Accounting.bytes(changed), file: "c.json", ComposeSample.settings)
            #expect(Accounting.forgotten(project.top, project.ledger) == [], "at \(path)")
        }
    }
}
