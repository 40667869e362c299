import Model
import Planning
import Testing

@Suite("The lint rule target-capacity-full")
struct TargetCapacityFullTests {
    private let rule = "target-capacity-full"

    @Test("a full group under a service that scales is a notice")
    func fires() throws {
        let found = try LintStack.findings(of: rule, ("targetCapacity: 90", "targetCapacity: 100"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "CapacityProvider/spot")
        #expect(finding.weight == .notice)
        #expect(
            finding.message == "at targetCapacity 100 every task that load adds to Service/api waits for an instance")
        #expect(finding.place?.lineDescription == "production/capacity.yaml:28")
    }

    @Test("with something spare, or managed scaling off, it says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(try LintStack.findings(of: rule, ("status: ENABLED, targetCapacity: 90", "status: DISABLED")).isEmpty)
    }
}
