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

@Suite("Newer images")
struct NewerImageTests {
    private let image = Lookup("Image", .ssm("/aws/service/ecs/ami"))

    private func input(
        _ policy: String?, windows: [Window] = [], now: Int? = nil, refreshes: Bool = false
    ) -> PlanInput {
        var spec: Value = ["base": .reference(image.id, "id")]
        spec["imagePolicy"] = policy.map { .string($0) }
        let box = Resource.sample("Box/a", spec) { $0.windows = windows }
        return PlanInput.of(
            [box], live: ["Box/a": Live(spec: ["base": "ami-1", "imagePolicy": spec["imagePolicy"] ?? .null])]
        )
        .with {
            $0.outputs[Reference(image.id, "id")] = "ami-2"
            $0.memory[box.id] = AppliedRecord(
                commit: "", specHash: "", stated: ["/base"], pins: [image.id.name: "ami-1"])
            $0.now = now
            $0.refreshesImages = refreshes
        }
    }

    @Test("pinned: announced as a notice, and taken when a person asks for it")
    func pinned() {
        let plan = input(nil).planned
        #expect(plan.action("Box/a") == ResourcePlan.Action.none)
        #expect(plan.findings.map(\.rule) == ["newer-image"])
        #expect(
            plan.findings.first?.message == "AWS has a newer ECS image, ami-2; pinned to ami-1 by imagePolicy: pin")
        let asked = input("pin", refreshes: true).planned
        #expect(asked.action("Box/a") == .update)
        #expect(asked[.of("Box/a")]?.pins == [image.id.name: "ami-2"])
        #expect(asked.findings == [])
    }

    @Test("followed: taken at once, or when a window opens, which is said")
    func followed() throws {
        #expect(input("follow").planned.action("Box/a") == .update)
        let night = Window(.allow, try #require(CronSchedule("0 2 * * *")), for: .seconds(3_600))
        let day = 1_795_564_800
        let outside = input("follow", windows: [night], now: day).planned
        #expect(outside.action("Box/a") == ResourcePlan.Action.none)
        #expect(
            outside.findings.map(\.message) == [
                "AWS has a newer ECS image, ami-2; ami-1 stays until its window opens 2026-11-25 02:00Z"
            ])
        #expect(input("follow", windows: [night], now: day + 7_200).planned.action("Box/a") == .update)
    }
}
