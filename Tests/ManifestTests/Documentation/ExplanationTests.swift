import Manifest
import Model
import Testing

@Suite struct ExplanationTests {
    @Test("a kind is explained with its members")
    func kind() throws {
        #expect(
            try Explanation(TestKinds.taskDefinition).description == """
                TaskDefinition
                  A task definition.
                  members:
                    family                string
                    cpu                   string
                    containerDefinitions  list of mappings, required
                    tags                  mapping of names to strings
                    file                  path of a file that holds the spec in AWS's own shape
                """)
    }

    @Test(
        "a field is explained with its type, default, effect and note",
        arguments: ["port", "/port", "spec.port", "Port"])
    func field(path: String) throws {
        #expect(
            try Explanation(TestKinds.targetGroup, field: path).description == """
                TargetGroup /port
                  type:       integer, 1 to 65535
                  default:    80
                  a change:   replaces
                  removed:    returns to AWS's default
                  The port that targets get unless they say their own.
                """)
    }

    @Test("elements are stepped into, short forms are understood")
    func nested() throws {
        let text = try Explanation(TestKinds.service, field: "loadBalancers.targetGroup").description
        #expect(text.hasPrefix("Service /loadBalancers/*/targetGroupArn\n"))
        #expect(text.contains("refers to:  a TargetGroup by name, also written targetGroup, or what AWS calls it"))
        #expect(
            try Explanation(TestKinds.taskDefinition, field: "/containerDefinitions/0/mode").description.contains(
                "(masked)"))
        #expect(
            try Explanation(TestKinds.taskDefinition, field: "containerDefinitions.mode").description.contains(
                "words:      awsvpc, bridge, host"))
        #expect(
            try Explanation(TestKinds.taskDefinition, field: "containerDefinitions.name").description.contains(
                "required:   yes"))
        #expect(try Explanation(TestKinds.taskDefinition, field: "revision").description.contains("AWS alone"))
    }

    @Test("a field that does not exist is answered with the nearest one")
    func unknown() {
        #expect(throws: Diagnostic("Service has no field clutser", hint: "did you mean cluster?")) {
            try Explanation(TestKinds.service, field: "clutser")
        }
    }
}
