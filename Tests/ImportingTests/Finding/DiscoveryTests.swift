import Kinds
import Model
import Planning
import Testing

@testable import Importing

/// What is found, and what is said of what is not.
struct DiscoveryTests {
    @Test("everything that a service stands on is found, each once")
    func everything() async throws {
        let stack = try await RecordedStack.stack()
        #expect(
            stack.things.map(\.id.description) == [
                "Cluster/old", "Service/web", "TaskDefinition/web", "TargetGroup/web", "LoadBalancer/front",
                "Listener/front/80", "ListenerRule/front/80/5", "ScalingPolicy/web", "StepScalingPolicy/web/Up",
                "TargetTrackingPolicy/web/web-requests", "Alarm/Hot",
            ])
        #expect(stack.notes.isEmpty)
    }

    @Test("what may not be read is named and left out, and the rest is imported")
    func denied() async throws {
        let aws = Denying(
            other: try RecordedStack.replies(), operations: ["DescribeTargetGroups", "DescribeScalingPolicies"])
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "123456789012")
        let cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/old"
        let stack = try await Discovery.run(Selection(cluster: cluster), context, isOffline: true)
        #expect(stack.notes.contains { $0.text.hasPrefix("TargetGroup web is left out: ") })
        #expect(stack.notes.contains { $0.text.hasPrefix("scaling policies of service web are left out: ") })
        let files = ImportedFiles(stack, folder: "p", ownership: Ownership(environment: "p", owner: ""))
        let service = try #require(files.texts["p/web/service.yaml"])
        #expect(service.contains("targetGroupArn: \(RecordedStack.group)"), "an ARN stays where there is no name")
        #expect(files.texts["p/cluster.yaml"]?.hasPrefix("# TargetGroup web is left out: ") == true)
        #expect(files.notes.contains { $0.hasPrefix("p/cluster.yaml: TargetGroup web is left out: ") })
    }

    @Test("a cluster that is not there ends the import")
    func noCluster() async throws {
        let context = ObservationContext(aws: try RecordedStack.replies(), region: "eu-west-1", accountID: "")
        await #expect(throws: ImportError.noCluster("old", "AWS has none of that name")) {
            try await Discovery.run(Selection(cluster: "old"), context)
        }
    }

    @Test("services are chosen by tags, all of them")
    func tags() async throws {
        let context = ObservationContext(aws: try RecordedStack.replies(), region: "eu-west-1", accountID: "")
        let core = Selection(cluster: "old", tags: ["Team": "core"])
        #expect(try await Discovery.run(core, context, isOffline: true).all("Service").count == 1)
        await #expect(throws: ImportError.self) {
            try await Discovery.run(Selection(cluster: "old", tags: ["Team": "web"]), context, isOffline: true)
        }
    }
}
