import Model
import Planning
import Testing

@Suite("The rule no-circuit-breaker")
struct NoCircuitBreakerTests {
    private let rule = "no-circuit-breaker"

    @Test("neither breaker nor alarms: a notice")
    func said() { #expect(RollStack().finding(rule)?.weight == .notice) }

    @Test("either of them is enough", arguments: ["deploymentCircuitBreaker", "alarms"])
    func silent(member: String) {
        var stack = RollStack()
        stack.service = ["deploymentConfiguration": .object([member: ["enable": true, "rollback": true]])]
        #expect(stack.finding(rule) == nil)
        stack.service = ["deploymentConfiguration": .object([member: ["enable": false, "rollback": true]])]
        #expect(stack.finding(rule) != nil)
    }
}
