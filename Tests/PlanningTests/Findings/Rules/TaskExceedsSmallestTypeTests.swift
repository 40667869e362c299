import Model
import Planning
import Testing

@Suite("The rule task-exceeds-smallest-type")
struct TaskExceedsSmallestTypeTests {
    private let rule = "task-exceeds-smallest-type"
    private let large: Value = [
        "containerDefinitions": [["name": "api", "image": "api:2", "memory": 9_000, "essential": true]]
    ]

    @Test("a task that fits only the larger types never makes the group grow")
    func warned() throws {
        let finding = try #require(RollStack(definition: large).finding(rule))
        #expect(finding.weight == .warn)
        #expect(finding.message == "its task does not fit t3.large, so group spot never grows for it")
        #expect(finding.details.first?.hasPrefix("A task reserves 0 CPU and 9000 MiB, t3.large has 2048 CPU") == true)
    }

    @Test("without managed scaling, or where all types hold it, nothing is said")
    func silent() {
        #expect(RollStack().finding(rule) == nil)
        let stack = RollStack(definition: large)
        var input = stack.input
        let off: Value = ["status": "DISABLED"]
        input.desired[.of("CapacityProvider/spot")]?.spec["autoScalingGroupProvider"]?["managedScaling"] = off
        #expect(Planner().plan(input).findings.allSatisfy { $0.rule != rule })
    }
}
