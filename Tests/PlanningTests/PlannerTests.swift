import Kinds
import Model
import Planning
import Testing

@Suite("What becomes of a resource")
struct PlannerTests {
    private let base = Resource.sample("Base/a", ["size": 1, "zone": "a"])

    @Test("what is absent is made, with Neap's tags at hand and one step")
    func create() {
        let plan = PlanInput.of([base]).planned
        #expect(plan.action("Base/a") == .create)
        #expect(plan.steps.map(\.planned.call) == [AWSCall("fake", "CreateBase", ["size": 1, "zone": "a"])])
        #expect(plan.counts.add == 1)
        #expect(plan.hasChanges)
    }

    @Test("what differs is updated by the fields that differ")
    func update() {
        let plan = PlanInput.of([base], live: ["Base/a": Live(spec: ["size": 3, "zone": "a"])]).planned
        #expect(plan.action("Base/a") == .update)
        #expect(plan.steps.map(\.planned.call) == [AWSCall("fake", "UpdateBase", ["size": 1])])
        #expect(plan.counts.change == 1)
    }

    @Test("what is as wanted is left alone")
    func none() {
        let plan = PlanInput.of([base], live: ["Base/a": Live(spec: base.spec)]).planned
        #expect(plan.action("Base/a") == ResourcePlan.Action.none)
        #expect(plan.steps.isEmpty)
        #expect(!plan.hasChanges)
        #expect(plan.counts.unchanged == 1)
    }

    @Test("a field that only creation has asks for a replacement, which is refused: no step at all")
    func replace() {
        let plan = PlanInput.of([base], live: ["Base/a": Live(spec: ["size": 3, "zone": "b"])]).planned
        #expect(plan.action("Base/a") == .replace)
        #expect(plan.steps.isEmpty)
        #expect(plan.refused.map(\.id) == [base.id])
        #expect(plan.counts.replace == 1)
    }

    @Test("a withdrawn field that has to be stated holds its resource back and is said")
    func required() {
        let old = Resource.sample("Box/a", ["size": 1, "must": "x"])
        let new = Resource.sample("Box/a", ["size": 2])
        let live = Live(spec: ["size": 1, "must": "x"])
        let plan = PlanInput.of([new], live: ["Box/a": live]).remembering([old]).planned
        #expect(plan.blocked("Box/a") == .invalidManifest)
        #expect(plan.diagnostics.map(\.path) == ["/must"])
        #expect(plan.steps.isEmpty)
    }

    @Test("somebody else's resource is observed and not written to")
    func foreign() {
        let live = Live(spec: ["size": 3, "zone": "a"], tags: [:])
        let plan = PlanInput.of([base], live: ["Base/a": live]).planned
        #expect(plan.blocked("Base/a") == .notOwned)
        #expect(plan[base.id]?.changes.isEmpty == false)
        let adopting = Resource.sample("Base/a", base.spec) { $0.adopt = true }
        #expect(PlanInput.of([adopting], live: ["Base/a": live]).planned.action("Base/a") == .update)
    }

    @Test("a kind that needs no adoption writes to what has no tags of Neap's")
    func adoptionNotNeeded() {
        let mover = Resource.sample("Mover/a", ["min": 1, "max": 2])
        let live = Live(spec: ["min": 1, "max": 3], tags: [:])
        #expect(PlanInput.of([mover], live: ["Mover/a": live]).planned.action("Mover/a") == .update)
    }

    @Test("suspension, of a resource or of all, holds back every write and nothing else")
    func suspended() {
        let still = Resource.sample("Base/a", base.spec) { $0.suspend = true }
        let live = ["Base/a": Live(spec: ["size": 3, "zone": "a"])]
        #expect(PlanInput.of([still], live: live).planned.blocked("Base/a") == .suspended)
        #expect(PlanInput.of([still]).planned.blocked("Base/a") == .suspended)
        #expect(
            PlanInput.of([base], live: live).with { $0.suspended = "the database moves" }.planned.blocked("Base/a")
                == .suspended)
        let same = PlanInput.of([still], live: ["Base/a": Live(spec: base.spec)]).planned
        #expect(same.action("Base/a") == ResourcePlan.Action.none)
        #expect(PlanInput.of([still], live: live).planned.steps.isEmpty)
    }

    @Test("resources come sorted by name and the plan is the same for the same input")
    func order() {
        let resources = ["Base/c", "Base/a", "Box/b"].map { Resource.sample($0, ["size": 1]) }
        let plan = PlanInput.of(resources).planned
        #expect(plan.resources.map(\.id.description) == ["Base/a", "Base/c", "Box/b"])
        #expect(PlanInput.of(resources.reversed()).planned.stepNames == plan.stepNames)
    }

    @Test("resources that stand on themselves are refused, their neighbours are not")
    func circle() {
        let a = Resource.sample("Base/a", ["after": .output("arn", of: "Base/b")])
        let b = Resource.sample("Base/b", ["after": .output("arn", of: "Base/a")])
        let plan = PlanInput.of([a, b, .sample("Base/c", ["size": 1])]).planned
        #expect(plan.blocked("Base/a") == .invalidManifest)
        #expect(plan.blocked("Base/b") == .invalidManifest)
        #expect(plan.action("Base/c") == .create)
        #expect(plan.diagnostics.count == 2)
    }
}

@Suite("What others reach")
struct PlannerDependencyTests {
    private func box(_ name: String, on base: String) -> Resource {
        .sample("Box/\(name)", ["base": .output("version", of: "Base/\(base)"), "size": 1])
    }

    private let live = [
        "Base/a": Live(spec: ["image": "one"], outputs: ["version": "1", "arn": "arn:a"]),
        "Box/a": Live(spec: ["base": "1", "size": 1]),
    ]

    @Test("a live dependency's outputs are filled in")
    func known() {
        let plan = PlanInput.of([.sample("Base/a", ["image": "one"]), box("a", on: "a")], live: live).planned
        #expect(plan.action("Box/a") == ResourcePlan.Action.none)
        #expect(plan[.of("Box/a")]?.resource.spec["base"] == "1")
    }

    @Test("an output that a change makes unknown reaches what stands on it")
    func unknownOutput() {
        let plan = PlanInput.of([.sample("Base/a", ["image": "two"]), box("a", on: "a")], live: live).planned
        let version = Value.output("version", of: "Base/a")
        #expect(plan.action("Box/a") == .update)
        #expect(plan[.of("Box/a")]?.changes.map(\.desired) == [version])
        #expect(plan.stepNames == ["Base/a#0", "Box/a#0"])
        #expect(plan.steps.last?.after == ["Base/a#0"])
        #expect(plan.steps.last?.planned.call.input == ["base": version])
    }

    @Test("a change that keeps its outputs leaves what stands on it alone")
    func keptOutput() {
        let plan = PlanInput.of([.sample("Base/a", ["image": "one", "size": 2]), box("a", on: "a")], live: live).planned
        #expect(plan.stepNames == ["Base/a#0"])
    }

    @Test("what a manifest alone tells is known before the resource exists")
    func early() {
        let box = Resource.sample("Box/a", ["base": .output("name", of: "Base/a")])
        let plan = PlanInput.of([.sample("Base/a", ["size": 1]), box]).planned
        #expect(plan.steps.last?.planned.call.input == ["base": "a"])
        #expect(plan.steps.last?.after == ["Base/a#0"])
    }

    @Test("what could not be read holds back itself and what stands on it, and nothing else")
    func unknown() {
        let resources = [
            .sample("Base/a", ["size": 1]), box("a", on: "a"), .sample("Base/b", ["size": 1]), box("b", on: "b"),
        ]
        let plan = PlanInput.of(resources, unknown: ["Base/a"]).planned
        #expect(plan.blocked("Base/a") == .observationFailed)
        #expect(plan.blocked("Box/a") == .dependencyFailed)
        #expect(plan.action("Base/b") == .create)
        #expect(plan.action("Box/b") == .create)
        #expect(plan.counts.blocked == 2)
        #expect(plan.stepNames == ["Base/b#0", "Box/b#0"])
    }

    @Test("what could not be read holds back what stands on it also when outputs are known")
    func unknownWithOutputs() {
        let input = PlanInput.of([.sample("Base/a", ["size": 1]), box("a", on: "a")], unknown: ["Base/a"])
        let plan = input.with { $0.outputs[Reference(.of("Base/a"), "version")] = "1" }.planned
        #expect(plan.blocked("Box/a") == .dependencyFailed)
    }

    @Test("what stands on something at two steps' distance is held back as well")
    func distance() {
        let far = Resource.sample("Base/far", ["after": .output("arn", of: "Box/a")])
        let plan = PlanInput.of([.sample("Base/a", ["size": 1]), box("a", on: "a"), far], unknown: ["Base/a"]).planned
        #expect(plan.blocked("Base/far") == .dependencyFailed)
    }

    @Test("a live dependency that is held back keeps its outputs: what stands on it goes on")
    func liveButHeld() {
        let base = Resource.sample("Base/a", ["image": "two"]) { $0.suspend = true }
        var changed = box("a", on: "a")
        changed.spec["size"] = 2
        let plan = PlanInput.of([base, changed], live: live).planned
        #expect(plan.blocked("Base/a") == .suspended)
        #expect(plan.action("Box/a") == .update)
        #expect(plan[.of("Box/a")]?.changes.map(\.path) == ["/size"])
    }

    @Test("a resource that was not looked at is unknown")
    func notLookedAt() {
        let plan = PlanInput.of([.sample("Base/a", ["size": 1])]).with { $0.observed = [:] }.planned
        #expect(plan.blocked("Base/a") == .observationFailed)
    }

    @Test("a reference to a broken manifest holds back who makes it")
    func broken() {
        let plan = PlanInput.of([box("a", on: "a"), .sample("Box/b", ["size": 1])])
            .with { $0.invalid = [.of("Base/a")] }.planned
        #expect(
            plan.action("Box/a")
                == .blocked(.dependencyFailed, "needs Base/a, whose manifest is broken"))
        #expect(plan.action("Box/b") == .create)
    }

    @Test("a lookup that found nothing or failed holds back who makes it")
    func lookups() {
        let lookup = Lookup("Subnet", .tags(["Tier": "private"])).id
        let box = Resource.sample("Box/a", ["base": Value.reference(lookup, "id")])
        let missing = PlanInput.of([box])
        #expect(missing.planned.action("Box/a") == .blocked(.dependencyFailed, "needs \(lookup), which is not there"))
        let failed = missing.with { $0.observed[lookup] = .unknown("two subnets match") }
        #expect(failed.planned.action("Box/a") == .blocked(.dependencyFailed, "needs \(lookup), two subnets match"))
        let found = missing.with { $0.outputs[Reference(lookup, "id")] = "subnet-1" }
        #expect(found.planned.action("Box/a") == .create)
    }
}
