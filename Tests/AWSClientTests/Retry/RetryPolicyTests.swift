import AWSWire
import Model
import Synchronization
import Testing

@testable import AWSClient

@Suite("Retries follow AWS's standard mode")
struct RetryPolicyTests {
    @Test(
        "a wait is random × min(2^i, 20 s)",
        arguments: [
            (0, 0.5, 0.5), (1, 0.5, 1), (2, 0.5, 2), (4, 0.5, 8), (5, 0.5, 10), (40, 0.5, 10), (3, 0.0, 0),
            (4, 0.25, 4),
        ])
    func delay(_ retry: Int, _ random: Double, _ seconds: Double) {
        #expect(RetryPolicy(random: { random }).delay(retry: retry, after: nil) == .seconds(seconds))
    }

    @Test("Retry-After makes a wait longer, within bounds", arguments: [(3.0, 3.0), (0.1, 0.5), (4000, 60)])
    func after(_ asked: Double, _ seconds: Double) {
        #expect(RetryPolicy.fixed.delay(retry: 0, after: .seconds(asked)) == .seconds(seconds))
    }

    @Test("attempts are one to eight", arguments: [(0, 1), (3, 3), (8, 8), (99, 8)])
    func attempts(_ asked: Int, _ given: Int) {
        let policy = RetryPolicy(attempts: asked, repeatableWriteAttempts: asked)
        #expect(policy.attempts == given)
        #expect(policy.repeatableWriteAttempts == given)
    }

    @Test("the quota gives 100 retries or 50 after timeouts, and gets back what worked")
    func quota() {
        let (quota, timeouts) = (RetryQuota(), RetryQuota())
        #expect((0..<200).count { _ in quota.take(RetryQuota.cost(timedOut: false)) } == 100)
        #expect((0..<200).count { _ in timeouts.take(RetryQuota.cost(timedOut: true)) } == 50)
        quota.give(back: 5)
        #expect(quota.left == 5)
        quota.give(back: nil)
        #expect(quota.left == 6)
        for _ in 0..<1000 { quota.give(back: 5) }
        #expect(quota.left == 500)
    }

    private func call(_ operation: String, _ input: Value = [:]) -> AWSCall { AWSCall("ecs", operation, input) }

    @Test(
        "which writes may be made again",
        arguments: [
            ("UpdateService", true), ("DeleteRule", true), ("PutMetricAlarm", true), ("RegisterTargets", true),
            ("CreateTargetGroup", true), ("DeregisterTaskDefinition", true), ("RegisterTaskDefinition", false),
            ("CreateRule", false), ("StartInstanceRefresh", false), ("CreateLaunchTemplateVersion", false),
            ("CreateAutoScalingGroup", false), ("StopTask", false),
        ])
    func repetition(_ operation: String, _ safe: Bool) {
        #expect(Repetition(call: call(operation), hasToken: false).isSafe == safe)
        #expect(Repetition(call: call(operation), hasToken: true).isSafe)
    }

    @Test("a forced deployment is not made again")
    func forced() {
        let forced = call("UpdateService", ["forceNewDeployment": true])
        #expect(!Repetition(call: forced, hasToken: false).isSafe)
    }
}
