import FoundationEssentials
import Testing

@testable import Planning

@Suite("The page of lint rules")
struct LintRulesPageTests {
    @Test("docs/lint-rules.md says of every rule what the rule says of itself")
    func page() throws {
        let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let page = try Data(contentsOf: URL(filePath: "/\(folder)/docs/lint-rules.md"))
        #expect(String(decoding: page, as: UTF8.self) == LintRulesPage.text)
    }
}
