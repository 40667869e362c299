import Model
import Planning
import Testing

@Suite("The rule drain-deadlock")
struct DrainDeadlockTests {
    private let rule = "drain-deadlock"

    @Test("a new service at 100/100 is warned about, and made")
    func isNew() throws {
        let stack = RollStack(minimum: 100, maximum: 100, isNew: true)
        let finding = try #require(stack.finding(rule))
        #expect(finding.weight == .warn)
        #expect(
            finding.message == "its tasks can never leave a draining instance, and no later rollout could move")
        #expect(stack.plan.action("Service/api") == .create)
    }

    @Test("a native strategy rolls, but its tasks do not leave a draining instance")
    func native() {
        var stack = RollStack(minimum: 100, maximum: 100)
        stack.service = ["deploymentConfiguration": ["strategy": "BLUE_GREEN", "bakeTimeInMinutes": 5]]
        #expect(stack.finding(rule)?.message == "its tasks can never leave a draining instance")
    }

    @Test("bounds with a step say nothing; a refused rollout is not told twice")
    func silent() {
        #expect(RollStack(isNew: true).finding(rule) == nil)
        #expect(RollStack(minimum: 100, maximum: 100).finding(rule) == nil)
    }
}
