import Model
import Testing

@testable import Kinds

@Suite("Observing target groups")
struct TargetGroupTests {
    @Test("one name that is missing fails no other")
    func missingName() async {
        var world = FakeLoadBalancing()
        let aws = FakeAWS([makeGroups(2, &world)])
        let resources = (0..<3).map { Resource.sample("TargetGroup", "tg\($0)", [:]) }
        let seen = await TargetGroup.observe(
            resources, ObservationContext(aws: aws, region: "eu-west-1", accountID: "1"))
        #expect(seen[resources[0].id]?.live != nil)
        #expect(seen[resources[1].id]?.live != nil)
        if case .absent = seen[resources[2].id] {} else { Issue.record("what is not listed is absent") }
    }

    @Test("tags are read twenty at a time, and attributes once, until something was written")
    func slowReads() async {
        var world = FakeLoadBalancing()
        let aws = FakeAWS([makeGroups(25, &world)])
        let resources = (0..<25).map { Resource.sample("TargetGroup", "tg\($0)", [:]) }
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "1")
        _ = await TargetGroup.observe(resources, context)
        #expect(
            await operations(aws) == [
                "DescribeTags": 2, "DescribeTargetGroupAttributes": 25, "DescribeTargetGroups": 1,
            ])
        _ = await TargetGroup.observe(resources, context)
        #expect(await operations(aws)["DescribeTags"] == 2)
        await context.cache.forget(resources[3].id)
        _ = await TargetGroup.observe(resources, context)
        #expect(
            await operations(aws) == [
                "DescribeTags": 3, "DescribeTargetGroupAttributes": 26, "DescribeTargetGroups": 3,
            ])
    }

    @Test("when AWS does not answer, nothing is known")
    func refused() async {
        let aws = Scripted([:], refusing: ["DescribeTargetGroups": "AccessDenied"])
        let resource = Resource.sample("TargetGroup", "api", [:])
        let seen = await TargetGroup.observe([resource], aws.context)
        var reason: String?
        if case .unknown(let text) = seen[resource.id] { reason = text }
        #expect(reason?.contains("AccessDenied") == true)
    }

    @Test("the outputs are the ARN and the names that CloudWatch and Application Auto Scaling want")
    func outputs() async {
        var world = FakeLoadBalancing()
        let aws = FakeAWS([makeGroups(1, &world)])
        let resource = Resource.sample("TargetGroup", "tg0", [:])
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "1")
        let outputs = await TargetGroup.observe([resource], context)[resource.id]?.live?.outputs
        #expect(outputs?["fullName"] == "targetgroup/tg0/101")
        #expect(outputs?["name"] == "tg0")
    }

    private func makeGroups(_ count: Int, _ world: inout FakeLoadBalancing) -> FakeLoadBalancing {
        for index in 0..<count {
            let input: Value = ["name": .string("tg\(index)"), "tags": [["key": "team", "value": "core"]]]
            #expect(throws: Never.self) { try world.answer(AWSCall("elbv2", "CreateTargetGroup", input)) }
        }
        return world
    }

    private func operations(_ aws: FakeAWS) async -> [String: Int] {
        await aws.calls.reduce(into: [:]) { $0[$1.operation, default: 0] += 1 }
    }
}
