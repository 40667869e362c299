import Model
import Testing

@testable import Planning

@Suite("Refusing")
struct GuardingTests {
    @Test("nothing of a refused resource is written, everything else goes on")
    func blocked() {
        let plan = RollStack(count: 1).plan
        #expect(plan.blocked("Service/api") == .refused)
        #expect(plan.stepNames == ["TaskDefinition/api#0"])
        #expect(plan.isRefused)
    }

    @Test("with a reason the rule is told, and refuses nothing")
    func allowed() {
        let plan = RollStack(count: 1, allow: ["rollout-deadlock": "the old task ends tonight"]).plan
        #expect(plan.action("Service/api") == .update)
        #expect(plan.stepNames.contains("Service/api#0"))
        #expect(!plan.isRefused)
        #expect(plan.findings.first { $0.rule == "rollout-deadlock" }?.allowed == "the old task ends tonight")
    }

    @Test("a reason for another rule changes nothing")
    func allowedOther() {
        let plan = RollStack(count: 1, allow: ["no-room-for-surge": "why not"]).plan
        #expect(plan.blocked("Service/api") == .refused)
    }

    @Test("what stands on a refused resource that is not there yet is held; on one that is there it goes on")
    func dependants() {
        var stack = RollStack(
            definition: ["containerDefinitions": [["name": "api", "image": "api:2", "memory": 99_000]]], band: 2...4)
        stack.isNew = true
        #expect(stack.plan.blocked("Service/api") == .refused)
        #expect(stack.plan.blocked("ScalingPolicy/api") == .dependencyFailed)
        stack.isNew = false
        #expect(stack.plan.blocked("Service/api") == .refused)
        #expect(stack.plan.action("ScalingPolicy/api") == .create)
    }

    @Test("what refuses stands first, then resource by resource")
    func order() {
        let findings = RollStack(count: 1, targetGroup: .emptyObject).findings
        #expect(findings.first?.rule == "rollout-deadlock")
        #expect(findings.map(\.rule).suffix(2) == ["grace-period-missing", "no-circuit-breaker"])
    }

    @Test("every rule has a name of its own, in kebab case")
    func names() {
        let ids = allRules.map { $0.id }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: #/[a-z]+(-[a-z]+)*/#) != nil })
    }

    @Test("the message of a held resource names the rule and is short enough for a condition")
    func message() {
        guard case .blocked(_, let text) = RollStack(count: 1).plan.action("Service/api") else {
            Issue.record("it is not held")
            return
        }
        #expect(text.hasPrefix("this rollout can never move. 1 task at 50/150"))
        #expect(text.hasSuffix("(rule rollout-deadlock)"))
        #expect(text.utf8.count <= 1_024)
    }
}
