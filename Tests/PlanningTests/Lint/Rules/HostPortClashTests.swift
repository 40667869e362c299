import Model
import Planning
import Testing

@Suite("The lint rule host-port-clash")
struct HostPortClashTests {
    private let rule = "host-port-clash"

    @Test("two containers of a task that want one port are an error")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                """
                  containerDefinitions:
                    - name: api
                """,
                """
                  containerDefinitions:
                    - name: side
                      image: side:1
                      memory: 64
                      portMappings: [{containerPort: 80, hostPort: 8080}]
                    - name: api
                """
            ),
            (
                """
                containerPort: 3000}]
                      healthCheck
                """,
                """
                containerPort: 3000, hostPort: 8080}]
                      healthCheck
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .refuse)
        #expect(finding.message == "containers side and api both want port 8080/tcp")
        #expect(finding.place?.lineDescription == "production/api.yaml:22")
    }

    @Test("two services that want one port of the same instances are a warning")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "kind: LogGroup",
                """
                kind: Service
                metadata: {name: other}
                spec:
                  cluster: demo
                  taskDefinition:
                    family: other
                    containerDefinitions: [{name: other, image: "other:1", memory: 64, portMappings: [{containerPort: 80, hostPort: 8080}]}]
                  capacityProviderStrategy: [{capacityProvider: spot, weight: 1}]
                ---
                apiVersion: neap/v1
                kind: LogGroup
                """
            ),
            (
                """
                containerPort: 3000}]
                      healthCheck
                """,
                """
                containerPort: 3000, hostPort: 8080}]
                      healthCheck
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "Service/other")
        #expect(finding.weight == .warn)
        #expect(finding.message == "its tasks and those of Service/api want port 8080 of the same instances")
        #expect(finding.place?.lineDescription == "production/api.yaml:6")
    }

    @Test("ports that are given out, and one service with a port of its own, say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    """
                    containerPort: 3000}]
                          healthCheck
                    """,
                    """
                    containerPort: 3000, hostPort: 8080}]
                          healthCheck
                    """
                )
            ).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    """
                      containerDefinitions:
                        - name: api
                    """,
                    """
                      containerDefinitions:
                        - name: side
                          image: side:1
                          memory: 64
                          portMappings: [{containerPort: 80, hostPort: 8080}]
                        - name: api
                    """
                )
            ).isEmpty)
    }
}
