import Manifest
import Testing

@testable import Importing

@Suite("Files laid over a source")
struct LaidOverTests {
    private struct Nothing: ManifestSource {
        func entries() -> [SourceEntry] { [] }
        func read(_ path: String) -> [UInt8] { [] }
    }

    private static let environment = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: production}
        spec: {paths: [production]}
        """

    private static func logs(_ name: String, _ member: String = "retentionInDays") -> String {
        """
        apiVersion: neap/v1
        kind: LogGroup
        metadata: {name: \(name)}
        spec: {logGroupName: /\(name), \(member): 30}
        """
    }

    private let source = LaidOver(
        Nothing(), ["neap.yaml": Self.environment, "production/old.yaml": Self.logs("old", "retentionInDayz")])

    @Test("they take the place of what stands there, and all else is there too")
    func reading() throws {
        let over = LaidOver(source, ["production/old.yaml": Self.logs("old"), "production/new.yaml": Self.logs("new")])
        #expect(
            try over.entries().map(\.path).sorted() == ["neap.yaml", "production/new.yaml", "production/old.yaml"])
        #expect(try over.read("production/old.yaml") == Array(Self.logs("old").utf8))
        #expect(try over.read("neap.yaml") == Array(Self.environment.utf8))
    }

    @Test("what they break is refused, what was broken before is not")
    func validity() throws {
        try LaidOver(source, ["production/new.yaml": Self.logs("new")]).checkValid(in: "production")
        let broken = LaidOver(source, ["production/new.yaml": Self.logs("new", "retention")])
        let error = #expect(throws: ImportError.self) { try broken.checkValid(in: "production") }
        #expect(error?.description.contains("production/new.yaml") == true)
        #expect(error?.description.contains("production/old.yaml") == false)
    }
}
