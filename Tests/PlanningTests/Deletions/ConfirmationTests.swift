import Kinds
import Model
import Planning
import Testing

@Suite("Deletions that a person confirms")
struct ConfirmationTests {
    private static let arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/old/73e2d6bc24d8a067"

    private func plan(confirmed: Set<String>, live: Live? = nil) -> Plan {
        let kept = Resource.sample("TargetGroup/kept", ["port": 80])
        let gone = Resource.sample("TargetGroup/old", ["port": 80])
        let tags = [
            "neap:environment": "production", "neap:owner": "git.example.org/team/infra",
            "neap:resource": "TargetGroup/old",
        ]
        let there = live ?? Live(spec: ["port": 80], outputs: ["arn": .string(Self.arn)], tags: tags)
        let port: Value = ["port": 80]
        var input = PlanInput.of([kept], live: ["TargetGroup/kept": Live(spec: port), "TargetGroup/old": there])
        var departed = Departed([gone.id: gone])
        departed.confirmed = confirmed
        input.departed = departed
        return Planner().plan(input)
    }

    @Test("without its line a target group stays, and the refusal says which line")
    func missing() {
        let plan = plan(confirmed: [])
        guard case .blocked(.pendingConfirmation, let message) = plan.departures.first?.action else {
            Issue.record("it is not held: \(plan.departures.map(\.action))")
            return
        }
        #expect(message.contains("add to neap.yaml spec.confirmDelete: [\"TargetGroup/old@73e2d6bc24d8a067\"]"))
        #expect(plan.deletions.isEmpty)
    }

    @Test("with it, it goes; the word of one that was there before is no confirmation")
    func matching() {
        #expect(plan(confirmed: ["TargetGroup/old@0000"]).deletions.isEmpty)
        let calls = plan(confirmed: ["TargetGroup/old@73e2d6bc24d8a067"]).deletions.map(\.planned.call)
        #expect(calls == [AWSCall("elbv2", "DeleteTargetGroup", ["targetGroupArn": .string(Self.arn)])])
    }

    @Test("a plan shows what is deleted and what is held, in text, Markdown and JSON")
    func shown() {
        let plan = plan(confirmed: ["TargetGroup/old@73e2d6bc24d8a067"])
        let text = PlanText(plan, Stack.header).text
        #expect(text.contains("- TargetGroup/old") && text.contains("DeleteTargetGroup"))
        #expect(text.contains("0 to replace, 1 to delete."))
        #expect(PlanMarkdown(plan, Stack.header).text.contains("| - | `TargetGroup/old` |"))
        let json = PlanJSON(plan, Stack.header) { _ in nil }.value
        #expect(json["counts"]?["delete"] == 1)
        #expect(json["departures"]?.list?.first?["action"] == "delete")
        let held = PlanText(self.plan(confirmed: []), Stack.header).text
        #expect(held.contains("hold    TargetGroup/old: is not deleted before a commit confirms it"))
        #expect(held.contains("0 to delete; 1 held back."))
    }
}
