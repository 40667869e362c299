import Kinds
import Model
import Planning
import Testing

@Suite("A replacement as a plan shows it")
struct ReplacementRenderingTests {
    private let plan = ReplacementStack(confirmed: ["TargetGroup/api@73e2d6bc24d8a067"]).plan

    @Test("the text names both, the field that asks for it, and every step with what it waits for")
    func text() {
        let text = PlanText(plan, Stack.header).text
        #expect(text.contains("+/- TargetGroup/api"))
        #expect(text.contains("api-1a2b3c4d, beside api"))
        #expect(text.contains("80 -> 8080"))
        #expect(text.contains("traffic to api-1a2b3c4d   until the targets of api-1a2b3c4d are healthy"))
        #expect(text.contains("- TargetGroup/api@73e2d6bc24d8a067"))
        #expect(text.contains("was replaced"))
        #expect(text.contains("1 to replace, 1 to delete"))
        #expect(!text.contains("refused"))
    }

    @Test("Markdown has a row for the field and the same steps")
    func markdown() {
        let text = PlanMarkdown(plan, Stack.header).text
        #expect(text.contains("| +/- | `TargetGroup/api` | `/port` | 80 -\\> 8080 | replaces |"))
        #expect(text.contains("| - | `TargetGroup/api@73e2d6bc24d8a067` | | was replaced | deletes |"))
        #expect(text.contains("until api no longer uses api"))
    }

    @Test("JSON says what is replaced by what, and holds the requests of the steps to come")
    func json() {
        let json = PlanJSON(plan, Stack.header) { _ in nil }.value
        let group = json["resources"]?.list?.first { $0["kind"] == "TargetGroup" }
        #expect(group?["awsName"] == "api-1a2b3c4d")
        #expect(group?["replaces"]?.list?.first?["arn"] == .string(ReplacementStack.old))
        #expect(json["counts"]?["replace"] == 1)
        let steps = json["steps"]?.list ?? []
        #expect(steps.filter { $0["operation"] == "ModifyRule" }.count == 3)
        #expect(steps.last?["operation"] == "DeleteTargetGroup")
    }
}
