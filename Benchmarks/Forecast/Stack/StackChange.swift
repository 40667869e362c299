import Kinds
import Model
import Planning
import Simulation

/// A change of a stack, as a commit would make it, and the plan for it.
struct StackChange {
    /// Services that roll.
    private(set) var rolled: [RandomStack.Member] = []
    /// The group whose instances are replaced; nil for none.
    private(set) var replaced: RandomStack.Base?
    private var desired: [Resource] = []
    private var observed: [ResourceID: Observation] = [:]
    private var outputs: [Reference: Value] = [:]

    /// Some change of `stack`: new images, counts and bounds of services; in one of six, instances that are replaced.
    init(of stack: inout RandomStack) {
        if stack.chance.oneIn(6) {
            replace(&stack)
            return
        }
        let count = min(stack.services.count, stack.chance.draw(1...2))
        for member in stack.services.prefix(count) { roll(member, &stack) }
    }

    /// New images for all of these services.
    init(rolling services: [RandomStack.Member], of stack: inout RandomStack) {
        for member in services { roll(member, &stack, onlyImage: true) }
    }

    /// The plan, by the kinds that Neap has and one for refreshes.
    var plan: Plan {
        var kinds = kindsByName
        kinds[RefreshedInstances.schema.kind] = RefreshedInstances.self
        return Planner(kinds: kinds).plan(input)
    }

    /// What the plan is made from.
    var input: PlanInput {
        PlanInput(
            desired: Dictionary(desired.map { ($0.id, $0) }) { first, _ in first }, observed: observed,
            outputs: outputs, ownership: Ownership(environment: "bench", owner: "example.org/bench"), specHashes: [:],
            region: RandomStack.place.region, accountID: RandomStack.place.account)
    }

    private mutating func roll(_ member: RandomStack.Member, _ stack: inout RandomStack, onlyImage: Bool = false) {
        rolled.append(member)
        let definition = ResourceID("TaskDefinition", member.name)
        let name = stack.world.ecs.services[member.id]?.settings.taskDefinition ?? ""
        let arn = RandomStack.place.arn("ecs", "task-definition/\(name)")
        var container = member.container
        let old: Value = ["networkMode": "bridge", "containerDefinitions": [container]]
        container["image"] = "registry.example.org/app:2"
        add(
            definition, ["networkMode": "bridge", "containerDefinitions": [container]],
            live: Live(spec: old, outputs: ["arn": .string(arn), "revision": .string(String(name.suffix(1)))]))
        var live: Value = [
            "cluster": .string(RandomStack.clusterName), "taskDefinition": .string(arn),
            "desiredCount": .integer(member.desired),
            "deploymentConfiguration": [
                "minimumHealthyPercent": .integer(member.least), "maximumPercent": .integer(member.most),
            ],
        ]
        let before = live
        live["taskDefinition"] = .reference(definition, "arn")
        if !onlyImage, stack.chance.oneIn(4) {
            live["desiredCount"] = .integer(max(1, member.desired + stack.chance.draw(-1...2)))
        }
        add(ResourceID("Service", member.name), live, live: Live(spec: before))
    }

    private mutating func replace(_ stack: inout RandomStack) {
        let group = stack.chance.pick(stack.groups)
        replaced = group
        let isProtected = stack.world.fleet.groupNames[group.name].flatMap {
            stack.world.fleet.groups[$0]?.settings.newInstancesProtected
        }
        let (least, most) = stack.chance.pick([(90, 100), (100, 110), (50, 100), (100, 200), (100, 150)])
        let spec: Value = [
            "minHealthyPercentage": .integer(least), "maxHealthyPercentage": .integer(most),
            "instanceWarmup": .integer(stack.chance.pick([0, 30, 120])),
            "scaleInProtectedInstances": isProtected == true ? "Refresh" : "Wait",
        ]
        add(ResourceID("RefreshedInstances", group.name), spec, live: nil)
    }

    private mutating func add(_ id: ResourceID, _ spec: Value, live: Live?) {
        let policy = { () -> Policy in
            var policy = Policy()
            policy.adopt = true
            return policy
        }()
        desired.append(
            Resource(
                id, awsName: id.name, spec: spec, policy: policy,
                place: Place(file: "bench.yaml", line: 1, column: 1), dependsOn: []))
        observed[id] = live.map(Observation.live) ?? .absent
        for (name, value) in live?.outputs ?? [:] { outputs[Reference(id, name)] = value }
    }
}
