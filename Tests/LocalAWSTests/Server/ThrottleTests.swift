import AWSECS
import Simulation
import Testing

@testable import LocalAWS

@Suite("Published rates")
struct ThrottleTests {
    private let service = LocalECS.service
    private let now = Instant(milliseconds: 0)

    @Test("task definitions: twenty at once, then one a second (aws-facts 7.1)")
    func taskDefinitions() {
        var throttle = Throttle(isOn: true)
        #expect(admitted(25, &throttle, at: now) == 20)
        #expect(admitted(2, &throttle, at: now + .seconds(1)) == 1)
        #expect(admitted(2, &throttle, at: now + .seconds(1), in: "eu-west-2") == 2, "regions apart")
        #expect(admitted(1, &throttle, at: now + .seconds(1), "DescribeClusters") == 1, "categories apart")
    }

    @Test("nothing is held back unless it is switched on")
    func off() {
        var throttle = Throttle(isOn: false)
        #expect(admitted(1_000, &throttle, at: now) == 1_000)
    }

    /// How many of `count` requests at one time are let through.
    private func admitted(
        _ count: Int, _ throttle: inout Throttle, at instant: Simulation.Instant, in region: String = "eu-west-1",
        _ operation: String = "RegisterTaskDefinition"
    ) -> Int {
        var admitted = 0
        for _ in 0..<count where throttle.admits(operation, of: service, in: region, at: instant) { admitted += 1 }
        return admitted
    }
}
