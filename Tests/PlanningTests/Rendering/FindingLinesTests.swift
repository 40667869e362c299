import Model
import Planning
import Testing

@Suite("Findings as a plan shows them")
struct FindingLinesTests {
    private var plan: Plan {
        var stack = RollStack(count: 1, targetGroup: .emptyObject)
        stack.others = [(.sample("LogGroup/api", ["retentionInDays": 14]), nil)]
        return stack.plan
    }

    @Test("a refused plan is this text, byte for byte")
    func text() throws {
        #expect(PlanText(plan, Stack.header).text == (try Golden.text("refused.txt")))
    }

    @Test("and this Markdown")
    func markdown() throws {
        #expect(PlanMarkdown(plan, Stack.header).text == (try Golden.text("refused.md")))
    }

    @Test("a warning is one paragraph, with the line and the rule at its end")
    func warning() {
        var plan = Stack.settled
        plan.resources[0].action = .update
        plan.findings = [
            Finding(
                "rollout-halves-service", .warn, .of("Service/api"),
                place: Place(file: "production/api.yaml", line: 38, column: 5),
                "half of the tasks are gone for about a minute",
                details: ["100/150 would keep 4 and needs room for 2 more tasks, which there is."])
        ]
        let text = PlanText(plan, Stack.header).text
        #expect(
            text.contains(
                """
                warn    Service/api: half of the tasks are gone for about a minute. 100/150 would keep 4 and needs room for
                        2 more tasks, which there is.   production/api.yaml:38   rule rollout-halves-service

                """))
        #expect(!text.contains("refused"))
    }

    @Test("an allowed rule shows who took the blame, and refuses nothing")
    func allowed() {
        let plan = RollStack(count: 1, allow: ["rollout-deadlock": "it ends\u{1B}[2J tonight"]).plan
        let text = PlanText(plan, Stack.header).text
        #expect(text.contains("allow   Service/api: this rollout can never move."))
        #expect(text.contains("        Allowed: it ends [2J tonight\n"))
        #expect(!text.contains("Plan: refused"))
        #expect(PlanMarkdown(plan, Stack.header).text.contains("- allow `Service/api`: this rollout"))
    }

    @Test("programs get each with its rule, weight, line and details")
    func json() throws {
        let value = PlanJSON(plan, Stack.header) { _ in nil }.value
        let first = try #require(value["findings"]?.list?.first)
        #expect(first["rule"] == "rollout-deadlock")
        #expect(first["weight"] == "refuse")
        #expect(first["resource"] == "Service/api")
        #expect(first["declared"] == "production/api.yaml:25")
        #expect(first["field"] == "/deploymentConfiguration/minimumHealthyPercent")
        #expect(first["details"]?.list?.count == 2)
        #expect(first["allowed"] == .null)
    }
}
