import Model
import Testing

@testable import Planning
@testable import Simulation

@Suite("Losing Spot instances")
struct SpotCheckTests {
    private static let api = ResourceID("Service", "api")

    @Test("a service that drains in time keeps its floor, and comes back")
    func drains() async throws {
        var rig = try SpotRig()
        try rig.add("api", desired: 3, 66, 200)
        let outlook = await rig.check().outlook(taking: .zone("eu-west-1a"))
        #expect(outlook.taken == "eu-west-1a")
        #expect(outlook.instances == 1)
        let loss = try #require(outlook.services.first)
        #expect(loss.service == Self.api)
        #expect(loss.tasks == 1)
        #expect(loss.desired == 3 && loss.floor == 2)
        #expect(loss.lowestHealthy == 2)
        #expect(outlook.isSafe)
        let back = try #require(loss.backAfter)
        #expect(back >= 120)
    }

    @Test("without draining and without room the tasks are gone with the instance")
    func falls() async throws {
        var rig = try SpotRig(drains: false)
        try rig.add("api", desired: 3, 100, 200, cpu: 1500)
        let outlook = await rig.check().outlook(taking: .zone("eu-west-1b"))
        let loss = try #require(outlook.services.first)
        #expect(loss.lowestHealthy == 2)
        #expect(loss.floor == 3)
        #expect(!outlook.isSafe)
    }

    @Test("all of Spot at once takes everything")
    func all() async throws {
        var rig = try SpotRig()
        try rig.add("api", desired: 3, 50, 200)
        let outlook = await rig.check().outlook(taking: .allSpot)
        #expect(outlook.instances == 3)
        #expect(outlook.services.first?.tasks == 3)
        #expect(outlook.services.first?.lowestHealthy == 0)
        #expect(!outlook.isSafe)
    }

    @Test("on-demand instances stay")
    func onDemand() async throws {
        var rig = try SpotRig(onDemand: 3)
        try rig.add("api", desired: 3, 50, 200)
        let outlook = await rig.check().outlook(taking: .allSpot)
        #expect(outlook.instances == 0)
        #expect(outlook.services.isEmpty && outlook.isSafe)
        #expect(await rig.check().weakest() == nil)
    }

    @Test("the pool whose loss hurts most is named, whether or not it has most tasks")
    func weakest() async throws {
        var rig = try SpotRig(drains: false)
        // Three tasks of one service everywhere; the one task of another may not be lost.
        try rig.add("api", desired: 3, 33, 200)
        try rig.add("admin", desired: 1, 100, 200)
        let outlook = try #require(await rig.check().weakest())
        #expect(outlook.choice == .largest, "the pool with admin's task is also the one with most")
        #expect(outlook.services.contains { $0.service.name == "admin" && $0.lowestHealthy == 0 && $0.floor == 1 })
        #expect(outlook.taken.hasPrefix("m5.large in eu-west-1"))
    }

    @Test("what the plan changes is done before anything is taken")
    func afterThePlan() async throws {
        var rig = try SpotRig()
        try rig.add("api", desired: 3, 100, 200)
        let bounds: Value = ["deploymentConfiguration": ["minimumHealthyPercent": 0, "maximumPercent": 100]]
        let calls = ForecastRig.roll("api", bounds)
        let outlook = await rig.check(calls).outlook(taking: .zone("eu-west-1a"))
        #expect(outlook.services.first?.floor == 0)
    }

    @Test("a pool that nothing comes from has nothing to lose")
    func empty() async throws {
        var rig = try SpotRig()
        try rig.add("api", desired: 3, 50, 200)
        let outlook = await rig.check().outlook(taking: .pool(type: "c5.large", zone: "eu-west-1a"))
        #expect(outlook.instances == 0)
        #expect(outlook.taken == "c5.large in eu-west-1a")
    }

    @Test("the same worlds give the same outlook")
    func determinism() async throws {
        var rig = try SpotRig(4, maxSize: 6, types: ["m5.large", "m5a.large"])
        try rig.add("api", desired: 6, 50, 150)
        let (first, second) = (await rig.check().weakest(), await rig.check().weakest())
        #expect(first != nil)
        #expect(first == second)
    }
}
