import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

/// What events name, and what it is in an environment.
@Suite("Touched resources")
struct TouchedResourcesTests {
    private let api = ResourceID("Service", "api")
    private let spot = ResourceID("AutoScalingGroup", "spot")
    private let cluster = ResourceID("Cluster", "demo")

    private var touched: TouchedResources {
        var world = World()
        world.add("Service", "api", ["cluster": .reference(cluster, "arn")])
        world.add("Service", "elsewhere", ["cluster": "other"])
        world.add("AutoScalingGroup", "spot", [:])
        world.add("Cluster", "demo", [:])
        world.add("ScalingPolicy", "api", [:])
        var seen = Observations()
        seen.record(
            api,
            .live(
                Live(
                    spec: [:], outputs: ["arn": "arn:aws:ecs:eu-west-1:123456789012:service/demo/api"],
                    detail: ["clusterArn": "arn:aws:ecs:eu-west-1:123456789012:cluster/demo"])))
        seen.record(spot, .live(Live(spec: [:], outputs: [:], detail: ["instances": [["instanceId": "i-1"]]])))
        seen.record(
            ResourceID("ScalingPolicy", "api"), .live(Live(spec: [:], outputs: ["resourceId": "service/demo/api"])))
        return TouchedResources(world.target, seen)
    }

    private func named(
        _ name: AWSThing.Name, account: String = "123456789012", region: String = "eu-west-1"
    ) -> Set<ResourceID> {
        touched.named([AWSThing(name, accountID: account, region: region)])
    }

    @Test("services are known by their name and cluster, and by their ARN")
    func services() {
        #expect(named(.service("api", cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/demo")) == [api])
        #expect(named(.service("api", cluster: "demo")) == [api])
        #expect(named(.service("api", cluster: "")) == [api])
        #expect(named(.service("api", cluster: "other")) == [])
        #expect(named(.service("elsewhere", cluster: "other")) == [ResourceID("Service", "elsewhere")])
        #expect(named(.arn("arn:aws:ecs:eu-west-1:123456789012:service/demo/api")) == [api])
    }

    @Test("groups are known by their name and by their instances, policies by what they scale")
    func others() {
        #expect(named(.named("spot", kind: "AutoScalingGroup")) == [spot])
        #expect(named(.groupOf(instance: "i-1")) == [spot])
        #expect(named(.groupOf(instance: "i-2")) == [])
        #expect(named(.scalableTarget("service/demo/api")) == [ResourceID("ScalingPolicy", "api")])
        #expect(named(.named("demo", kind: "Service")) == [])
    }

    @Test("what is in another account or region is nobody's")
    func elsewhere() {
        #expect(named(.named("spot", kind: "AutoScalingGroup"), account: "210987654321") == [])
        #expect(named(.named("spot", kind: "AutoScalingGroup"), region: "eu-central-1") == [])
    }
}
