import Model
import Planning
import Testing

@Suite("The lint rule scaling-above-capacity")
struct ScalingAboveCapacityTests {
    private let rule = "scaling-above-capacity"

    @Test("a maximum of tasks above what groups hold is warned of")
    func fires() throws {
        let found = try LintStack.findings(of: rule, ("maxCapacity: 12", "maxCapacity: 400"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "ScalingPolicy/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "400 tasks of Service/api are more than its groups hold")
        #expect(finding.place?.lineDescription == "production/api.yaml:45")
    }

    @Test("what fits says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(try LintStack.findings(of: rule, ("maxCapacity: 12", "maxCapacity: 48")).isEmpty)
    }
}
