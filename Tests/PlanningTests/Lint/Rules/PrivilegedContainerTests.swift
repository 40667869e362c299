import Model
import Planning
import Testing

@Suite("The lint rule privileged-container")
struct PrivilegedContainerTests {
    private let rule = "privileged-container"

    @Test("a privileged container is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "      cpu: 256",
                """
                      cpu: 256
                      privileged: true
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "container api: privileged is root on the instance")
        #expect(finding.place?.lineDescription == "production/api.yaml:15")
    }

    @Test("so is a capability that is as wide")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule,
            (
                "      cpu: 256",
                """
                      cpu: 256
                      linuxParameters: {capabilities: {add: [SYS_ADMIN]}}
                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "container api: capability SYS_ADMIN is as good as root on the instance")
    }

    @Test("narrow capabilities say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "      cpu: 256",
                    """
                          cpu: 256
                          linuxParameters: {capabilities: {add: [NET_BIND_SERVICE]}}
                    """
                )
            ).isEmpty)
    }
}
