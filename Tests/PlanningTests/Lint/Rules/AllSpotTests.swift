import Model
import Planning
import Testing

@Suite("The lint rule all-spot")
struct AllSpotTests {
    private let rule = "all-spot"

    @Test("a service that forbids it on nothing but Spot is an error")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                """
                metadata: {name: api}
                spec:
                  cluster: demo
                """,
                """
                metadata: {name: api}
                policy: {allSpot: forbid}
                spec:
                  cluster: demo
                """
            ), ("onDemandBaseCapacity: 1, ", ""))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/api")
        #expect(finding.weight == .refuse)
        #expect(finding.message == "every instance of group spot may be Spot, which policy.allSpot forbids")
    }

    @Test("the environment may forbid it for all")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule, ("spec: {paths: [production]}", "spec: {paths: [production], policy: {allSpot: forbid}}"),
            ("onDemandBaseCapacity: 1, ", ""))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/api")
        #expect(finding.weight == .refuse)
        #expect(finding.message == "every instance of group spot may be Spot, which policy.allSpot forbids")
    }

    @Test("an on-demand base, and services that do not forbid it, say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    """
                    metadata: {name: api}
                    spec:
                      cluster: demo
                    """,
                    """
                    metadata: {name: api}
                    policy: {allSpot: forbid}
                    spec:
                      cluster: demo
                    """
                )
            ).isEmpty)
        #expect(try LintStack.findings(of: rule, ("onDemandBaseCapacity: 1, ", "")).isEmpty)
    }
}
