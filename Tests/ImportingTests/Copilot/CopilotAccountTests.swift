import Manifest
import Model
import Testing

@testable import Importing

/// Nothing of a Copilot application goes missing in silence.
struct CopilotAccountTests {
    @Test(
        "every value is carried over, left behind by a line of its own, or has no meaning", arguments: [false, true])
    func accounted(_ usesInstances: Bool) throws {
        let project = try CopilotSample.project(CopilotSample.everything) { $0.usesInstances = usesInstances }
        #expect(project.tops.count == CopilotSample.everything.count)
        for top in project.tops { #expect(Accounting.forgotten(top, project.ledger) == []) }
        #expect(project.ledger.left.filter { $0.remedy.hasPrefix("is not known") }.map(\.member) == [])
    }

    private static func value(_ text: String) throws -> Value {
        try #require(DecodedFile.decode(Array(text.utf8), file: "m.yml").documents.first).value
    }

    private static func project(_ path: String, _ value: Value) throws -> CopilotProject {
        var files = CopilotSample.folder(CopilotSample.everything).files
        files[path] = Accounting.bytes(value)
        return try CopilotProject(CopilotSample.Folder(files: files), prefix: "copilot", CopilotSample.settings)
    }

    private static func outcome(_ path: String, _ value: Value) throws -> String {
        Accounting.outcome(ImportedFiles(try project(path, value), source: "copilot", folder: "prod"))
    }

    /// Values that are read, and change nothing by design: what overrides replace.
    private static let silent: Set<[String]> = [["memory"], ["variables", "LOG_LEVEL"]]

    @Test(
        "what is called carried makes a difference to what is written or said",
        arguments: CopilotSample.everything.keys.sorted())
    func carried(_ path: String) throws {
        let value = try Self.value(CopilotSample.everything[path] ?? "")
        let before = try Self.outcome(path, value)
        let project = try Self.project(path, value)
        let top = try #require(project.tops.first { $0.value.place?.file == "copilot/\(path)" })
        for leaf in Accounting.leaves(of: top) {
            guard let place = leaf.node.value.place, project.ledger.verdict(at: place) == .carried else { continue }
            guard !Self.silent.contains(leaf.path) else { continue }
            let changed = Accounting.replacing(value, leaf.path[...]) { Accounting.another($0) }
            #expect(
                try Self.outcome(path, changed) != before,
                "\(leaf.node.member) is called carried, and changes nothing")
        }
    }

    @Test("a member that nobody knows is named, wherever it stands", arguments: CopilotSample.everything.keys.sorted())
    func unknown(_ path: String) throws {
        let value = try Self.value(CopilotSample.everything[path] ?? "")
        for place in Accounting.mappings(of: value) {
            let changed = Accounting.replacing(value, (place + ["zz_unknown"])[...]) { _ in "something" }
            let project = try Self.project(path, changed)
            for top in project.tops { #expect(Accounting.forgotten(top, project.ledger) == [], "at \(place)") }
        }
    }
}
