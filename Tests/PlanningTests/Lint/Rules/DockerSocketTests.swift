import Model
import Planning
import Testing

@Suite("The lint rule docker-socket")
struct DockerSocketTests {
    private let rule = "docker-socket"

    @Test("the runtime's socket is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "  networkMode: bridge",
                """
                  networkMode: bridge
                  volumes: [{name: host, host: {sourcePath: /var/run/docker.sock}}]
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "volume host gives containers /var/run/docker.sock, which is root on the instance")
        #expect(finding.place?.lineDescription == "production/api.yaml:11")
    }

    @Test("so is a folder that holds it")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "  networkMode: bridge",
                """
                  networkMode: bridge
                  volumes: [{name: host, host: {sourcePath: /}}]
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "volume host gives containers /, which is root on the instance")
    }

    @Test("other folders say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "  networkMode: bridge",
                    """
                      networkMode: bridge
                      volumes: [{name: host, host: {sourcePath: /var/lib/uploads}}]
                    """
                )
            ).isEmpty)
    }
}
