import Kinds
import Model
import Planning
import Testing

@Suite("A plan for a forge")
struct PlanMarkdownTests {
    @Test("a plan is this Markdown, byte for byte")
    func golden() throws {
        #expect(PlanMarkdown(Stack.plan, Stack.header).text == (try Golden.text("plan.md")))
    }

    @Test("without a difference one line says so")
    func inSync() {
        let text = PlanMarkdown(Stack.settled, Stack.header).text
        #expect(text == "# production · plan for `d4a81b7`\n\nIn sync, 1 resources.\n")
    }

    @Test(
        "a plan that is too long for a forge ends at a line, says how many more there are, and leaves no code block open"
    )
    func cut() {
        let markdown = PlanMarkdown(Stack.plan, Stack.header)
        let whole = markdown.text
        #expect(markdown.text(ofAtMost: whole.utf8.count) == whole)
        for limit in stride(from: 100, to: whole.utf8.count, by: 97) {
            let cut = markdown.text(ofAtMost: limit)
            let lines = cut.split(separator: "\n")
            #expect(cut.utf8.count < limit + 100)
            #expect(lines.last?.hasSuffix("more lines are not shown here; `neap plan` shows them.") == true)
            #expect(lines.filter { $0 == "```" }.count % 2 == 0)
        }
    }

    @Test("no sensitive value is shown")
    func secrets() {
        let text = PlanMarkdown(Stack.plan, Stack.header).text
        for secret in Stack.secrets { #expect(!text.contains(secret)) }
    }

    @Test(
        "text in a cell has no markup and no line breaks of its own",
        arguments: [
            ("plain text 1.0", "plain text 1.0"), ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("*_~", "\\*\\_~"),
            ("<img src=x>", "\\<img src=x\\>"), ("[a](b)", "\\[a\\](b)"), ("a\\|b", "a\\\\\\|b"), ("#1", "\\#1"),
            ("a\nb\rc", "a b c"), ("a\r\nb", "a b"), ("a|\u{301}b", "a\\|\u{301}b"), ("a\u{2028}b\u{85}c", "a b c"),
        ])
    func cells(_ text: String, _ cell: String) {
        #expect(text.markdownCell.unicodeScalars.elementsEqual(cell.unicodeScalars))
    }

    @Test("a field's name can not break out of its cell")
    func fields() {
        let key = "a|b` <script>"
        let group = Resource.sample("LogGroup/api", ["tags": [key: "new"].value])
        let plan = Planner().plan(.of([group], live: ["LogGroup/api": Live(spec: ["tags": [key: "old"].value])]))
        let rows = PlanMarkdown(plan, Stack.header).text.split(separator: "\n").filter { $0.hasPrefix("| ~") }
        #expect(rows == ["| ~ | `LogGroup/api` | /tags/a\\|b\\` \\<script\\> | old -\\> new | no restart |"])
    }
}
