import Model
import Planning
import Testing

@Suite("The lint rule grace-period-short")
struct GracePeriodShortTests {
    private let rule = "grace-period-short"

    @Test("a grace period that ends before a container may be up is warned of")
    func fires() throws {
        let found = try LintStack.findings(of: rule, ("startPeriod: 20", "startPeriod: 90"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "60 s of grace end before container api may be up, 90 s after its start")
        #expect(finding.place?.lineDescription == "production/api.yaml:36")
    }

    @Test("a longer one says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(try LintStack.findings(of: rule, ("startPeriod: 20", "startPeriod: 60")).isEmpty)
    }
}
