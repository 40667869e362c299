import Kinds
import Model
import Planning
import Testing

@Suite("A plan for people")
struct PlanTextTests {
    @Test("a plan is this text, byte for byte")
    func golden() throws {
        #expect(PlanText(Stack.plan, Stack.header).text == (try Golden.text("plan.txt")))
    }

    @Test("colour adds escapes only where it is asked for, and takes nothing away")
    func colour() {
        let plain = PlanText(Stack.plan, Stack.header).text
        let coloured = PlanText(Stack.plan, Stack.header, usesColour: true).text
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[32m+ LogGroup/api"))
        #expect(coloured.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == plain)
    }

    @Test("no sensitive value is shown, old or new")
    func secrets() {
        let text = PlanText(Stack.plan, Stack.header).text
        for secret in Stack.secrets { #expect(!text.contains(secret)) }
        #expect(text.contains("(masked) -> (masked)"))
    }

    @Test("without a difference one line says so")
    func inSync() {
        let text = PlanText(Stack.settled, Stack.header).text
        #expect(text == "production: in sync with d4a81b7, 1 resource (23 AWS calls).\n")
    }

    @Test("control characters of commits and messages do not reach the terminal")
    func controls() {
        var header = Stack.header
        header.subject = "red \u{1B}[31m and \u{9B}31m bell\u{7}"
        var plan = Stack.plan
        plan.resources[0].action = .blocked(.applyFailed, "first\u{1B}[2Jsecond\r\nthird")
        let text = PlanText(plan, header).text
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || !(($0.value < 0x20) || (0x7F...0x9F).contains($0.value)) })
        #expect(text.contains("second"))
    }

    @Test("drift that is only reported is shown and counted as nothing")
    func reported() {
        let group = Resource.sample("LogGroup/api", ["retentionInDays": 14])
        let input = PlanInput.of([group], live: ["LogGroup/api": Live(spec: ["retentionInDays": 7])])
            .remembering([group], kinds: kindsByName).with { $0.drift = .byPolicy(now: 0, correctAfter: 0) }
        let text = PlanText(Planner().plan(input), Stack.header).text
        #expect(text.contains("~ retentionInDays"))
        #expect(text.contains("7 -> 14"))
        #expect(text.contains("no restart, drift"))
        #expect(text.contains("drift, reported only (policy.drift: report)"))
        #expect(text.hasSuffix("Plan: 0 to add, 0 to change, 0 to replace, 0 to delete.\n"))
    }

    @Test("a withdrawn field that stays is told")
    func kept() {
        let old = Resource.sample("LogGroup/api", ["retentionInDays": 14, "tags": ["team": "core"]])
        let new = Resource.sample("LogGroup/api", ["tags": ["team": "web"]])
        let input = PlanInput.of([new], live: ["LogGroup/api": Live(spec: old.spec)])
            .remembering([old], kinds: kindsByName)
        let text = PlanText(Planner().plan(input), Stack.header).text
        #expect(text.contains(". retentionInDays"))
        #expect(text.contains("kept as it is in AWS"))
    }

    @Test("a withdrawn field that stays is told also where nothing else is")
    func onlyKept() {
        let old = Resource.sample("LogGroup/api", ["retentionInDays": 14])
        let new = Resource.sample("LogGroup/api", ["kmsKeyId": "key"])
        let live = Live(spec: ["retentionInDays": 14, "kmsKeyId": "key"])
        let input = PlanInput.of([new], live: ["LogGroup/api": live]).remembering([old], kinds: kindsByName)
        let text = PlanText(Planner().plan(input), Stack.header).text
        #expect(text.contains("  LogGroup/api"))
        #expect(text.contains("kept as it is in AWS"))
        #expect(text.hasSuffix("Plan: 0 to add, 0 to change, 0 to replace, 0 to delete.\n"))
    }

    @Test("what is wrong stands below the plan")
    func diagnostics() {
        var plan = Stack.settled
        plan.diagnostics = [
            Diagnostic("is odd", severity: .warning), Diagnostic("is broken", hint: "mend it", of: .of("Service/api")),
        ]
        let text = PlanText(plan, Stack.header).text
        #expect(text.contains("\nwarn    warning: is odd\nerror   Service/api: is broken (mend it)\n"))
    }
}
