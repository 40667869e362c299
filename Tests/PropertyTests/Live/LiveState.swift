import AWSClient
import Model

/// An account that somebody clicked and scripted together without Neap: names of all kinds, few tags and none of Neap's, most
/// members as AWS leaves them, and some that a manifest of Neap's own would never say.
struct LiveState: Sendable {
    static let cluster = "Legacy_Cluster"
    let client: AWSClient
    var chance: Chance
    /// Which launch templates' words and counts are in it, for the tally.
    private(set) var template = ""
    var subnets: [Value] = []
    var securityGroups: [Value] = []
    var vpc = Value.null
    /// Target groups' ARNs that listeners forward to.
    var targetGroups: [Value] = []
    var provider: String?

    init(_ aws: EmbeddedAWS, seed: UInt64) throws {
        client = try aws.client()
        chance = Chance(seed: seed)
    }

    /// Makes everything; AWS needs some minutes until it is so.
    mutating func make() async throws {
        try await findNetwork()
        try await makeCapacity()
        try await makeBalancing()
        try await makeServices()
        try await makeScaling()
    }

    @discardableResult
    func call(_ service: String, _ operation: String, _ input: Value) async throws -> Value {
        try await client.send(AWSCall(service, operation, input))
    }

    private mutating func findNetwork() async throws {
        let found = try await client.sendAll(AWSCall("ec2", "DescribeSubnets", .emptyObject))["subnets"]?.list ?? []
        subnets = found.compactMap { $0["subnetId"] }
        vpc = found.first?["vpcId"] ?? .null
        let groups = try await client.sendAll(AWSCall("ec2", "DescribeSecurityGroups", .emptyObject))
        securityGroups = (groups["securityGroups"]?.list ?? []).compactMap { $0["groupId"] }
    }

    /// AWS's list of tags, often none.
    mutating func tags() -> Value {
        guard chance.has(40) else { return [] }
        return .list(chance.some(["Team", "Cost Centre", "env"]).map { ["key": $0, "value": .string(chance.text())] })
    }

    /// A member in some of a hundred cases.
    mutating func may(_ percent: Int, _ name: String, _ values: [Value], in input: inout Value) {
        if chance.has(percent) { input[name] = chance.pick(values) }
    }

    mutating func noteTemplate(_ word: String) { template = word }
}
