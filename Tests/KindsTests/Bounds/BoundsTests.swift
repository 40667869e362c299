import Manifest
import Model
import Testing

@testable import Kinds

@Suite("What AWS refuses beyond its model")
struct BoundsTests {
    private func problems(_ kind: String, _ spec: String, name: String = "api") throws -> [Diagnostic] {
        let text = "apiVersion: neap/v1\nkind: \(kind)\nmetadata: {name: \(name)}\nspec: \(spec)\n"
        let environment = "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: demo}\nspec: {paths: [demo]}\n"
        let files = ["neap.yaml": Array(environment.utf8), "demo/a.yaml": Array(text.utf8)]
        let desired = try ManifestReader(kinds: allKinds.map { $0.manifest }).read(HeldFiles(files))
        return desired.diagnostics.filter { $0.severity == .error }
    }

    private static func container(_ members: String) -> String {
        "{containerDefinitions: [{name: api, image: api:1, \(members)}]}"
    }

    private static let strategy = "{minSize: 1, maxSize: 2, mixedInstancesPolicy: {instancesDistribution: "

    private static let cases: [(String, String, String)] = [
        ("LogGroup", "{retentionInDays: 31}", "31 is no number of days that AWS keeps log events for"),
        ("AutoScalingGroup", "{minSize: 5, maxSize: 1}", "minSize 5 is above maxSize 1"),
        (
            "AutoScalingGroup", "{minSize: 1, desiredCapacity: 4, maxSize: 3}",
            "desiredCapacity 4 is above maxSize 3"
        ),
        (
            "AutoScalingGroup", "{minSize: 2, desiredCapacity: 1, maxSize: 3}",
            "minSize 2 is above desiredCapacity 1"
        ),
        ("AutoScalingGroup", "{minSize: -1, maxSize: 1}", "-1 is out of range, AWS takes 0 to 2147483647"),
        (
            "AutoScalingGroup", "\(strategy){spotAllocationStrategy: price-capacity-optimised}}}",
            "price-capacity-optimised is not one of price-capacity-optimized, capacity-optimized, lowest-price, "
                + "capacity-optimized-prioritized"
        ),
        (
            "AutoScalingGroup", "\(strategy){onDemandPercentageAboveBaseCapacity: 101}}}",
            "101 is out of range, AWS takes 0 to 100"
        ),
        ("TaskDefinition", container("memory: 0"), "0 is out of range, AWS takes 4 to 2147483647"),
        ("TaskDefinition", container("memoryReservation: 3"), "3 is out of range, AWS takes 4 to 2147483647"),
        ("TaskDefinition", container("cpu: -5"), "-5 is out of range, AWS takes 0 to 2147483647"),
        (
            "TaskDefinition", container("portMappings: [{containerPort: 80000}]"),
            "80000 is out of range, AWS takes 0 to 65535"
        ),
        (
            "TaskDefinition", "{containerDefinitions: [{name: hello world!, image: api:1}]}",
            "hello world! is no name of a container"
        ),
        (
            "Service", "{taskDefinition: \"api:1\", desiredCount: -1}",
            "-1 is out of range, AWS takes 0 to 2147483647"
        ),
        (
            "Service", "{taskDefinition: \"api:1\", desiredCount: 5000000000}",
            "5000000000 is out of range, AWS takes 0 to 2147483647"
        ),
        (
            "Service", "{taskDefinition: \"api:1\", deploymentConfiguration: {minimumHealthyPercent: 500}}",
            "500 is out of range, AWS takes 0 to 100"
        ),
    ]

    @Test("a number or a word that AWS does not take is told where it is written", arguments: cases)
    func refused(_ kind: String, _ spec: String, _ message: String) throws {
        let found = try problems(kind, spec)
        #expect(found.map(\.message) == [message])
        #expect(found.allSatisfy { $0.description.hasPrefix("demo/a.yaml:4:") && $0.place?.column ?? 0 > 7 })
    }

    @Test("the retention that is nearest is named, and policy.unchecked lets another through")
    func retention() throws {
        #expect(try problems("LogGroup", "{retentionInDays: 31}").first?.hint == "the nearest that it takes: 30, 60")
        #expect(try problems("LogGroup", "{retentionInDays: 5000}").first?.hint == "the nearest that it takes: 3653")
        #expect(try problems("LogGroup", "{retentionInDays: 31}\npolicy: {unchecked: [/retentionInDays]}") == [])
    }

    @Test(
        "the name of a target group or a load balancer is held against AWS's rules, where it is written",
        arguments: [
            ("TargetGroup", String(repeating: "a", count: 54), "54 characters, AWS takes 1 to 32 for a target group"),
            ("TargetGroup", "my_api", "my_api is no name of a target group"),
            ("TargetGroup", "my--api", "my--api is no name of a target group"),
            ("LoadBalancer", "api-", "api- is no name of a load balancer"),
            ("LoadBalancer", "internal-api", "internal-api is no name of a load balancer"),
        ])
    func names(_ kind: String, _ name: String, _ message: String) throws {
        let subnets = kind == "LoadBalancer" ? "subnets: [subnet-1, subnet-2]" : ""
        let found = try problems(kind, "{\(subnets)}", name: name)
        #expect(found.count == 1 && found[0].message.contains(message))
        #expect(found.first?.description.hasPrefix("demo/a.yaml:3:18: ") == true)
        let stated = try problems(kind, "{name: \(name), \(subnets)}")
        #expect(stated.count == 1 && stated[0].message.contains(message))
        #expect(stated.first?.description.hasPrefix("demo/a.yaml:4:14: ") == true)
        #expect(try problems(kind, "{name: api, \(subnets)}", name: name) == [])
    }

    @Test("every bound is of a field that its kind has")
    func known() {
        let bounds: [(any Kind.Type, [FieldBound])] = [
            (AutoScalingGroup.self, GroupBounds.fields), (Service.self, Service.bounds),
            (TaskDefinition.self, TaskDefinition.bounds),
        ]
        for (kind, fields) in bounds {
            for field in fields {
                var shape: Shape? = kind.schema.shape
                for part in field.path.parts { shape = shape?.child(part) }
                #expect(shape != nil, "\(kind.schema.kind) \(field.path)")
            }
        }
    }
}
