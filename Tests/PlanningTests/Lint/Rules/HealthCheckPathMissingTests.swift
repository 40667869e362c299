import Model
import Planning
import Testing

@Suite("The lint rule health-check-path-missing")
struct HealthCheckPathMissingTests {
    private let rule = "health-check-path-missing"

    @Test("a target group without a path is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                """
                  healthCheckPath: /healthz

                """, ""
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TargetGroup/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "no healthCheckPath is stated, so AWS asks for / and takes its answer for health")
        #expect(finding.place?.lineDescription == "production/balancer.yaml:20")
    }

    @Test("what is not checked over HTTP says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    """
                      protocol: HTTP
                      port: 80
                      vpcId: vpc-1
                      healthCheckPath: /healthz

                    """,
                    """
                      protocol: TCP
                      port: 80
                      vpcId: vpc-1

                    """
                )
            ).isEmpty)
    }
}
