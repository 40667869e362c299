import Model
import Simulation
import Testing

@testable import Planning

@Suite("Images of a forecast are as quick as their checks demand")
struct PatienceTests {
    /// A service whose target group probes every ten seconds and gives up after two failures.
    private static func behaviour(ready: Spread, grace: Span = .zero) throws -> ImageBehaviour? {
        var rig = try ForecastRig()
        try rig.add("api", desired: 2, 50, 150) { $0.healthCheckGracePeriod = grace }
        var physics = Physics()
        physics.applicationReady = ready
        physics.targetRegistration = Spread(.seconds(2))
        let service = try #require(rig.services["api"])
        return Patience(of: service, in: rig.world.future(seed: 1, physics: physics))?.behaviour
    }

    @Test("an application that answers in time is left as it is")
    func quick() throws { #expect(try Self.behaviour(ready: Spread(.seconds(4), .seconds(6))) == nil) }

    @Test("one that would be given up answers just in time")
    func slow() throws {
        // Registered after 2 s, a second failure 10 s after the first.
        let ready = try Self.behaviour(ready: Spread(.seconds(20), .seconds(30)))?.readyAfter
        #expect(ready == Span(milliseconds: 10_800))
    }

    @Test("a grace period gives it longer")
    func graceful() throws {
        #expect(try Self.behaviour(ready: Spread(.seconds(20), .seconds(30)), grace: .seconds(90)) == nil)
    }

    @Test("no world rolls for ever because it is slow")
    func ends() async throws {
        var rig = try ForecastRig()
        try rig.add("api", desired: 4, 50, 150)
        let forecast = try #require(await rig.forecast(ForecastRig.roll("api"), seeds: 32))
        let duration = try #require(forecast[service: ResourceID("Service", "api")]?.duration)
        #expect(duration.p95 < 300)
    }
}
