import Kinds
import Model
import Testing

@Suite("Lookups")
struct LookupsTests {
    private let privateSubnets = Lookup("Subnet", .tags(["Tier": "private"]))
    private let oneSubnet = Lookup("Subnet", .tags(["Tier": "private", "Zone": "a"]))
    private let noSubnet = Lookup("Subnet", .tags(["Tier": "secret"]))
    private let network = Lookup("VPC", .tags(["Name": "demo"]))
    private let image = Lookup("Image", .ssm("/ami/image_id"))
    private let recommended = Lookup("Image", .ssm("/ami/recommended"))
    private let gone = Lookup("Image", .ssm("/gone"))

    private func observe(_ lookups: [Lookup]) async -> (found: [ResourceID: Observation], calls: [AWSCall]) {
        let aws = FakeAWS([FakeNetwork(), FakeParameters()])
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "123456789012")
        let found = await Lookups.observe(lookups, context)
        #expect(await aws.violations == [])
        return (found, await aws.calls)
    }

    @Test("one listing answers all lookups of a kind; matches are sorted")
    func tags() async {
        let (found, calls) = await observe([privateSubnets, oneSubnet])
        #expect(calls.map(\.operation) == ["DescribeSubnets"])
        #expect(found[privateSubnets.id]?.live?.outputs == ["ids": ["subnet-1", "subnet-2"]])
        #expect(found[oneSubnet.id]?.live?.outputs == ["ids": ["subnet-1"], "id": "subnet-1"])
    }

    @Test("nothing found is unknown, and so are several networks where one is wanted")
    func none() async {
        let (found, _) = await observe([noSubnet, network])
        #expect(found[noSubnet.id]?.text == "no Subnet has the tags Tier=secret")
        #expect(found[network.id]?.text == "2 of VPC has the tags Name=demo, and one is wanted: vpc-1, vpc-2")
    }

    @Test("a parameter holds an id or AWS's recommendation; a missing one is unknown")
    func parameters() async {
        let (found, calls) = await observe([image, recommended, gone])
        #expect(calls.map(\.operation) == ["GetParameters"])
        #expect(found[image.id]?.live?.outputs["id"] == "ami-1")
        #expect(found[recommended.id]?.live?.outputs["id"] == "ami-2")
        #expect(found[gone.id]?.text == "no Image is named by the parameter /gone")
    }

    @Test("what was found is not asked for again, what was not is")
    func remembered() async {
        let aws = FakeAWS([FakeNetwork(), FakeParameters()])
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "123456789012")
        for lookups in [[privateSubnets], [privateSubnets, noSubnet], [image], [image, gone]] {
            for _ in 0..<2 { _ = await Lookups.observe(lookups, context) }
        }
        let asked = await aws.calls.map(\.operation)
        #expect(asked.filter { $0 == "DescribeSubnets" }.count == 3)
        #expect(asked.filter { $0 == "GetParameters" }.count == 3)
    }

    @Test("a call that fails makes exactly its lookups unknown")
    func failure() async {
        let context = ObservationContext(
            aws: ScriptedAWS { call in
                if call.service == "ssm" { throw fakeError(call, "AccessDeniedException", "no") }
                return ["subnets": [["subnetId": "subnet-1", "tags": [["key": "Tier", "value": "private"]]]]]
            }, region: "eu-west-1", accountID: "1")
        let found = await Lookups.observe([privateSubnets, image], context)
        #expect(found[privateSubnets.id]?.live != nil)
        #expect(found[image.id]?.text?.contains("AccessDeniedException") == true)
    }
}

extension Observation {
    /// Why it is unknown.
    fileprivate var text: String? { if case .unknown(let text) = self { text } else { nil } }
}

private struct FakeNetwork: FakeService {
    static let service = "ec2"

    mutating func answer(_ call: AWSCall) throws -> Value? {
        switch call.operation {
        case "DescribeSubnets":
            [
                "subnets": [
                    ["subnetId": "subnet-2", "tags": tags(["Tier": "private", "Zone": "b"])],
                    ["subnetId": "subnet-1", "tags": tags(["Tier": "private", "Zone": "a"])],
                    ["subnetId": "subnet-3", "tags": tags(["Tier": "public"])],
                ]
            ]
        case "DescribeVpcs":
            [
                "vpcs": [
                    ["vpcId": "vpc-2", "tags": tags(["Name": "demo"])],
                    ["vpcId": "vpc-1", "tags": tags(["Name": "demo"])],
                ]
            ]
        default: nil
        }
    }

    private func tags(_ tags: [String: String]) -> Value {
        .list(tags.map { ["key": .string($0.key), "value": .string($0.value)] })
    }
}

private struct FakeParameters: FakeService {
    static let service = "ssm"

    mutating func answer(_ call: AWSCall) throws -> Value? {
        let known: [String: Value] = [
            "/ami/image_id": "ami-1", "/ami/recommended": #"{"image_name": "al", "image_id": "ami-2", "os": "x"}"#,
        ]
        let names = (call.input["names"]?.list ?? []).compactMap(\.string)
        return [
            "parameters": .list(names.compactMap { name in known[name].map { ["name": .string(name), "value": $0] } }),
            "invalidParameters": .list(names.filter { known[$0] == nil }.map { .string($0) }),
        ]
    }
}
