import Model
import Testing

@testable import Simulation

@Suite("Scalable targets")
struct ScalableTargetTests {
    @Test("a registration moves the count into its bounds at once")
    func clamps() throws {
        var it = ScalingWorld(running: 2)
        try it.register(3, 8)
        #expect(it.lastCount == 3)
        #expect(it.world.scaling[it.target]?.activities.first?.cause == "minimum capacity was set to 3")
    }

    @Test("a service that is not there is refused")
    func unknown() {
        var it = ScalingWorld(running: 1)
        let other = ScalableTarget.Identity(
            namespace: "ecs", resourceID: "service/demo/web", dimension: "ecs:service:DesiredCount")
        var change = ScalableTargetChange()
        change.minCapacity = 1
        change.maxCapacity = 2
        #expect(throws: Refusal("ValidationException", "ECS service doesn't exist: service/demo/web")) {
            try it.world.registerScalableTarget(other, change)
        }
    }

    @Test("what a second registration leaves out stays as it is")
    func upsert() throws {
        var it = ScalingWorld(running: 4)
        try it.register(1, 8)
        var change = ScalableTargetChange()
        change.maxCapacity = 6
        _ = try it.world.registerScalableTarget(it.target, change)
        #expect(it.world.scaling.targets.count == 1)
        #expect(it.world.scaling[it.target]?.minCapacity == 1)
        #expect(it.world.scaling[it.target]?.maxCapacity == 6)
    }

    @Test("targets behind one that goes are still found")
    func removal() throws {
        var it = ScalingWorld(running: 1)
        var change = ScalableTargetChange()
        change.minCapacity = 1
        change.maxCapacity = 2
        let tables = ["a", "b", "c"].map {
            ScalableTarget.Identity(
                namespace: "dynamodb", resourceID: "table/\($0)", dimension: "dynamodb:table:ReadCapacityUnits")
        }
        for table in tables { _ = try it.world.registerScalableTarget(table, change) }
        let isGone = it.world.deregisterScalableTarget(tables[0])
        #expect(isGone)
        #expect(it.world.scaling[tables[2]]?.resourceID == "table/c")
        #expect(it.world.scaling[tables[0]] == nil)
    }
}
