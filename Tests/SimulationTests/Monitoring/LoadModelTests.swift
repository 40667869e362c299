import Testing

@testable import Simulation

@Suite("The load model")
struct LoadModelTests {
    private let start = ScalingWorld.start

    @Test("a curve is linear between its corners, nothing before and constant after")
    func curve() {
        var load = LoadModel()
        load.set(
            "api",
            curve: [
                LoadModel.Point(at: start, requestsPerSecond: 10),
                LoadModel.Point(at: start + .minutes(10), requestsPerSecond: 40),
            ])
        #expect(load.requests("api", at: start - .seconds(1)) == 0)
        #expect(load.requests("api", at: start + .minutes(5)) == 25_000)
        #expect(load.requests("api", at: start + .seconds(1)) == 10_050)
        #expect(load.requests("api", at: start + .hours(2)) == 40_000)
        #expect(load.requests("web", at: start) == nil)
        load.set("api", requestsPerSecond: 3)
        #expect(load.requests("api", at: start) == 3000)
    }

    @Test("ten requests a second of 20 ms take 80 % of a quarter vCPU, beside 4 % of idling")
    func cpu() {
        #expect(LoadModel().cpuDemand(10_000, reserved: 256) == 84_000)
        #expect(LoadModel().cpuDemand(10_000, reserved: 1024) == 24_000)
    }

    @Test("answers take longer the nearer a task is to what it can take")
    func responseTime() {
        let load = LoadModel()
        #expect(load.responseTime(demand: 0) == 20)
        #expect(load.responseTime(demand: 100_000) == 40)
        #expect(load.responseTime(demand: 500_000) == 2000)
    }
}
