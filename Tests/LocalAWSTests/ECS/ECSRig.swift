import AWSWire
import Model
import Simulation
import Testing

@testable import LocalAWS

/// A world and ECS's operations on it, called as the server calls them; requests and replies fit AWS's shapes.
struct ECSRig {
    var world = World(
        place: AWSPlace(account: "123456789012", region: "eu-west-1"), seed: 7,
        start: Instant(milliseconds: 1_700_000_000_000))
    let caller = "arn:aws:iam::123456789012:role/deployer"

    /// What `operation` answers.
    @discardableResult
    mutating func call(_ operation: String, _ input: Value = .emptyObject) throws -> Value {
        let action = try #require(LocalECS.service.operations[operation]).action
        let model = try #require(ECSRig.model.operation(operation))
        #expect(RequestCheck.violations(of: input, against: model.input) == [])
        let request = LocalRequest(input: input, caller: caller)
        let output =
            switch action {
            case .read(let body): try body(world, request)
            case .write(let body): try body(&world, request)
            }
        #expect(RequestCheck.violations(of: output, against: model.output) == [])
        return output
    }

    /// Why `operation` is refused; nil when it is not.
    mutating func refusal(_ operation: String, _ input: Value = .emptyObject) throws -> Refusal? {
        do {
            try call(operation, input)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    /// A container that AWS takes, with what a test adds.
    static func container(_ name: String = "app", _ more: [String: Value] = [:]) -> Value {
        .object(["name": .string(name), "image": "nginx:1.27", "memory": 128].merging(more) { _, own in own })
    }

    /// Registers a family with one container.
    @discardableResult
    mutating func register(_ family: String = "api", _ container: [String: Value] = [:]) throws -> Value {
        let input: Value = [
            "family": .string(family), "containerDefinitions": [Self.container("app", container)],
        ]
        return try #require(try call("RegisterTaskDefinition", input)["taskDefinition"])
    }

    /// A cluster `default` with one instance of 4 vCPU and 8 GiB that a person registered; its id.
    @discardableResult
    mutating func clusterWithInstance() throws -> String {
        if world.ecs.clusterNames["default"] == nil { try call("CreateCluster") }
        let input: Value = [
            "instanceIdentityDocument": "{\"instanceId\": \"i-0123456789abcdef0\"}",
            "totalResources": [
                ["name": "CPU", "type": "INTEGER", "integerValue": 4096],
                ["name": "MEMORY", "type": "INTEGER", "integerValue": 8192],
            ],
        ]
        let arn = try call("RegisterContainerInstance", input)["containerInstance"]?["containerInstanceArn"]?.string
        return try #require(arn?.split(separator: "/").last.map(String.init))
    }

    /// The only service of a reply.
    mutating func service(_ name: String) throws -> Value {
        try #require(try call("DescribeServices", ["services": [.string(name)]])["services"]?.list?.first)
    }

    private static let model = LocalECS.service.model
}
