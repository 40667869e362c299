import Model
import Planning
import Testing

@Suite("The lint rule mutable-image-tag")
struct MutableImageTagTests {
    private let rule = "mutable-image-tag"

    @Test("a tag that moves is warned of")
    func fires() throws {
        let found = try LintStack.findings(
            of: rule, ("image: example.org:5000/team/api:1.8.0", "image: example.org:5000/team/api:latest"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "container api: the tag latest of its image moves")
        #expect(finding.place?.lineDescription == "production/api.yaml:13")
    }

    @Test("no tag is latest; a registry's port is none")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule, ("image: example.org:5000/team/api:1.8.0", "image: example.org:5000/team/api"))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "TaskDefinition/api")
        #expect(finding.weight == .warn)
        #expect(finding.message == "container api: image example.org:5000/team/api has no tag, which is latest")
    }

    @Test("versions and digests say nothing")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "image: example.org:5000/team/api:1.8.0",
                    "image: example.org:5000/team/api@sha256:0000000000000000000000000000000000000000000000000000000000000000"
                )
            ).isEmpty)
    }
}
