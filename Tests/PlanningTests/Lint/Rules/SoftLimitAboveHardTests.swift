import Model
import Planning
import Testing

@Suite("The lint rule soft-limit-above-hard")
struct SoftLimitAboveHardTests {
    private let rule = "soft-limit-above-hard"

    @Test("a soft limit above the hard one is an error")
    func fires() throws {
        let found = try LintStack.findings(of: rule, ("memoryReservation: 512", "memoryReservation: 2048"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .refuse)
        #expect(finding.message == "container api: memoryReservation 2048 is above memory 1024, which AWS refuses")
        #expect(finding.place?.lineDescription == "production/api.yaml:16")
    }

    @Test("so is a limit above the task's")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "  networkMode: bridge",
                """
                  networkMode: bridge
                  memory: 512
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .refuse)
        #expect(finding.message == "container api: memory 1024 is above the task's memory of 512, which AWS refuses")
        #expect(finding.place?.lineDescription == "production/api.yaml:16")
    }

    @Test("equal limits, and one limit alone, say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(try LintStack.findings(of: rule, ("memoryReservation: 512", "memoryReservation: 1024")).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    """
                          memoryReservation: 512

                    """, ""
                )
            ).isEmpty)
    }
}
