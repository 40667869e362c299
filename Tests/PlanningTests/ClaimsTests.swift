import Model
import Planning
import Testing

@Suite("Who moves which field")
struct ClaimsTests {
    private let box = Resource.sample("Box/a", ["count": 4])
    private func mover(_ name: String = "m", _ low: Int = 2, _ high: Int = 6) -> Resource {
        .sample(
            "Mover/\(name)", ["box": .output("arn", of: "Box/a"), "min": .integer(low), "max": .integer(high)])
    }

    private func live(_ count: Int) -> [String: Live] {
        ["Box/a": Live(spec: ["count": .integer(count)], outputs: ["arn": "arn:a"])]
    }

    @Test("a count inside its mover's band is the mover's, and told as such")
    func inside() {
        let plan = PlanInput.of([box, mover()], live: live(5)).planned
        #expect(plan.action("Box/a") == ResourcePlan.Action.none)
        #expect(plan[box.id]?.owned == [Claim(box.id, "/count", owner: "Mover/m", band: 2...6)])
    }

    @Test("a count outside is drift, and under report only told")
    func outside() {
        let input = PlanInput.of([box, mover()], live: live(9))
        #expect(input.planned[box.id]?.changes.map(\.desired) == [6])
        let reported = input.with { $0.drift = .byPolicy(now: 0, correctAfter: 0) }.planned
        #expect(reported.action("Box/a") == ResourcePlan.Action.none)
    }

    @Test("without a mover Git's count counts")
    func noMover() {
        #expect(PlanInput.of([box], live: live(5)).planned.action("Box/a") == .update)
    }

    @Test("two claims on one field are an error and the first by name holds")
    func twice() {
        let plan = PlanInput.of([box, mover("n", 8, 9), mover("m")], live: live(5)).planned
        #expect(plan.diagnostics.map(\.resource) == [.of("Mover/n")])
        #expect(plan.diagnostics.allSatisfy { $0.severity == .error })
        #expect(plan[box.id]?.owned.map(\.owner) == ["Mover/m"])
    }

    @Test(
        "the tag that ECS left on a group says nothing where a manifest's provider does",
        arguments: [("DISABLED", true), ("ENABLED", false)])
    func managedTag(_ status: String, _ isGits: Bool) {
        let group = Resource.sample("AutoScalingGroup/spot", ["minSize": 0, "maxSize": 9, "desiredCapacity": 4])
        let provider = Resource.sample(
            "CapacityProvider/spot",
            [
                "autoScalingGroupProvider": [
                    "autoScalingGroupArn": .output("arn", of: "AutoScalingGroup/spot"),
                    "managedScaling": ["status": .string(status)],
                ]
            ])
        let live: Value = ["minSize": 0, "maxSize": 9, "desiredCapacity": 2, "tags": ["AmazonECSManaged": ""]]
        let input = PlanInput.of([group, provider], live: ["AutoScalingGroup/spot": Live(spec: live)])
        let paths = Planner().plan(input)[group.id]?.changes.map(\.path)
        #expect(paths == (isGits ? ["/desiredCapacity"] : []))
        let alone = PlanInput.of([group], live: ["AutoScalingGroup/spot": Live(spec: live)])
        #expect(Planner().plan(alone)[group.id]?.changes == [])
    }

    @Test("what a manifest that is broken now claimed before is kept from memory")
    func broken() {
        let claim = Claim(box.id, "/count", owner: "Mover/m", band: 2...6)
        let remembered = PlanInput.of([box], live: live(5)).remembering([box])
            .with { $0.memory[.of("Box/a")]?.owned = [claim] }
        #expect(remembered.planned[box.id]?.owned.map(\.owner) == ["nobody until Git's value changes"])
        let broken = remembered.with { $0.invalid = [.of("Mover/m")] }.planned
        #expect(broken.action("Box/a") == ResourcePlan.Action.none)
        #expect(broken[box.id]?.owned == [claim])
    }
}
