import Model
import Testing

@testable import Kinds

@Suite("Instances that nobody drains any more")
struct AbandonedInstancesTests {
    private static let group = Resource.sample("AutoScalingGroup", "spot", ["minSize": 1, "maxSize": 4])
    private static let provider = Resource.sample(
        "CapacityProvider", "spot",
        ["autoScalingGroupProvider": ["autoScalingGroupArn": .reference(group.id, "arn")]])
    private static let attached = Resource.sample(
        "ClusterCapacityProviders", "main", ["capacityProviders": [.reference(provider.id, "name")]])

    /// i-1 serves, i-2 and i-3 wait to be drained.
    private static let live = Live(
        spec: [:],
        detail: [
            "instances": .list(
                [("i-1", "InService"), ("i-2", "Terminating:Wait"), ("i-3", "Terminating:Wait")].map { id, state in
                    ["instanceId": .string(id), "lifecycleState": .string(state)]
                })
        ])
    private static let association = Observation.live(Live(spec: ["capacityProviders": ["spot"]]))

    /// AWS whose cluster knows `known`.
    private func aws(_ known: [String], refusing: [String: String] = [:]) -> Scripted {
        Scripted(
            [
                "ListContainerInstances": ["containerInstanceArns": .list(known.map { .string("arn:\($0)") })],
                "DescribeContainerInstances": [
                    "containerInstances": .list(known.map { ["ec2InstanceId": .string($0)] })
                ],
            ], refusing: refusing)
    }

    private func abandoned(
        _ association: Observation, _ aws: Scripted, going: Set<ResourceID> = [group.id],
        among all: [Resource] = [group, provider, attached]
    ) async -> Value? {
        let observed = [Self.group.id: Observation.live(Self.live), Self.attached.id: association]
        let noted = await AbandonedInstances.noted(
            observed, going: going, among: Dictionary(all.map { ($0.id, $0) }) { first, _ in first }, aws.context)
        return noted[Self.group.id]?.live?.detail["abandoned"]
    }

    @Test("when the cluster or its association is gone, all that wait are abandoned, and nobody is asked")
    func gone() async {
        let aws = aws([])
        #expect(await abandoned(.absent, aws) == ["i-2", "i-3"])
        #expect(await abandoned(.live(Live(spec: ["capacityProviders": ["other"]])), aws) == ["i-2", "i-3"])
        #expect(await aws.calls.isEmpty)
    }

    @Test("of those that wait for a cluster which is there, the ones that it does not know")
    func unknown() async {
        #expect(await abandoned(Self.association, aws(["i-1", "i-3"])) == ["i-2"])
        #expect(await abandoned(Self.association, aws(["i-2", "i-3"])) == [])
    }

    @Test("nothing is said of a group that stays, of one whose cluster nobody knows, and when AWS does not tell")
    func quiet() async {
        #expect(await abandoned(.absent, aws([]), going: []) == nil)
        #expect(await abandoned(.absent, aws([]), among: [Self.group]) == nil)
        #expect(await abandoned(.unknown("no answer"), aws([])) == nil)
        let silent = aws([], refusing: ["ListContainerInstances": "AccessDenied"])
        #expect(await abandoned(Self.association, silent) == nil)
    }
}
