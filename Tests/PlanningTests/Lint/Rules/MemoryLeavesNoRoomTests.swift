import Model
import Planning
import Testing

@Suite("The lint rule memory-leaves-no-room")
struct MemoryLeavesNoRoomTests {
    private let rule = "memory-leaves-no-room"

    @Test("a task that fits only beside no daemon is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "kind: LogGroup",
                """
                kind: Service
                metadata: {name: agent}
                spec:
                  cluster: demo
                  schedulingStrategy: DAEMON
                  capacityProviderStrategy: [{capacityProvider: spot, weight: 1}]
                  taskDefinition: {family: agent, containerDefinitions: [{name: agent, image: "agent:1", memory: 512}]}
                ---
                apiVersion: neap/v1
                kind: LogGroup
                """
            ),
            (
                """
                memory: 1024
                      memoryReservation: 512
                """, "memory: 7500"
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "its task of 7500 MiB finds no room on group spot beside what is always there")
    }

    @Test("so is a limit that no instance has")
    func fires2() throws {
        let found = try LintStack.findings(of: rule, ("memory: 1024", "memory: 9000"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "container api may use 9000 MiB, which no instance of group spot has")
    }

    @Test("a large task alone, and a daemon beside small ones, say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    """
                    memory: 1024
                          memoryReservation: 512
                    """, "memory: 7500"
                )
            ).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "kind: LogGroup",
                    """
                    kind: Service
                    metadata: {name: agent}
                    spec:
                      cluster: demo
                      schedulingStrategy: DAEMON
                      capacityProviderStrategy: [{capacityProvider: spot, weight: 1}]
                      taskDefinition: {family: agent, containerDefinitions: [{name: agent, image: "agent:1", memory: 512}]}
                    ---
                    apiVersion: neap/v1
                    kind: LogGroup
                    """
                )
            ).isEmpty)
    }
}
