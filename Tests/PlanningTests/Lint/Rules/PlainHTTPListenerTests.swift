import Model
import Planning
import Testing

@Suite("The lint rule plain-http-listener")
struct PlainHTTPListenerTests {
    private let rule = "plain-http-listener"

    @Test("plain HTTP from the internet that is forwarded is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "[{type: redirect, redirectConfig: {protocol: HTTPS, port: \"443\", statusCode: HTTP_301}}]",
                "[{type: forward, targetGroup: api}]"
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Listener/demo/80")
        #expect(finding.weight == .warn)
        #expect(finding.message == "requests from the internet are forwarded from plain HTTP on port 80")
        #expect(finding.place?.lineDescription == "production/balancer.yaml:10")
    }

    @Test("a rule that forwards is told as well, where it stands")
    func rules() throws {
        let redirect = "[{type: redirect, redirectConfig: {protocol: HTTPS, port: \"443\", statusCode: HTTP_301}}]"
        let found = try LintStack.findings(
            of: rule,
            (
                redirect,
                redirect
                    + "\n      rules: [{priority: 1, conditions: [{field: path-pattern, pathPatternConfig: {values: [/a]}}], "
                    + "actions: [{type: forward, targetGroup: api}]}]"
            ))
        #expect(found.map(\.resource.kind) == ["ListenerRule"])
        #expect(found.first?.place?.lineDescription == "production/balancer.yaml:11")
    }

    @Test("inside a network it says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "[{type: redirect, redirectConfig: {protocol: HTTPS, port: \"443\", statusCode: HTTP_301}}]",
                    "[{type: forward, targetGroup: api}]"
                ), ("scheme: internet-facing", "scheme: internal")
            ).isEmpty)
    }
}
