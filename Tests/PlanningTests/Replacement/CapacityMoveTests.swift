import Kinds
import Manifest
import Model
import Planning
import Testing

@Suite("Services go from a capacity provider to the one that replaces it")
struct CapacityMoveTests {
    private let provider = Resource.sample(
        "CapacityProvider/spot",
        ["autoScalingGroupProvider": ["autoScalingGroupArn": .output("arn", of: "AutoScalingGroup/fleet")]])
    private let fleet = Resource.sample("AutoScalingGroup/fleet", ["minSize": 0, "maxSize": 4])
    private let old = Resource.sample("AutoScalingGroup/spot", ["minSize": 0, "maxSize": 4])
    private let cluster = Resource.sample(
        "ClusterCapacityProviders/demo",
        ["cluster": "demo", "capacityProviders": [.output("name", of: "CapacityProvider/spot")]])

    private func service(stated: Bool) -> Resource {
        let strategy: Value = [["capacityProvider": .output("name", of: "CapacityProvider/spot"), "weight": 1]]
        let spec: Value = ["cluster": "demo", "taskDefinition": "api:1"]
        let more: Value = ["capacityProviderStrategy": strategy]
        return .sample("Service/api", stated ? more.laid(over: spec) : spec)
    }

    /// The plan once the new provider is made: which one the service runs on, and how many instances the old group has.
    private func plan(on used: String, instances: Int, isSettled: Bool = true, stated: Bool = true) -> Plan {
        var input = PlanInput.of(
            [provider, fleet, cluster, service(stated: stated)],
            live: [
                "CapacityProvider/spot": live(
                    "CapacityProvider/spot", ["autoScalingGroupProvider": ["autoScalingGroupArn": "arn:fleet"]],
                    [
                        "arn": "arn:aws:ecs:eu-west-1:123456789012:capacity-provider/spot-1a2b3c4d",
                        "name": "spot-1a2b3c4d",
                    ]),
                "AutoScalingGroup/fleet": live("AutoScalingGroup/fleet", fleet.spec, ["arn": "arn:fleet"]),
                "ClusterCapacityProviders/demo": Live(
                    spec: ["cluster": "demo", "capacityProviders": ["spot", "spot-1a2b3c4d"]],
                    outputs: ["attachmentsStatus": "UPDATE_COMPLETE"]),
                "Service/api": live(
                    "Service/api",
                    [
                        "cluster": "demo", "taskDefinition": "api:1",
                        "capacityProviderStrategy": [["capacityProvider": .string(used), "weight": 1, "base": 0]],
                    ], ["rollout": isSettled ? "settled" : "moving"]),
                "AutoScalingGroup/spot": live(
                    "AutoScalingGroup/spot", old.spec, ["arn": "arn:spot"], instances: instances),
            ])
        var generation = Generation(awsName: "spot-1a2b3c4d")
        let former = live(
            "CapacityProvider/spot", ["autoScalingGroupProvider": ["autoScalingGroupArn": "arn:spot"]],
            ["arn": "arn:aws:ecs:eu-west-1:123456789012:capacity-provider/spot"])
        generation.predecessors = [Predecessor(of: provider.id, awsName: "spot", .live(former))]
        input.generations[provider.id] = generation
        input.desired[provider.id]?.awsName = "spot-1a2b3c4d"
        input.departed = Departed([old.id: old])
        input.departed?.confirmed = ["AutoScalingGroup/spot@arn:spot"]
        input.departed?.cap = .percent(100)
        input.memory[cluster.id] = AppliedRecord(
            commit: "", specHash: "", stated: ["/cluster", "/capacityProviders/spot"])
        ReplacedThings.add(to: &input)
        return Planner().plan(input)
    }

    private func live(
        _ id: String, _ spec: Value, _ outputs: [String: Value], instances: Int = 0
    ) -> Live {
        let tags = [
            "neap:environment": "production", "neap:owner": "git.example.org/team/infra", "neap:resource": id,
        ]
        let all = (0..<instances).map { Value.object(["instanceId": .string("i-\($0)")]) }
        return Live(spec: spec, outputs: outputs, tags: tags, detail: ["instances": .list(all)])
    }

    @Test("while a service runs on the old one the cluster keeps both, and the service is moved")
    func moves() {
        let plan = plan(on: "spot", instances: 2)
        #expect(plan.steps.map(\.planned.call.operation) == ["UpdateService"])
        #expect(plan.later.map(\.planned.call.operation) == ["PutClusterCapacityProviders"])
        #expect(plan.later.first?.planned.call.input["capacityProviders"] == ["spot-1a2b3c4d"])
        #expect(plan.deletions.allSatisfy { !$0.planned.requires.isEmpty })
    }

    @Test("a service that still rolls to the new one counts as running on the old one")
    func rolls() {
        #expect(plan(on: "spot-1a2b3c4d", instances: 2, isSettled: false).later.count == 1)
    }

    @Test("then the old group drains, while the cluster still has its provider")
    func drains() {
        let plan = plan(on: "spot-1a2b3c4d", instances: 2)
        #expect(plan.steps.isEmpty)
        #expect(plan.later.isEmpty)
        let free = plan.deletions.filter { $0.planned.requires.isEmpty }
        #expect(free.map(\.planned.call.operation) == ["UpdateAutoScalingGroup"])
    }

    @Test("an empty group lets the provider out of the cluster, and then both go")
    func released() {
        let plan = plan(on: "spot-1a2b3c4d", instances: 0)
        #expect(plan.steps.map(\.planned.call.operation) == ["PutClusterCapacityProviders"])
        #expect(plan.steps.first?.planned.call.input["capacityProviders"] == ["spot-1a2b3c4d"])
        #expect(plan.departures.map(\.id) == [old.id, .of("CapacityProvider/spot@spot")])
    }

    @Test("a strategy that no manifest states is nobody's to change: both stay")
    func unstated() {
        let plan = plan(on: "spot", instances: 2, stated: false)
        #expect(plan.steps.isEmpty)
        #expect(plan.later.isEmpty)
    }
}
