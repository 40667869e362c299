import Model
import Planning
import Testing

@Suite("The rule grace-period-missing")
struct GracePeriodMissingTests {
    private let rule = "grace-period-missing"

    @Test("without a grace period a strict target group ends slow tasks")
    func warned() {
        let finding = RollStack(targetGroup: .emptyObject).finding(rule)
        #expect(finding?.weight == .warn)
        #expect(
            finding?.message
                == "without healthCheckGracePeriodSeconds a task that does not answer within 30 s is ended")
    }

    @Test("a grace period, a patient target group, or no load balancer say nothing")
    func silent() {
        #expect(
            RollStack(service: ["healthCheckGracePeriodSeconds": 60], targetGroup: .emptyObject).finding(rule) == nil)
        #expect(RollStack(targetGroup: ["healthCheckIntervalSeconds": 30]).finding(rule) == nil)
        #expect(RollStack().finding(rule) == nil)
    }
}
