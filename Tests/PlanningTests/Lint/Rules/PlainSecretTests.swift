import Model
import Planning
import Testing

@Suite("The lint rule plain-secret")
struct PlainSecretTests {
    private let rule = "plain-secret"

    @Test("a value that its name calls a password is an error, and is not shown")
    func fires() throws {
        let found = try LintStack.findings(of: rule, ("name: MODE, value: web", "name: DB_PASSWORD, value: hunter2"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .refuse)
        #expect(finding.message == "DB_PASSWORD looks like a secret in plain text")
        #expect(finding.place?.lineDescription == "production/api.yaml:17")
    }

    @Test("a key in user data gives itself away")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "spotInstanceDraining: true}",
                """
                spotInstanceDraining: true}
                  userData: "#!/bin/sh\nexport X=AKIAIOSFODNN7EXAMPLE"
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "LaunchTemplate/spot")
        #expect(finding.weight == .refuse)
        #expect(finding.message == "userData looks like a secret in plain text")
        #expect(finding.place?.lineDescription == "production/capacity.yaml:8")
    }

    @Test("plain settings, and secrets named by where they are kept, say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "environment: [{name: MODE, value: web}]",
                    "secrets: [{name: DB_PASSWORD, valueFrom: \"arn:aws:ssm:eu-west-1:1:parameter/x\"}]"
                )
            ).isEmpty)
    }
}
