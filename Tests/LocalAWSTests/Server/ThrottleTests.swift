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
        let asked = { (throttle: inout Throttle, at: Instant) in
            throttle.admits("RegisterTaskDefinition", of: self.service, in: "eu-west-1", at: at)
        }
        #expect((0..<20).allSatisfy { _ in asked(&throttle, now) })
        #expect(!asked(&throttle, now))
        #expect(asked(&throttle, now + .seconds(1)))
        #expect(!asked(&throttle, now + .seconds(1)))
        #expect(throttle.admits("RegisterTaskDefinition", of: service, in: "eu-west-2", at: now), "regions apart")
        #expect(throttle.admits("DescribeClusters", of: service, in: "eu-west-1", at: now), "categories apart")
    }

    @Test("nothing is held back unless it is switched on")
    func off() {
        var throttle = Throttle(isOn: false)
        #expect(
            (0..<1_000).allSatisfy { _ in
                throttle.admits("RegisterTaskDefinition", of: service, in: "eu-west-1", at: now)
            })
    }
}
