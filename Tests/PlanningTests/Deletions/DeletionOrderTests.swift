import Kinds
import Manifest
import Model
import Testing

@testable import Planning

@Suite("The order in which an environment is taken away")
struct DeletionOrderTests {
    @Test("each step waits for what AWS demands to be gone before, from the services down to the cluster")
    func order() {
        let plan = Teardown().plan
        #expect(plan.departures.allSatisfy { $0.action == .delete })
        #expect(operations(plan, "Service/api") == ["UpdateService", "DeleteService"])
        #expect(Teardown.waits(plan, "Service/api#delete1") == ["until its tasks have stopped"])
        #expect(
            Teardown.waits(plan, "AutoScalingGroup/spot#delete0") == ["until Service/api is gone"],
            "a group keeps its instances while a service runs on them")
        #expect(Teardown.waits(plan, "ClusterCapacityProviders/main#delete0").contains("until Service/api is gone"))
        #expect(
            Teardown.waits(plan, "ClusterCapacityProviders/main#delete0").contains(
                "until the instances of spot are gone"), "their drain needs the cluster")
        #expect(
            Teardown.waits(plan, "CapacityProvider/spot#delete0").contains(
                "until ClusterCapacityProviders/main is gone"))
        #expect(Teardown.waits(plan, "AutoScalingGroup/spot#delete1").contains("until CapacityProvider/spot is gone"))
        #expect(Teardown.waits(plan, "LaunchTemplate/spot#delete0") == ["until AutoScalingGroup/spot is gone"])
        #expect(Teardown.waits(plan, "TargetGroup/api#delete0").contains("until Service/api is gone"))
        #expect(Teardown.waits(plan, "Cluster/main#delete0").contains("until ClusterCapacityProviders/main is gone"))
    }

    @Test("no step stands before one that it waits for")
    func sorted() {
        let plan = Teardown().plan
        let places = Dictionary(plan.deletions.enumerated().map { ($1.resource, $0) }) { _, last in last }
        for (place, step) in plan.deletions.enumerated() {
            for requirement in step.planned.requires where requirement.reference.output == "gone" {
                #expect(places[requirement.reference.resource].map { $0 < place } ?? true, "\(step.id)")
            }
        }
        #expect(!plan.deletions.isEmpty)
    }

    @Test("a later process finds by AWS alone where an earlier one ended")
    func resumed() {
        var teardown = Teardown()
        teardown.gone = ["Service/api", "ListenerRule/api", "ClusterCapacityProviders/main", "CapacityProvider/spot"]
        teardown.instances = []
        let plan = teardown.plan
        #expect(Teardown.waits(plan, "AutoScalingGroup/spot#delete0") == [])
        #expect(plan.deletionState[Reference(.of("AutoScalingGroup/spot"), "instances")] == 0)
        #expect(Teardown.waits(plan, "AutoScalingGroup/spot#delete1") == ["until its instances are gone"])
        #expect(Teardown.waits(plan, "Cluster/main#delete0") == [])
        #expect(!plan.deletions.contains { $0.resource.kind == "Service" })
    }

    @Test("the calls of one resource come one after the other")
    func chained() {
        let steps = Teardown().plan.deletions.filter { $0.resource == .of("AutoScalingGroup/spot") }
        #expect(steps.map(\.after) == [[], ["AutoScalingGroup/spot#delete0"]])
    }

    private func operations(_ plan: Plan, _ id: String) -> [String] {
        plan.deletions.filter { $0.resource == .of(id) }.map(\.planned.call.operation)
    }
}

/// A small stack of real kinds that is to go as a whole.
struct Teardown {
    var gone: Set<String> = []
    var instances: Value = [["instanceId": "i-1", "lifecycleState": "InService"]]
    var own: OwnService?
    /// Over the policy of every resource.
    var policy = Policy()
    var isDestroyed = true

    static func waits(_ plan: Plan, _ step: String) -> [String] {
        plan.deletions.first { $0.id == step }?.planned.requires.map(\.reason) ?? ["no such step"]
    }

    private var resources: [Resource] {
        let spot: Value = .output("name", of: "CapacityProvider/spot")
        return [
            Resource.sample("LaunchTemplate/spot", [:]),
            Resource.sample(
                "AutoScalingGroup/spot",
                ["launchTemplate": ["launchTemplateId": .output("id", of: "LaunchTemplate/spot"), "version": "1"]]),
            Resource.sample(
                "CapacityProvider/spot",
                ["autoScalingGroupProvider": ["autoScalingGroupArn": .output("arn", of: "AutoScalingGroup/spot")]]),
            Resource.sample("Cluster/main", [:]), association(spot),
            Resource.sample("TargetGroup/api", ["port": 80]),
            Resource.sample(
                "ListenerRule/api",
                [
                    "listenerArn": "arn:listener",
                    "actions": [["type": "forward", "targetGroupArn": .output("arn", of: "TargetGroup/api")]],
                ]),
            Resource.sample(
                "Service/api",
                [
                    "cluster": .output("arn", of: "Cluster/main"),
                    "capacityProviderStrategy": [["capacityProvider": spot, "weight": 1]],
                    "loadBalancers": [["targetGroupArn": .output("arn", of: "TargetGroup/api")]],
                ]),
            Resource.sample("LogGroup/api", [:]),
        ].map { resource in
            var copy = resource
            copy.policy = policy
            return copy
        }
    }

    private func association(_ provider: Value) -> Resource {
        var part = Resource.sample(
            "ClusterCapacityProviders/main",
            ["cluster": .output("arn", of: "Cluster/main"), "capacityProviders": [provider]])
        part.manifest = .of("Cluster/main")
        return part
    }

    private func live(_ resource: Resource) -> Live {
        let id = resource.id
        let tags = [
            "neap:environment": "production", "neap:owner": "git.example.org/team/infra",
            "neap:resource": id.description,
        ]
        var live = Live(
            spec: [:], outputs: ["arn": .string("arn:aws:x:\(id.kind)/\(id.name)"), "name": .string(id.name)],
            tags: tags)
        switch id.kind {
        case "Service":
            live.spec = ["desiredCount": 1, "cluster": "arn:aws:x:cluster/main", "taskDefinition": "api:3"]
        case "AutoScalingGroup": live.detail = ["instances": instances, "maxSize": 4]
        case "ClusterCapacityProviders": (live.spec, live.tags) = (["capacityProviders": ["spot"]], nil)
        default: break
        }
        return live
    }

    var plan: Plan {
        let there = resources.filter { !gone.contains($0.id.description) }
        let states = Dictionary(there.map { ($0.id.description, live($0)) }) { first, _ in first }
        var input = PlanInput.of(isDestroyed ? [] : [.sample("LogGroup/kept", [:])], live: states)
        if !isDestroyed { input.observed[.of("LogGroup/kept")] = .live(Live(spec: [:])) }
        for id in gone { input.observed[.of(id)] = .absent }
        var departed = Departed(Dictionary(resources.map { ($0.id, $0) }) { first, _ in first })
        (departed.isDestroyed, departed.cap) = (isDestroyed, .count(100))
        (input.departed, input.own) = (departed, own)
        return Planner().plan(input)
    }
}
