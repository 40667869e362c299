import Model
import Planning
import Testing

@Suite("The rule spot-drain-too-slow")
struct SpotDrainTooSlowTests {
    private let rule = "spot-drain-too-slow"
    private let slow: Value = ["attributes": ["deregistration_delay.timeout_seconds": 300]]

    @Test("delay and stop beyond two minutes cut requests off on Spot")
    func warned() throws {
        let finding = try #require(RollStack(targetGroup: slow).finding(rule))
        #expect(
            finding.message
                == "300 s of deregistration delay and 30 s to stop do not fit into a Spot notice of 120 s: requests are "
                + "cut off")
        #expect(finding.details == ["Use a deregistration delay of at most 90 s for target group api."])
        #expect(finding.place?.file == "production/api.yaml")
    }

    @Test("where no task may go first, its replacement has to start in the same two minutes")
    func startFirst() {
        let delay: Value = ["attributes": ["deregistration_delay.timeout_seconds": 60]]
        #expect(RollStack(targetGroup: delay).finding(rule) == nil)
        let finding = RollStack(minimum: 100, maximum: 200, targetGroup: delay).finding(rule)
        #expect(finding?.message.hasPrefix("about 35 s until a replacement is healthy, 60 s") == true)
        #expect(finding?.details == ["Use a deregistration delay of at most 55 s for target group api."])
    }

    @Test("on-demand instances and quick targets say nothing")
    func silent() {
        #expect(RollStack(targetGroup: .emptyObject).finding(rule) == nil)
        var stack = RollStack(targetGroup: slow)
        stack.group = [
            "mixedInstancesPolicy": ["instancesDistribution": ["onDemandPercentageAboveBaseCapacity": 100]]
        ]
        #expect(stack.finding(rule) == nil)
    }
}
