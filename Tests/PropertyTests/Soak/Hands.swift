import AWSClient
import AWSWire
import Model

@testable import Reconciler

/// A person with the AWS command line, beside Neap.
struct Hands: Sendable {
    private let client: AWSClient
    /// What Neap knows AWS to have given out.
    let outputs: [Reference: Value]

    /// A person in the account of `neap`, who sees what `turn` saw, and the network.
    init(_ neap: Neap, after turn: Turn) async throws {
        client = try neap.aws.client()
        var known = turn.observations.outputs
        known[Reference(ResourceID("Found", "instances"), "groups")] = .list(
            try await Self.ids(client, "DescribeSecurityGroups", "securityGroups", "groupId", "Name", "demo-instances"))
        let subnets = try await Self.ids(client, "DescribeSubnets", "subnets", "subnetId", "Tier", "public")
        known[Reference(ResourceID("Found", "public"), "two")] = .list(Array(subnets.prefix(2)))
        outputs = known
    }

    private static func ids(
        _ client: AWSClient, _ operation: String, _ list: String, _ id: String, _ tag: String, _ value: String
    ) async throws -> [Value] {
        let filter: Value = ["name": .string("tag:" + tag), "values": [.string(value)]]
        let reply = try await client.sendAll(AWSCall("ec2", operation, ["filters": [filter]]))
        return (reply[list]?.list ?? []).compactMap { $0[id] }
    }

    /// Makes the calls, one after the other; what they refer to is filled in.
    func make(_ calls: [AWSCall]) async throws {
        for call in calls {
            var call = call
            call.input = call.input.resolved(outputs)
            _ = try await client.send(call)
        }
    }
}

/// Something that a person changed behind Neap's back.
struct HandMadeDrift: Sendable {
    let name: String
    /// What Neap has to name.
    let resource: ResourceID
    let path: FieldPath
    /// Who the field belongs to, where that is not Git.
    let owner: String?
    let calls: [AWSCall]
    /// How long AWS takes until it is so, in seconds.
    let wait: Double

    init(
        _ name: String, _ resource: String, _ path: FieldPath, owner: String? = nil, wait: Double = 5,
        _ calls: AWSCall...
    ) {
        self.name = name
        self.wait = wait
        let parts = resource.split(separator: "/", maxSplits: 1).map(String.init)
        self.resource = ResourceID(parts[0], parts[1])
        self.path = path
        self.owner = owner
        self.calls = calls
    }
}

/// An output of a resource, as a call takes it.
func output(_ kind: String, _ name: String, _ output: String = "arn") -> Value {
    .reference(ResourceID(kind, name), output)
}
