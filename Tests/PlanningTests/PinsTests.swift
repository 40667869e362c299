import Model
import Planning
import Testing

@Suite("Images that were looked up once")
struct PinsTests {
    private let image = Lookup("Image", .ssm("/aws/service/ami"))
    private let box = Resource.sample("Box/a", ["base": .reference(Lookup("Image", .ssm("/aws/service/ami")).id, "id")])

    private func input(_ live: String?) -> PlanInput {
        PlanInput.of([box], live: live.map { ["Box/a": Live(spec: ["base": .string($0)])] } ?? [:])
            .with { $0.outputs[Reference(image.id, "id")] = "ami-2" }
    }

    @Test("a first lookup is taken as found and noted")
    func first() {
        let plan = input(nil).planned
        #expect(plan.steps.map(\.planned.call.input) == [["base": "ami-2"]])
        #expect(plan[box.id]?.pins == [image.id.name: "ami-2"])
    }

    @Test("a newer image is not rolled by itself")
    func stays() {
        var recorded = input("ami-1")
        recorded.memory[box.id] = AppliedRecord(
            commit: "", specHash: "", stated: ["/base"], pins: [image.id.name: "ami-1"])
        #expect(recorded.planned.action("Box/a") == ResourcePlan.Action.none)
        #expect(recorded.planned[box.id]?.pins == [image.id.name: "ami-1"])
        recorded.memory[box.id]?.pins = [:]
        #expect(recorded.planned.action("Box/a") == .update)
    }

    @Test("a recorded image stands in for a lookup that failed")
    func failedLookup() {
        var recorded = input("ami-1")
        recorded.outputs = [:]
        recorded.memory[box.id] = AppliedRecord(
            commit: "", specHash: "", stated: ["/base"], pins: [image.id.name: "ami-1"])
        #expect(recorded.planned.action("Box/a") == ResourcePlan.Action.none)
    }

    @Test("other lookups are not kept")
    func others() {
        let subnet = Lookup("Subnet", .tags(["Tier": "private"])).id
        let plan = PlanInput.of([.sample("Box/a", ["base": .reference(subnet, "id")])])
            .with { $0.outputs[Reference(subnet, "id")] = "subnet-1" }.planned
        #expect(plan[.of("Box/a")]?.pins == [:])
    }
}
