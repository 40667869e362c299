import Model
import Simulation
import Testing

@testable import Planning

@Suite("How long things may take in a forecast")
struct PhysicsTests {
    @Test("over the worlds every time is drawn evenly between its bounds")
    func hypercube() {
        let prior = PhysicsPrior()
        let middles = (0..<32).map { number -> Double in
            let spread = prior.physics(number, of: 32).applicationReady
            return (Double(spread.shortest.milliseconds) * Double(spread.longest.milliseconds)).squareRoot()
        }.sorted()
        let (least, most) = (1_000.0, 30_000.0)
        // Each world has its own thirty-second part of the range, in equal ratios.
        let part = (most / least).squareRoot().squareRoot().squareRoot().squareRoot().squareRoot()
        for (rank, middle) in middles.enumerated() {
            let low = (0..<rank).reduce(least) { value, _ in value * part }
            #expect(middle > low * 0.98 && middle < low * part * 1.02)
        }
        #expect(prior.physics(3, of: 32).imagePull == prior.physics(3, of: 32).imagePull)
    }

    @Test("times that were measured take the place of what is known of AWS")
    func evidence() {
        var capacity = ObservedCapacity(at: 0)
        capacity.tasks = (0..<5).map { number in
            let start = 1_700_000_000.0 + Double(number)
            return [
                "pullStartedAt": Value(.number(start)), "pullStoppedAt": Value(.number(start + 10)),
                "startedAt": Value(.number(start + 12)),
            ]
        }
        let physics = PhysicsEvidence(capacity).narrowed(PhysicsPrior())
        #expect(physics.imagePull == .init(8_000, 12_500))
        #expect(physics.containerStart == .init(1_600, 2_500))
        #expect(physics.applicationReady == PhysicsPrior().applicationReady)
    }

    @Test("images that were there already say nothing of pulls")
    func cached() {
        var capacity = ObservedCapacity(at: 0)
        capacity.tasks = (0..<5).map { _ in ["pullStartedAt": 1_700_000_000, "pullStoppedAt": 1_700_000_000] }
        #expect(PhysicsEvidence(capacity).narrowed(PhysicsPrior()).imagePull == PhysicsPrior().imagePull)
    }

    @Test("a boot is from an instance's launch until its agent registered")
    func boots() {
        var capacity = ObservedCapacity(at: 0)
        capacity.instances = (0..<3).map { ["instanceId": .string("i-\($0)"), "launchTime": 1_700_000_000] }
        capacity.containerInstances = (0..<3).map {
            ["ec2InstanceId": .string("i-\($0)"), "registeredAt": 1_700_000_100]
        }
        let physics = PhysicsEvidence(capacity).narrowed(PhysicsPrior())
        #expect(physics.instanceLaunch == .init(24_000, 37_500))
        #expect(physics.agentRegistration == .init(56_000, 87_500))
    }
}

@Suite("What worlds have in common")
struct RankedTests {
    @Test("percentiles are ranks, and worlds without an end are left out")
    func percentiles() {
        let ranked = Ranked((1...20).map { Int64($0) * 1000 } + [nil])
        #expect(ranked.count == 20)
        #expect(ranked.durations == Durations(p5: 1, p50: 10, p95: 19))
        #expect(ranked.median == 9)
        #expect(Ranked([nil, nil]).durations == nil)
    }

    @Test("large changes are played in fewer worlds, but in twelve at least")
    func seeds() {
        let options = ForecastOptions()
        #expect([0, 400, 600, 1000, 100_000].map { options.seeds(for: $0) } == [32, 32, 21, 12, 12])
    }

    @Test("starts within five seconds of one another are one wave")
    func waves() {
        let waves = Waves([0, 1, 4, 30, 33, 60].map { Instant(milliseconds: $0 * 1000) })
        #expect(waves.count == 3)
        #expect(waves.largest == 3)
    }
}
