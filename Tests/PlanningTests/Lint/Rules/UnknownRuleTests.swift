import Model
import Planning
import Testing

@Suite("The lint rule unknown-rule")
struct UnknownRuleTests {
    private let rule = "unknown-rule"

    @Test("a reason for a rule that is none is warned of")
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
                policy: {allow: {no-circuit-braker: we watch it}}
                spec:
                  cluster: demo
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "policy.allow names no-circuit-braker, which is no rule")
    }

    @Test("the environment's is told once")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule,
            ("spec: {paths: [production]}", "spec: {paths: [production], policy: {allow: {nothing: we watch it}}}"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Environment/production")
        #expect(finding.weight == .warn)
        #expect(finding.message == "policy.allow names nothing, which is no rule")
        #expect(finding.place?.lineDescription == "neap.yaml:1")
    }

    @Test("rules of plans are known too")
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
                    policy: {allow: {newer-image: we know}}
                    spec:
                      cluster: demo
                    """
                )
            ).isEmpty)
    }
}
