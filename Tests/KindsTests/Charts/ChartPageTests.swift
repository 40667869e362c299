import Testing

@testable import Manifest

@Suite("The page about charts")
struct ChartPageTests {
    @Test("every example in docs/charts.md is YAML that a template may hold")
    func examples() throws {
        let bytes = try #require(try HeldFiles.of("docs")["charts.md"])
        let page = String(decoding: bytes, as: UTF8.self)
        let blocks = page.matches(of: #/(?s)```yaml\n(.*?)```/#).map { String($0.output.1) }
        let spans = page.matches(of: #/`(\{[^`]*\$\{\{[^`]*)`/#).map { String($0.output.1) }
        #expect(blocks.count > 2 && !spans.isEmpty)
        for example in blocks + spans {
            let decoded = YAMLReader.read(Array(example.utf8), file: "charts.md", isTemplate: true)
            #expect(decoded.failure == nil, "\(example)")
            #expect(decoded.documents.allSatisfy { $0.diagnostics.isEmpty }, "\(example)")
        }
    }
}
