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

    @Test("an environment is explained with its members, and a field of it with its default")
    func environment() throws {
        let whole = try Explanation(of: "Environment", among: TestKinds.all).description
        #expect(whole.hasPrefix("Environment\n  What is watched, where it runs, and how.\n  members:\n    aws "))
        #expect(whole.contains("\n    paths          list of strings, required\n"))
        #expect(
            try Explanation(of: "Environment.spec.interval", among: []).description == """
                Environment /interval
                  type:       duration such as 30s, 5m or 1h30m
                  default:    1m
                  How often Git is asked, 10s to 24h.
                """)
        #expect(
            try Explanation(of: "Environment.prune.maxDeletions", among: []).description == """
                Environment /prune/maxDeletions
                  type:       integer or string
                  How many manifests may go, together with those that went in the 60 minutes before: a count, or a share of all, of which one may always go.
                """)
        #expect(
            try Explanation(of: "Environment.policy.drift", among: []).description.contains(
                "words:      report, correct"))
    }

    @Test(
        "an unknown kind or field of an environment is answered with the nearest one",
        arguments: [
            ("Servise", "no kind is named Servise", "did you mean Service?"),
            ("Enviroment.paths", "no kind is named Enviroment", "did you mean Environment?"),
            ("Environment.intervall", "Environment has no field intervall", "did you mean interval?"),
            ("Environment.aws.regoin", "Environment has no field regoin in /aws", "did you mean region?"),
        ])
    func unknownNames(name: String, message: String, hint: String) {
        #expect(throws: Diagnostic(message, hint: hint)) { try Explanation(of: name, among: TestKinds.all) }
    }

    @Test("what is like no kind is answered with all of them")
    func farNames() throws {
        #expect(
            throws: Diagnostic(
                "no kind is named Elephants", hint: "there are: Cluster, Environment, Overlay, Release, Service")
        ) { try Explanation(of: "Elephants", among: [TestKinds.service, TestKinds.cluster]) }
        #expect(
            try Explanation(of: "TargetGroup.port", among: TestKinds.all)
                == Explanation(TestKinds.targetGroup, field: "port"))
    }
}
