import Testing

@testable import Simulation

@Suite("Managed scaling's numbers (aws-facts 3.2)")
struct CapacityNeedTests {
    private typealias Room = CapacityNeed.Room
    private static let large = Room(cpu: 2048, memory: 7800)
    private static let xlarge = Room(cpu: 4096, memory: 15_600)

    private func need(
        up: Int, _ waiting: [(CapacityNeed.Demand, Int)], types: [Room] = [large], steps: ClosedRange<Int> = 1...10_000
    ) -> CapacityNeed {
        CapacityNeed(
            up: up, holdingWork: up, waiting: waiting.map { (demand: $0.0, count: $0.1) }, types: types, steps: steps)
    }

    @Test("with nothing there and nothing needed the reservation is 100, with something needed 200")
    func empty() {
        #expect(CapacityNeed(up: 0, needed: 0).reservation == 100_000)
        #expect(CapacityNeed(up: 0, needed: 7).reservation == 200_000)
        #expect(CapacityNeed(up: 0, needed: 7).capacity(target: 100) == 2)
        #expect(CapacityNeed(up: 0, needed: 0).capacity(target: 100) == 0)
    }

    @Test("M over N in percent: two empty of a hundred give 98")
    func ratio() {
        #expect(CapacityNeed(up: 100, needed: 98).reservation == 98_000)
        #expect(CapacityNeed(up: 4, needed: 6).reservation == 150_000)
        #expect(CapacityNeed(up: 4, needed: 6).capacity(target: 100) == 6)
        #expect(CapacityNeed(up: 4, needed: 4).capacity(target: 50) == 8)
        #expect(CapacityNeed(up: 3, needed: 3).capacity(target: 90) == 4)
    }

    @Test("groups of equal tasks are packed on the largest type, and the largest group counts")
    func packing() {
        let small = CapacityNeed.Demand(cpu: 512, memory: 512)
        let big = CapacityNeed.Demand(cpu: 1024, memory: 4096)
        #expect(need(up: 2, [(small, 9)]).needed == 2 + 3)
        #expect(need(up: 2, [(small, 9)], types: [Self.large, Self.xlarge]).needed == 2 + 2)
        #expect(need(up: 2, [(small, 9), (big, 4)]).needed == 2 + 4)
    }

    @Test("a task that the smallest type cannot hold never scales out")
    func guardType() {
        let huge = CapacityNeed.Demand(cpu: 3000, memory: 512)
        #expect(need(up: 2, [(huge, 5)], types: [Self.large, Self.xlarge]).needed == 2)
        #expect(need(up: 2, [(huge, 5)], types: [Self.xlarge]).needed == 2 + 5)
    }

    @Test("a host port and distinctInstance take an instance a task")
    func alone() {
        #expect(need(up: 1, [(CapacityNeed.Demand(cpu: 10, memory: 10, ports: [80]), 4)]).needed == 5)
        #expect(need(up: 1, [(CapacityNeed.Demand(cpu: 10, memory: 10, isAlone: true), 3)]).needed == 4)
    }

    @Test("steps are bounded below and above")
    func steps() {
        let demand = CapacityNeed.Demand(cpu: 2048, memory: 512)
        #expect(need(up: 5, [(demand, 1)], steps: 3...10).needed == 8)
        #expect(need(up: 5, [(demand, 40)], steps: 1...10).needed == 15)
    }

    @Test("a scale-in takes less than half a minute, and at least one")
    func shrinking() {
        #expect(CapacityNeed.shrunk(from: 10, to: 0) == 6)
        #expect(CapacityNeed.shrunk(from: 10, to: 8) == 8)
        #expect(CapacityNeed.shrunk(from: 2, to: 0) == 1)
        #expect(CapacityNeed.shrunk(from: 1, to: 0) == 0)
    }
}
