import Model
import Planning
import Testing

@Suite("The lint rule spot-single-type")
struct SpotSingleTypeTests {
    private let rule = "spot-single-type"

    @Test("one type on Spot is warned of")
    func fires() throws {
        let found = try LintStack.findings(of: rule, (", {instanceType: t3a.large}", ""))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "AutoScalingGroup/spot")
        #expect(finding.weight == .warn)
        #expect(finding.message == "t3.large is the only type that its Spot instances may be of")
        #expect(finding.place?.lineDescription == "production/capacity.yaml:19")
    }

    @Test("one type on demand says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule, (", {instanceType: t3a.large}", ""),
                ("onDemandPercentageAboveBaseCapacity: 0", "onDemandPercentageAboveBaseCapacity: 100")
            ).isEmpty)
    }
}
