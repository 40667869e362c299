import Model
import Planning
import Testing

@Suite("The rule rollout-deadlock")
struct RolloutDeadlockTests {
    private let rule = "rollout-deadlock"

    @Test("bounds that leave no step are refused with the sums, the line and the ways out")
    func refused() throws {
        let finding = try #require(RollStack(count: 1).finding(rule))
        #expect(finding.weight == .refuse)
        #expect(finding.refuses)
        #expect(finding.message == "this rollout can never move")
        #expect(
            finding.details == [
                "1 task at 50/150: at least ceil(1 x 50 %) = 1 must stay, at most floor(1 x 150 %) = 1 may run.",
                "Nothing can stop, nothing can start. Use 0/100 (a gap of about a minute), 100/200 (room for 1 more task), "
                    + "or 2 tasks.",
            ])
        #expect(finding.place == RollStack.boundsPlace)
        #expect(finding.path == "/deploymentConfiguration/minimumHealthyPercent")
    }

    @Test(
        "the worked examples of aws-facts 1.1",
        arguments: [
            (4, 50, 100, false), (4, 50, 150, false), (4, 100, 200, false), (1, 50, 150, true), (3, 100, 125, true),
            (2, 75, 100, true), (2, 50, 150, false), (7, 0, 100, false), (5, 100, 100, true), (0, 100, 100, false),
        ])
    func examples(count: Int, minimum: Int, maximum: Int, isStuck: Bool) {
        let stack = RollStack(count: count, minimum: minimum, maximum: maximum)
        #expect((stack.finding(rule) != nil) == isStuck)
    }

    @Test("a service that only keeps what it has is never refused")
    func unchanged() {
        #expect(RollStack(count: 1, changesImage: false).findings.isEmpty)
        var stack = RollStack(count: 1, changesImage: false)
        stack.others = [(.sample("LogGroup/new", ["retentionInDays": 7]), nil)]
        #expect(stack.findings.isEmpty)
        #expect(stack.plan.counts.add == 1)
    }

    @Test("a new service rolls nothing yet")
    func isNew() {
        let stack = RollStack(count: 1, isNew: true)
        #expect(stack.finding(rule) == nil)
        #expect(stack.plan.action("Service/api") == .create)
    }

    @Test("the count that the plan asks for decides, in both directions")
    func countChanges() {
        var stack = RollStack(count: 1)
        stack.others = []
        var input = stack.input
        input.desired[.of("Service/api")]?.spec["desiredCount"] = 2
        #expect(Planner().plan(input).findings.allSatisfy { $0.rule != rule })
        stack.count = 2
        input = stack.input
        input.desired[.of("Service/api")]?.spec["desiredCount"] = 1
        #expect(Planner().plan(input).findings.contains { $0.rule == rule })
    }

    @Test("where something else moves the count, the live one decides")
    func autoscaled() {
        var stack = RollStack(count: 1, band: 1...4)
        #expect(stack.finding(rule)?.details.last?.contains("tasks.") == false, "another count is not Git's to choose")
        stack.count = 2
        var input = stack.input
        input.desired[.of("Service/api")]?.spec["desiredCount"] = 1
        #expect(Planner().plan(input).findings.allSatisfy { $0.rule != rule })
    }

    @Test("what nobody states is ECS's default")
    func defaults() {
        #expect(RollStack(count: 1, minimum: nil, maximum: nil).finding(rule) == nil)
        #expect(RollStack(count: 1, minimum: nil, maximum: 100).finding(rule) != nil)
    }

    @Test("a native strategy brings tasks beside the old ones, whatever the percentages")
    func native() {
        var stack = RollStack(count: 1, minimum: 100, maximum: 100)
        stack.service = ["deploymentConfiguration": ["strategy": "BLUE_GREEN", "minimumHealthyPercent": 100]]
        #expect(stack.finding(rule) == nil)
    }

    @Test(
        "a DAEMON service is stuck while none of its tasks may go",
        arguments: [(3, 100, true), (3, 67, true), (3, 66, false), (1, 50, true), (1, 0, false), (0, 100, false)])
    func daemon(instances: Int, minimum: Int, isStuck: Bool) {
        var stack = RollStack(count: instances, minimum: minimum, maximum: 100)
        stack.service = ["schedulingStrategy": "DAEMON"]
        #expect((stack.finding(rule) != nil) == isStuck)
    }

    @Test("a DAEMON service that states nothing stops first, and is never stuck")
    func daemonDefaults() {
        var stack = RollStack(count: 3, minimum: nil, maximum: nil)
        stack.service = ["schedulingStrategy": "DAEMON"]
        #expect(stack.finding(rule) == nil)
    }
}
