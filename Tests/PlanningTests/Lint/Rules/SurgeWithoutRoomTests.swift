import Model
import Planning
import Testing

@Suite("The lint rule no-room-for-surge")
struct SurgeWithoutRoomTests {
    private let rule = "no-room-for-surge"

    @Test("minimum 100 on groups that hold no task more is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule, ("minimumHealthyPercent: 75", "minimumHealthyPercent: 100"), ("maxSize: 6", "maxSize: 2"),
            (
                """
                memory: 1024
                      memoryReservation: 512
                """, "memory: 3500"
            ), ("maxCapacity: 12", "maxCapacity: 4"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "not one new task finds room beside the 4 that must stay")
        #expect(finding.place?.lineDescription == "production/api.yaml:32")
    }

    @Test("a task that may go first, and room for one more, say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule, ("maxSize: 6", "maxSize: 2"),
                (
                    """
                    memory: 1024
                          memoryReservation: 512
                    """, "memory: 3500"
                ), ("maxCapacity: 12", "maxCapacity: 4")
            ).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule, ("minimumHealthyPercent: 75", "minimumHealthyPercent: 100"),
                (
                    """
                    memory: 1024
                          memoryReservation: 512
                    """, "memory: 3500"
                ), ("maxCapacity: 12", "maxCapacity: 4")
            ).isEmpty)
    }
}
