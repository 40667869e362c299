import Model
import Simulation
import Testing

@testable import Planning

@Suite("Forecasts")
struct ForecasterTests {
    private static let api = ResourceID("Service", "api")

    @Test(
        "waves and the lowest count are those that the percentages give",
        arguments: [
            (50, 150, 2, 2, 2, 6), (100, 200, 1, 4, 4, 8), (50, 100, 2, 2, 2, 4), (0, 100, 1, 4, 0, 4),
        ])
    func waves(least: Int, most: Int, waves: Int, size: Int, lowest: Int, peak: Int) async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 4, least, most)
        let forecast = try #require(await rig.forecast(ForecastRig.roll("api")))
        let service = try #require(forecast[service: Self.api])
        #expect(service.waves == waves)
        #expect(service.waveSize == size)
        #expect(service.lowestHealthy == lowest)
        #expect(service.peakTasks == peak)
        #expect(service.floor == lowest)
        #expect(service.unended == 0)
        #expect(service.strategy == "rolling \(least)/\(most)")
    }

    @Test("one task more at a time makes as many waves as there are tasks")
    func single() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 3, 100, 134)
        let forecast = try #require(await rig.forecast(ForecastRig.roll("api")))
        let service = try #require(forecast[service: Self.api])
        #expect(service.waves == 3)
        #expect(service.waveSize == 1)
        #expect(service.lowestHealthy == 3)
    }

    @Test("the track begins with the old tasks and ends with the new ones")
    func track() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 4, 50, 150)
        let forecast = try #require(await rig.forecast(ForecastRig.roll("api")))
        let service = try #require(forecast[service: Self.api])
        #expect(service.track.first == RolloutSample(at: 0, new: 0, old: 4))
        #expect(service.track.last?.new == 4)
        #expect(service.track.last?.old == 0)
        #expect(service.track.allSatisfy { $0.new + $0.old >= 2 })
        let duration = try #require(service.duration)
        #expect(duration.p5 <= duration.p50 && duration.p50 <= duration.p95)
        // A drain of 30 s comes before the second wave can start.
        #expect(duration.p5 > 30)
    }

    @Test("a rollout that can not move never ends, and says so")
    func stuck() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 1, 50, 150)
        let forecast = try #require(await rig.forecast(ForecastRig.roll("api"), seeds: 3))
        let service = try #require(forecast[service: Self.api])
        #expect(service.duration == nil)
        #expect(service.unended == 3)
        #expect(service.waves == 0)
        #expect(service.lowestHealthy == 1)
    }

    @Test("without room for one more task nothing ends where all have to stay")
    func noRoom() async throws {
        var rig = try ForecastRig(instances: 1)
        try rig.add("api", desired: 2, 100, 200, cpu: 1024)
        let forecast = try #require(await rig.forecast(ForecastRig.roll("api", cpu: 1024), seeds: 3))
        #expect(forecast[service: Self.api]?.duration == nil)
    }

    @Test("what fits one way only is told apart from what fits both ways")
    func roomByStoppingFirst() async throws {
        var rig = try ForecastRig(instances: 1)
        try rig.add("api", desired: 2, 50, 150, cpu: 1024)
        let forecast = try #require(await rig.forecast(ForecastRig.roll("api", cpu: 1024), seeds: 3))
        let service = try #require(forecast[service: Self.api])
        #expect(service.unended == 0)
        #expect(service.lowestHealthy == 1)
        #expect(service.instances == 1)
        #expect(service.added.isEmpty)
    }

    @Test("the same plan and region give the same forecast")
    func deterministic() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 4, 50, 150)
        let first = await rig.forecast(ForecastRig.roll("api"), seeds: 32)
        let second = await rig.forecast(ForecastRig.roll("api"), seeds: 32)
        #expect(first == second)
        #expect(first?.seeds == 32)
    }

    @Test("a change that rolls nothing has no forecast")
    func nothing() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 2, 50, 150)
        let update = PlannedCall(
            AWSCall("ecs", "UpdateService", ["cluster": "web", "service": "api", "desiredCount": 3]), .scalesNow,
            summary: "desiredCount")
        #expect(await rig.forecast([(Self.api, update)], seeds: 2) == nil)
    }

    @Test("a forced deployment of the same definition is a rollout")
    func forced() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 4, 50, 150)
        let update = PlannedCall(
            AWSCall("ecs", "UpdateService", ["cluster": "web", "service": "api", "forceNewDeployment": true]),
            .rollsTasks, summary: "forceNewDeployment")
        let service = try #require(await rig.forecast([(Self.api, update)], seeds: 3)?[service: Self.api])
        #expect(service.waves == 2)
        #expect(service.track.last == service.track.last.map { RolloutSample(at: $0.at, new: 4, old: 0) })
    }

    @Test("a new service is forecast where its cluster is, and nowhere else")
    func creation() async throws {
        let rig = try ForecastRig()
        let create = { (cluster: Value) -> [(ResourceID, PlannedCall)] in
            let register = ForecastRig.roll("api")[0]
            let input: Value = [
                "cluster": cluster, "serviceName": "api", "desiredCount": 2, "launchType": "EC2",
                "taskDefinition": .reference(register.0, "arn"),
            ]
            return [register, (Self.api, PlannedCall(AWSCall("ecs", "CreateService", input), summary: "service"))]
        }
        let service = try #require(await rig.forecast(create("web"), seeds: 3)?[service: Self.api])
        #expect(service.isFirst)
        #expect(service.unended == 0)
        #expect(service.lowestText.isEmpty)
        let later = await rig.forecast(create(.reference(ResourceID("Cluster", "new"), "arn")), seeds: 3)
        #expect(later?.services.isEmpty == true)
        #expect(later?.notes == ["Service/api is not forecast: its cluster does not exist yet"])
    }

    @Test("a step that waits for a rollout begins when that has ended")
    func gated() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 4, 50, 150)
        try rig.add("admin", desired: 2, 0, 100)
        var calls = ForecastRig.roll("api")
        var second = ForecastRig.roll("admin")
        second[1].1.requires = [.init(Reference(Self.api, "rollout"), reason: "until api is live")]
        calls += second
        let forecast = try #require(await rig.forecast(calls, seeds: 3))
        let (api, admin) = (forecast[service: Self.api], forecast[service: ResourceID("Service", "admin")])
        #expect(api?.unended == 0)
        #expect(admin?.unended == 0)
        // Its own time counts from its own write.
        #expect((admin?.duration?.p50 ?? 0) < (api?.duration?.p50 ?? 0) * 2)
    }
}
