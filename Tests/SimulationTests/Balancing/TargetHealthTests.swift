import Model
import Testing

@testable import Simulation

@Suite("Target health")
struct TargetHealthTests {
    @Test("two successes 10 s apart make a new target healthy 10 to 20 s after its registration is done")
    func healthy() throws {
        var waits: [Int64] = []
        for seed in 1...40 {
            var rig = try BalancingRig(seed: UInt64(seed))
            let id = try rig.register(rig.task())
            #expect(rig.reason(id) == "Elb.RegistrationInProgress")
            let found = rig.time(until: id, is: .healthy)
            let wait = try #require(found).milliseconds
            #expect(11_000...24_010 ~= wait)
            #expect(rig.reason(id) == nil && rig.healthyCount == 1)
            waits.append(wait)
        }
        #expect((waits.max() ?? 0) - (waits.min() ?? 0) > 5000)
    }

    @Test("a registered target is initial with the reason that it is being probed")
    func probing() throws {
        var rig = try BalancingRig()
        let id = try rig.register(rig.task())
        rig.world.advance(by: .seconds(4))
        #expect(rig.state(id) == .initial && rig.reason(id) == "Elb.InitialHealthChecking")
    }

    @Test("three failures 10 s apart make a target unhealthy, with the status that was answered")
    func mismatch() throws {
        var rig = try BalancingRig()
        let task = rig.task()
        let id = try rig.register(task)
        _ = rig.time(until: id, is: .healthy)
        rig.answer(task, false)
        let found = rig.time(until: id, is: .unhealthy)
        let wait = try #require(found)
        #expect(20_000...30_010 ~= wait.milliseconds)
        #expect(rig.reason(id) == "Target.ResponseCodeMismatch" && rig.healthyCount == 0)
        #expect(rig.world.balancing.targets[id]?.description == "Health checks failed with these codes: [503]")
    }

    @Test("no answer at all takes the timeout on top and says so")
    func timeout() throws {
        var rig = try BalancingRig()
        let task = rig.task(status: 0)
        let id = try rig.register(task)
        _ = rig.time(until: id, is: .healthy)
        rig.answer(task, false)
        let found = rig.time(until: id, is: .unhealthy)
        let wait = try #require(found)
        #expect(25_000...35_010 ~= wait.milliseconds)
        #expect(rig.reason(id) == "Target.Timeout")
    }

    @Test("a task that is not RUNNING fails its checks without an answer")
    func unreachable() throws {
        var rig = try BalancingRig()
        let task = rig.task(answers: false)
        rig.world.ecs.tasks[task]?.lastStatus = .stopped
        let id = try rig.register(task)
        _ = rig.time(until: id, is: .unhealthy)
        #expect(rig.reason(id) == "Target.FailedHealthChecks")
    }

    @Test("a failure shorter than the threshold is never seen")
    func blink() throws {
        var rig = try BalancingRig()
        let task = rig.task()
        let id = try rig.register(task)
        _ = rig.time(until: id, is: .healthy)
        rig.answer(task, false)
        rig.world.advance(by: .seconds(15))
        rig.answer(task, true)
        rig.world.advance(by: .minutes(5))
        #expect(rig.state(id) == .healthy)
    }

    @Test("an unhealthy target becomes healthy again after two successes")
    func recovers() throws {
        var rig = try BalancingRig()
        let task = rig.task(answers: false)
        let id = try rig.register(task)
        _ = rig.time(until: id, is: .unhealthy)
        rig.answer(task, true)
        let found = rig.time(until: id, is: .healthy)
        let wait = try #require(found)
        #expect(10_000...20_010 ~= wait.milliseconds && rig.healthyCount == 1)
    }

    @Test("ten thousand targets cost their transitions and nothing else")
    func many() throws {
        var rig = try BalancingRig()
        for number in 0..<10_000 {
            let task = rig.task()
            _ = try rig.register(task, address: "10.\(number / 65536).\(number / 256 % 256).\(number % 256)")
        }
        let before = rig.world.queue.count
        rig.world.advance(by: .minutes(1))
        #expect(rig.healthyCount == 10_000)
        #expect(before <= 10_010 && rig.world.queue.count < 10)
    }

    @Test("the same seed gives the same times")
    func same() throws {
        func times(_ seed: UInt64) throws -> [Int64?] {
            var rig = try BalancingRig(seed: seed)
            let id = try rig.register(rig.task())
            return [rig.time(until: id, is: .healthy)?.milliseconds]
        }
        #expect(try times(7) == times(7))
    }
}
