import Model
import Planning
import Testing

@Suite("The lint rule open-source-address")
struct OpenSourceAddressTests {
    private let rule = "open-source-address"

    @Test("a source address that is everybody's is warned of")
    func fires() throws {
        let found = try LintStack.findings(of: rule, ("[10.0.0.0/8]", "[10.0.0.0/8, 0.0.0.0/0]"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "ListenerRule/demo/443/10")
        #expect(finding.weight == .warn)
        #expect(finding.message == "the source address 0.0.0.0/0 lets everybody in")
        #expect(finding.place?.lineDescription == "production/balancer.yaml:17")
    }

    @Test("a network says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(try LintStack.findings(of: rule, ("[10.0.0.0/8]", "[192.0.2.0/24, \"2001:db8::/32\"]")).isEmpty)
    }
}
