import Model
import Planning
import Testing

@Suite("The lint rule spot-single-zone")
struct SpotSingleZoneTests {
    private let rule = "spot-single-zone"

    @Test("one subnet on Spot is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule, ("vpcZoneIdentifier: [subnet-1, subnet-2]", "vpcZoneIdentifier: [subnet-1]"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "AutoScalingGroup/spot")
        #expect(finding.weight == .warn)
        #expect(finding.message == "all of its Spot instances lie in subnet-1")
        #expect(finding.place?.lineDescription == "production/capacity.yaml:15")
    }

    @Test("subnets that are looked up may be several")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule, ("vpcZoneIdentifier: [subnet-1, subnet-2]", "vpcZoneIdentifier: [{tags: {Tier: private}}]")
            ).isEmpty)
    }
}
