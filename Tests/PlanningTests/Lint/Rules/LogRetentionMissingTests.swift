import Model
import Planning
import Testing

@Suite("The lint rule log-retention-missing")
struct LogRetentionMissingTests {
    private let rule = "log-retention-missing"

    @Test("a log group without a retention is warned of")
    func fires() throws {
        let found = try LintStack.findings(of: rule, (", retentionInDays: 30", ""))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "LogGroup/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "no retentionInDays is stated, so that its logs are kept for ever")
        #expect(finding.place?.lineDescription == "production/api.yaml:1")
    }

    @Test("so is one that the log driver makes")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule,
            ("options: {awslogs-group: /ecs/api,", "options: {awslogs-create-group: \"true\", awslogs-group: /ecs/new,")
        )
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .warn)
        #expect(
            finding.message == "container api: /ecs/new is made without a retention, so that its logs are kept for ever"
        )
    }

    @Test("a group that a manifest bounds says nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "options: {awslogs-group: /ecs/api,",
                    "options: {awslogs-create-group: \"true\", awslogs-group: /ecs/api,"
                )
            ).isEmpty)
    }
}
