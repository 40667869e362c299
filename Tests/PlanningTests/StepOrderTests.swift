import Model
import Planning
import Testing

@Suite("The order of steps")
struct StepOrderTests {
    private func gated(label: Bool) -> Plan {
        var box: Value = ["count": 3]
        if label { box["label"] = "x" }
        return PlanInput.of([
            .sample("Box/a", box), .sample("Mover/m", ["box": .output("arn", of: "Box/a"), "latch": "yes"]),
            .sample("Base/z", ["after": .output("arn", of: "Mover/m")]),
        ]).planned
    }

    @Test("a gate reaches the step that waits, with its reason")
    func gate() {
        let plan = gated(label: false)
        let open = plan.steps.first { $0.id == "Box/a#1" }
        let requirement = PlannedCall.Requirement(
            Reference(.of("Mover/m"), "state"), in: ["OPEN"], reason: "until Mover/m is open")
        #expect(open?.planned.requires == [requirement])
        #expect(open?.after == ["Box/a#0", "Mover/m#0"])
    }

    @Test("a gated step holds nobody up, and comes after what it waits for")
    func holdsNobodyUp() {
        let plan = gated(label: false)
        #expect(plan.steps.first { $0.id == "Mover/m#0" }?.after == ["Box/a#0"])
        #expect(plan.steps.first { $0.id == "Base/z#0" }?.after == ["Mover/m#0"])
        #expect(plan.steps.count == 4)
        isOrdered(plan)
    }

    @Test("a step behind a gated one holds nobody up either")
    func behindAGate() {
        let plan = gated(label: true)
        #expect(plan.steps.first { $0.id == "Mover/m#0" }?.after == ["Box/a#0"])
        #expect(plan.steps.first { $0.id == "Box/a#2" }?.after == ["Box/a#1"])
        isOrdered(plan)
    }

    @Test("every step comes after everything that it waits for")
    func ordered() {
        let resources = [
            Resource.sample("Base/z", ["size": 1]), .sample("Base/a", ["after": .output("arn", of: "Base/z")]),
            .sample("Box/b", ["base": .output("arn", of: "Base/a"), "label": .output("arn", of: "Base/z")]),
        ]
        let plan = PlanInput.of(resources).planned
        #expect(plan.stepNames == ["Base/z#0", "Base/a#0", "Box/b#0"])
        #expect(plan.steps.last?.after == ["Base/a#0", "Base/z#0"])
        isOrdered(plan)
    }

    @Test("a resource without steps passes on what it stands on")
    func through() {
        let resources = [
            Resource.sample("Base/a", ["image": "two"]), .sample("Base/b", ["other": .output("arn", of: "Base/a")]),
            .sample("Box/c", ["base": .output("arn", of: "Base/b")]),
        ]
        let live = [
            "Base/a": Live(spec: ["image": "one"], outputs: ["arn": "arn:a", "version": "1"]),
            "Base/b": Live(spec: ["other": "arn:a"], outputs: ["arn": "arn:b"]),
        ]
        let plan = PlanInput.of(resources, live: live).planned
        #expect(plan.stepNames == ["Base/a#0", "Box/c#0"])
        #expect(plan.steps.last?.after == ["Base/a#0"])
    }

    @Test("the ways through resources without steps are not walked one by one")
    func ladder() {
        var resources = [Resource.sample("Base/a0", ["image": "two"]), .sample("Base/b0", ["image": "two"])]
        var live: [String: Live] = [:]
        for level in 0..<40 {
            for name in ["a", "b"] {
                let spec: Value = ["image": "one"]
                live["Base/\(name)\(level)"] = Live(spec: spec, outputs: ["arn": "arn", "version": "1"])
                guard level > 0 else { continue }
                let needs = Set(["a", "b"].map { ResourceID("Base", "\($0)\(level - 1)") })
                resources.append(.sample("Base/\(name)\(level)", spec, after: needs))
            }
        }
        resources.append(.sample("Box/top", ["size": 1], after: [.of("Base/a39")]))
        let plan = PlanInput.of(resources, live: live).planned
        #expect(plan.steps.last?.after == ["Base/a0#0", "Base/b0#0"])
    }

    @Test("rules of one listener that change places move together, by whichever step comes first")
    func joined() {
        let rules = [("a", "one", 10, 20), ("b", "one", 20, 10), ("c", "two", 10, 20)]
        var live: [String: Live] = [:]
        let resources = rules.map { name, listener, old, new in
            let spec: Value = ["listenerArn": .string("arn:\(listener)"), "priority": .integer(new)]
            var there = spec
            there["priority"] = .integer(old)
            live["ListenerRule/\(name)"] = Live(spec: there, outputs: ["arn": .string(name)])
            return Resource.sample("ListenerRule/\(name)", spec)
        }
        let steps = Planner().plan(.of(resources, live: live)).steps
        let swapped: Value = [["ruleArn": "a", "priority": 20], ["ruleArn": "b", "priority": 10]]
        let alone: Value = [["ruleArn": "c", "priority": 20]]
        #expect(steps.map(\.id) == ["a", "b", "c"].map { "ListenerRule/\($0)#0" })
        #expect(steps.map { $0.planned.call.input["rulePriorities"] } == [swapped, swapped, alone])
    }

    private func isOrdered(_ plan: Plan) {
        var done: Set<String> = []
        for step in plan.steps {
            #expect(done.isSuperset(of: step.after), "\(step.id)")
            done.insert(step.id)
        }
    }
}
