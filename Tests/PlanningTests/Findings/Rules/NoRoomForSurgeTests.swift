import Model
import Planning
import Testing

@Suite("The rule no-room-for-surge")
struct NoRoomForSurgeTests {
    private let rule = "no-room-for-surge"

    /// 100/200 on instances with so much free; the group may have `maxSize`.
    private func stack(_ free: [(cpu: Int, memory: Int)], maxSize: Int, minimum: Int = 100) -> RollStack {
        var stack = RollStack(minimum: minimum, maximum: 200, group: ["maxSize": .integer(maxSize)])
        stack.capacity = .instances(free)
        stack.capacity?.tasks = []
        return stack
    }

    @Test("with the group at its maximum and no room for one, the sums are shown")
    func refused() throws {
        let finding = try #require(stack([(200, 4000), (100, 300)], maxSize: 2).finding(rule))
        #expect(finding.refuses)
        #expect(
            finding.details == [
                "4 tasks at 100/200: all 4 must stay, and a new one needs 256 CPU and 512 MiB.",
                "Group spot is at its maximum of 2; the most that is free on one instance is 200 CPU and 4000 MiB.",
                "Raise maxSize (production/spot.yaml:24), or use 75/200, which lets one go first.",
            ])
    }

    @Test("room for one, an instance to come, or one that may go first: nothing is proved")
    func silent() {
        #expect(stack([(256, 512), (0, 0)], maxSize: 2).finding(rule) == nil)
        #expect(stack([(200, 4000), (100, 300)], maxSize: 3).finding(rule) == nil)
        #expect(stack([(200, 4000), (100, 300)], maxSize: 2, minimum: 75).finding(rule) == nil)
    }

    @Test("a plan that raises the group's maximum makes the room")
    func raised() {
        var input = stack([(0, 0)], maxSize: 1).input
        #expect(Planner().plan(input).findings.contains { $0.rule == rule })
        input.desired[.of("AutoScalingGroup/spot")]?.spec["maxSize"] = 4
        #expect(Planner().plan(input).findings.allSatisfy { $0.rule != rule })
    }

    @Test("a group that nothing scales has only what is up and what is on its way")
    func fixed() {
        let stack = stack([(0, 0), (0, 0)], maxSize: 9)
        var input = stack.input
        let off: Value = ["status": "DISABLED"]
        input.desired[.of("CapacityProvider/spot")]?.spec["autoScalingGroupProvider"]?["managedScaling"] = off
        #expect(
            Planner().plan(input).findings.first { $0.rule == rule }?.details[1]
                .hasPrefix("Group spot stays at 2, since nothing scales it") == true)
        input.capacity = .instances([(0, 0), (0, 0)], desired: 3)
        #expect(Planner().plan(input).findings.allSatisfy { $0.rule != rule })
    }

    @Test("without having looked, or having seen only a part, nothing is refused")
    func unknown() {
        var stack = stack([(0, 0)], maxSize: 1)
        stack.capacity?.unknown = ["DescribeTasks was denied"]
        #expect(stack.finding(rule) == nil)
        stack.capacity = nil
        #expect(stack.finding(rule) == nil)
    }

    @Test("tasks that end by themselves may make room: a warning")
    func batch() {
        var stack = stack([(0, 0)], maxSize: 1)
        let place = "arn:aws:ecs:eu-west-1:123456789012:container-instance/demo/0"
        stack.capacity?.tasks = [
            ["containerInstanceArn": .string(place), "group": "family:batch", "desiredStatus": "RUNNING"]
        ]
        #expect(stack.finding(rule)?.weight == .warn)
    }

    @Test("a port that old tasks hold leaves no room beside them")
    func ports() {
        var stack = stack([(2000, 7000)], maxSize: 1)
        let container: Value = [
            "name": "api", "image": "api:2", "memory": 512, "portMappings": [["containerPort": 80, "hostPort": 8080]],
        ]
        stack.definition = ["containerDefinitions": [container]]
        #expect(stack.finding(rule) == nil)
        let taken: Value = ["name": "PORTS", "stringSetValue": ["8080"]]
        let rest = stack.capacity?.containerInstances[0]["remainingResources"]?.list?.prefix(2) ?? []
        stack.capacity?.containerInstances[0]["remainingResources"] = .list(Array(rest) + [taken])
        #expect(stack.finding(rule)?.refuses == true)
    }
}
