import Kinds
import Model
import Planning
import Testing

@Suite("The rule task-fits-no-instance")
struct TaskFitsNoInstanceTests {
    private let rule = "task-fits-no-instance"

    private func stack(_ container: Value, isNew: Bool = false) -> RollStack {
        let whole = container.laid(over: ["name": "api", "image": "api:2", "essential": true])
        return RollStack(definition: ["containerDefinitions": [whole]], isNew: isNew)
    }

    @Test("more memory than the largest type has is refused, and that type is shown", arguments: [false, true])
    func memory(isNew: Bool) throws {
        let finding = try #require(stack(["cpu": 256, "memory": 16_000], isNew: isNew).finding(rule))
        #expect(finding.refuses)
        #expect(
            finding.details == [
                "A task reserves 256 CPU and 16000 MiB; the largest, t3.xlarge, has 4096 CPU and 15614 MiB.",
                "Ask for less, or let group spot (production/spot.yaml:24) launch another type.",
            ])
    }

    @Test("more CPU than any type has is refused")
    func cpu() {
        #expect(stack(["cpu": 4097, "memory": 512]).finding(rule) != nil)
        #expect(stack(["cpu": 4096, "memory": 512]).finding(rule) == nil)
    }

    @Test("the soft limit is what a container reserves, the task's own size goes before both")
    func reserved() {
        #expect(stack(["cpu": 256, "memory": 16_000, "memoryReservation": 512]).finding(rule) == nil)
        var sized = stack(["cpu": 256, "memory": 512])
        sized.definition["memory"] = "16000"
        #expect(sized.finding(rule) != nil)
    }

    @Test("a host port that the agent keeps is free nowhere")
    func ports() {
        let taken = stack(["memory": 512, "portMappings": [["containerPort": 80, "hostPort": 51678]]])
        #expect(taken.finding(rule)?.details.first?.contains("Host port 51678") == true)
        let free = stack(["memory": 512, "portMappings": [["containerPort": 80, "hostPort": 8080]]])
        #expect(free.finding(rule) == nil)
    }

    @Test("memberOf counts as far as it speaks of types; what only an instance can tell proves nothing")
    func constraints() {
        var stack = RollStack()
        stack.service = [
            "placementConstraints": [["type": "memberOf", "expression": "attribute:ecs.instance-type =~ c5.*"]]
        ]
        #expect(
            stack.finding(rule)?.details.first
                == "memberOf attribute:ecs.instance-type =~ c5.* leaves none of t3.large and t3.xlarge.")
        stack.service = ["placementConstraints": [["type": "memberOf", "expression": "attribute:stack == blue"]]]
        #expect(stack.finding(rule) == nil)
        stack.service = ["placementConstraints": [["type": "distinctInstance"]]]
        #expect(stack.finding(rule) == nil)
    }

    @Test("types that nobody knows prove nothing")
    func unknownTypes() {
        var stack = stack(["memory": 500_000])
        #expect(stack.finding(rule) != nil)
        stack.group = ["mixedInstancesPolicy": ["launchTemplate": ["overrides": [["instanceType": "x9.huge"]]]]]
        #expect(stack.finding(rule) == nil)
        stack.capacity = ObservedCapacity(at: 0)
        stack.capacity?.instanceTypes = [
            ["instanceType": "x9.huge", "vCpuInfo": ["defaultVCpus": 64], "memoryInfo": ["sizeInMiB": 262_144]]
        ]
        #expect(stack.finding(rule)?.details.first?.contains("x9.huge, has 65536 CPU and 249824 MiB") == true)
        stack.group = [
            "mixedInstancesPolicy": [
                "launchTemplate": ["overrides": [["instanceRequirements": ["vCpuCount": ["min": 2]]]]]
            ]
        ]
        #expect(stack.finding(rule) == nil)
    }

    @Test("what the plan lets the group launch counts, what it launched until now does not")
    func groupChanges() {
        var stack = stack(["memory": 30_000])
        var input = stack.input
        let types: Value = [["instanceType": "t3.2xlarge"]]
        input.desired[.of("AutoScalingGroup/spot")]?.spec["mixedInstancesPolicy"]?["launchTemplate"]?["overrides"] =
            types
        #expect(Planner().plan(input).findings.allSatisfy { $0.rule != rule })
        stack.changesImage = true
        #expect(stack.finding(rule) != nil)
    }
}
