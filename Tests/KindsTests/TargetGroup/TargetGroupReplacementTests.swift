import AWSWire
import Kinds
import Model
import Testing

@Suite("How many targets of a target group answer")
struct TargetGroupReplacementTests {
    private func count(_ answer: @escaping @Sendable (AWSCall) throws -> Value) async throws -> Int? {
        let healthyTargets = kindsByName["TargetGroup"]?.replacement?.healthyTargets
        let ask = try #require(healthyTargets)
        let context = ObservationContext(
            aws: ScriptedAWS(answer: answer), region: "eu-west-1", accountID: "123456789012")
        return await ask(Live(spec: .emptyObject, outputs: ["arn": "arn:new"]), context)
    }

    @Test("those that the load balancer sends requests to count, on their way or draining ones do not")
    func healthy() async throws {
        let found = try await count { call in
            #expect(call == AWSCall("elbv2", "DescribeTargetHealth", ["targetGroupArn": "arn:new"]))
            let states = ["healthy", "initial", "draining", "healthy", "unused"]
            return [
                "targetHealthDescriptions": .list(states.map { ["targetHealth": ["state": .string($0)]] })
            ]
        }
        #expect(found == 2)
    }

    @Test("an AWS that does not answer says nothing, so that nothing moves")
    func silent() async throws {
        struct Silence: Error {}
        #expect(try await count { _ in throw Silence() } == nil)
    }

    @Test("names fit AWS's limits, and only a load balancer needs a person's word")
    func table() {
        let replaceable = allKinds.filter { $0.replacement != nil }
        let names = replaceable.map { $0.schema.kind }.sorted()
        #expect(names == ["CapacityProvider", "LoadBalancer", "TargetGroup"])
        let asking = replaceable.filter { $0.replacement?.permission != nil }.map { $0.schema.kind }
        #expect(asking == ["LoadBalancer"])
        let limit = kindsByName["TargetGroup"]?.replacement?.nameLimit
        #expect(limit == 32)
    }
}
