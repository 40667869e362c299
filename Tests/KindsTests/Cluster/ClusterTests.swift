import Model
import Testing

@testable import Kinds

@Suite("Clusters and their capacity providers")
struct ClusterTests {
    private let id = ResourceID("ClusterCapacityProviders", "demo")

    @Test("capacity providers are a part of their own, when they are stated")
    func expand() {
        let spec: Value = ["tags": ["a": "b"], "capacityProviders": ["spot"]]
        let parts = Cluster.manifest.expand(.sample("Cluster", "demo", spec)).parts
        #expect(parts.map(\.id.description) == ["Cluster/demo", "ClusterCapacityProviders/demo"])
        #expect(parts[0].spec == ["tags": ["a": "b"]])
        #expect(
            parts[1].spec == [
                "cluster": .reference(ResourceID("Cluster", "demo"), "name"), "capacityProviders": ["spot"],
            ])
        #expect(Cluster.manifest.expand(.sample("Cluster", "demo", [:])).parts.count == 1)
    }

    @Test("providers that others associated stay, and so does a strategy that Git does not state")
    func foreign() {
        let resource = Resource.sample(
            "ClusterCapacityProviders", "demo", ["cluster": "demo", "capacityProviders": ["a"]])
        let strategy: Value = [["capacityProvider": "other", "base": 0, "weight": 1]]
        var change = ResourceChange(
            resource,
            live: Live(spec: ["capacityProviders": ["other"], "defaultCapacityProviderStrategy": strategy]),
            region: "eu-west-1", accountID: "1")
        change.changes = [
            FieldChange(
                "/capacityProviders", live: ["other"], desired: ["a", "other"], effect: .noRestart, reason: .declared)
        ]
        let calls = ClusterCapacityProviders.calls(for: change)
        #expect(calls.map(\.call.input["capacityProviders"]) == [["a", "other"]])
        #expect(calls.map(\.call.input["defaultCapacityProviderStrategy"]) == [strategy])
        #expect(calls.first?.captures == ["attachmentsStatus": "/cluster/attachmentsStatus"])
    }

    @Test(
        "the state of the association is AWS's, complete where AWS gives none",
        arguments: [("UPDATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"), (nil, "UPDATE_COMPLETE")] as [(Value?, Value)])
    func attachments(given: Value?, output: Value) async {
        var cluster: Value = ["clusterName": "demo", "status": "ACTIVE", "capacityProviders": ["spot"]]
        cluster["attachmentsStatus"] = given
        let aws = Scripted(["DescribeClusters": ["clusters": [cluster]]])
        let resource = Resource.sample("ClusterCapacityProviders", "demo", ["cluster": "demo"])
        let live = await ClusterCapacityProviders.observe([resource], aws.context)[id]?.live
        #expect(live?.outputs["attachmentsStatus"] == output)
    }

    @Test("while a wanted provider is not associated, nobody is told that all is complete")
    func notYetAssociated() async {
        let cluster: Value = [
            "clusterName": "demo", "status": "ACTIVE", "capacityProviders": ["old"],
            "attachmentsStatus": "UPDATE_COMPLETE",
        ]
        let aws = Scripted(["DescribeClusters": ["clusters": [cluster]]])
        let spec: Value = ["cluster": "demo", "capacityProviders": ["spot"]]
        let resource = Resource.sample("ClusterCapacityProviders", "demo", spec)
        let live = await ClusterCapacityProviders.observe([resource], aws.context)[id]?.live
        #expect(live?.spec["capacityProviders"] == ["old"])
        #expect(live?.outputs == [:])
    }

    @Test("a deleted cluster that AWS still answers for is absent")
    func inactive() async {
        let aws = Scripted(["DescribeClusters": ["clusters": [["clusterName": "demo", "status": "INACTIVE"]]]])
        let resource = Resource.sample("Cluster", "demo", [:])
        if case .absent = await Cluster.observe([resource], aws.context)[resource.id] {
        } else {
            Issue.record("INACTIVE is absent")
        }
    }

    @Test("the group behind a cluster's provider waits for the association")
    func gates() {
        let group = ResourceID("AutoScalingGroup", "spot")
        let provider = Resource.sample(
            "CapacityProvider", "spot", ["autoScalingGroupProvider": ["autoScalingGroupArn": .reference(group, "arn")]])
        let association = Resource.sample(
            "ClusterCapacityProviders", "demo", ["capacityProviders": [.reference(provider.id, "name"), "FARGATE"]])
        let gates = ClusterCapacityProviders.gates(of: association, among: ResourceIndex([provider.id: provider]))
        #expect(gates.map(\.resource) == [group])
        #expect(gates.first?.requirement.reference == Reference(id, "attachmentsStatus"))
        #expect(gates.first?.requirement.values == ["UPDATE_COMPLETE"])
        #expect(CapacityProvider.claims(of: provider).map(\.path) == ["/desiredCapacity", "/tags/AmazonECSManaged"])
    }
}
