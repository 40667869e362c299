import Kinds
import Model
import Planning
import Testing

@Suite("Traffic goes from a target group to the one that replaces it")
struct TrafficMoveTests {
    private typealias Stack = ReplacementStack
    private let made = Value.output("arn", of: "TargetGroup/api")

    private func shares(_ old: Int, _ new: Value, _ weight: Int) -> [Value] {
        [
            ["targetGroupArn": .string(Stack.old), "weight": .integer(old)],
            ["targetGroupArn": new, "weight": .integer(weight)],
        ]
    }

    private func groups(_ actions: Value?) -> [Value] {
        actions?[FieldPath(["0", "forwardConfig", "targetGroups"])]?.list ?? []
    }

    @Test("the new one is made, forwarded to with no weight, and registered with beside the old one")
    func attach() {
        let stack = Stack()
        #expect(stack.plan.action("TargetGroup/api") == .create)
        #expect(stack.plan[.of("TargetGroup/api")]?.isReplacement == true)
        #expect(stack.plan.counts.replace == 1)
        #expect(stack.plan.refused.isEmpty)
        #expect(groups(stack.calls(of: "ListenerRule/api", later: false).first) == shares(1, made, 0))
        let entries = stack.calls(of: "Service/api", later: false).first?.list ?? []
        #expect(entries.map { $0["targetGroupArn"] } == [.string(Stack.old), made])
        #expect(stack.plan.steps.map(\.planned.call.operation) == ["CreateTargetGroup", "ModifyRule", "UpdateService"])
    }

    @Test("the plan shows the steps to come with what each waits for, and the alarm follows the traffic")
    func later() {
        let later = Stack().plan.later
        #expect(later.map(\.planned.call.operation) == ["PutMetricAlarm", "ModifyRule", "UpdateService", "ModifyRule"])
        let healthy = "until the targets of api-1a2b3c4d are healthy"
        let waits = later.map { $0.planned.requires.map(\.reason) }
        #expect(
            waits == [[healthy], [healthy], ["until traffic goes to api-1a2b3c4d"], ["until api no longer uses api"]])
        #expect(groups(later[1].planned.call.input["actions"]) == shares(0, made, 1))
    }

    @Test("while the service rolls, or too few of the new one's targets answer, requests stay where they are")
    func waits() {
        var stack = Stack(weights: (1, 0), registered: [Stack.old, Stack.new], isSettled: false, isMade: true)
        stack.healthyTargets = 4
        #expect(stack.plan.steps.isEmpty)
        stack.isSettled = true
        stack.healthyTargets = 1
        #expect(stack.plan.steps.isEmpty)
        stack.healthyTargets = nil
        #expect(stack.plan.steps.isEmpty)
        stack.healthyTargets = 2
        #expect(stack.plan.steps.map(\.planned.call.operation) == ["PutMetricAlarm", "ModifyRule"])
        #expect(groups(stack.calls(of: "ListenerRule/api", later: false).first) == shares(0, .string(Stack.new), 1))
    }

    @Test("once requests go to the new one the service lets go of the old one, and then the rule does")
    func detach() {
        var stack = Stack(weights: (0, 1), registered: [Stack.old, Stack.new], isMade: true)
        stack.healthyTargets = 4
        let entries = stack.calls(of: "Service/api", later: false).first?.list ?? []
        #expect(entries.map { $0["targetGroupArn"] } == [.string(Stack.new)])
        #expect(stack.calls(of: "ListenerRule/api", later: false).isEmpty)
        stack.registered = [Stack.new]
        stack.isSettled = false
        #expect(stack.calls(of: "ListenerRule/api", later: false).isEmpty)
        stack.isSettled = true
        let actions = stack.calls(of: "ListenerRule/api", later: false).first
        #expect(actions?[FieldPath(["0", "targetGroupArn"])] == .string(Stack.new))
        #expect(stack.plan.later.isEmpty)
    }

    @Test("the old one goes only at the end, confirmed, whether or not deletion is on")
    func deletion() {
        let word = "TargetGroup/api@73e2d6bc24d8a067"
        var stack = Stack(weights: (0, 1), registered: [Stack.old, Stack.new], isMade: true, healthyTargets: 4)
        stack.confirmed = [word]
        let waiting = stack.plan.deletions.flatMap(\.planned.requires).map(\.reason)
        #expect(waiting.contains { $0.hasPrefix("until what is wanted is live") })
        stack = Stack(weights: (nil, 1), registered: [Stack.new], isMade: true, healthyTargets: 4)
        #expect(held(stack.plan) == .retained)
        stack.prunes = true
        #expect(held(stack.plan) == .pendingConfirmation)
        stack.confirmed = [word]
        let call = AWSCall("elbv2", "DeleteTargetGroup", ["targetGroupArn": .string(Stack.old)])
        #expect(stack.plan.deletions.map(\.planned.call) == [call])
        #expect(stack.plan.deletions.flatMap(\.planned.requires).isEmpty)
        stack.prunes = false
        #expect(stack.plan.deletions.map(\.planned.call) == [call])
    }

    private func held(_ plan: Plan) -> Reason? {
        if case .blocked(let reason, _) = plan.departures.first?.action { reason } else { nil }
    }

    @Test("a policy that retains keeps the old one whatever is confirmed")
    func retained() {
        var stack = Stack(weights: (nil, 1), registered: [Stack.new], isMade: true, healthyTargets: 4)
        stack.confirmed = ["TargetGroup/api@73e2d6bc24d8a067"]
        stack.policy = { $0.deletionPolicy = .retain }
        #expect(held(stack.plan) == .retained)
    }

    @Test("a replacement that has to be approved first leaves everything with the old one")
    func approval() {
        var stack = Stack()
        stack.policy = { $0.approval = [.replaces] }
        #expect(stack.plan.blocked("TargetGroup/api") == .approvalRequired)
        #expect(stack.plan.steps.isEmpty)
        #expect(stack.plan.later.isEmpty)
    }

    @Test("without a service, targets that somebody else registers are waited for")
    func noService() {
        var stack = Stack(weights: (1, 0), isMade: true, healthyTargets: 0)
        stack.services = false
        #expect(stack.plan.steps.isEmpty)
        stack.healthyTargets = 1
        #expect(stack.calls(of: "ListenerRule/api", later: false).count == 1)
    }
}
