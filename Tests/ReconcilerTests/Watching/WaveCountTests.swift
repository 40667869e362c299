import Kinds
import Testing

@testable import Reconciler

/// Batches of new tasks, counted from looks.
@Suite("Waves")
struct WaveCountTests {
    private func number(_ looks: TaskCounts...) -> Int {
        looks.reduce(into: WaveCount()) { $0.look(at: $1) }.number
    }

    private func tasks(starting: Int = 0, healthy: Int = 0, waiting: Int = 0, failed: Int = 0) -> TaskCounts {
        var counts = TaskCounts()
        (counts.starting, counts.healthy, counts.running) = (starting, healthy, healthy)
        (counts.waitingForRoom, counts.failed) = (waiting, failed)
        return counts
    }

    @Test("nothing started is no wave")
    func none() { #expect(number(tasks(), tasks()) == 0) }

    @Test("a batch that appears over several looks is one wave")
    func oneBatch() {
        #expect(number(tasks(starting: 1), tasks(starting: 2), tasks(waiting: 1), tasks(starting: 3)) == 1)
    }

    @Test("more tasks than before, after some of the last batch became healthy, are the next wave")
    func two() {
        #expect(number(tasks(starting: 2), tasks(starting: 1, healthy: 1), tasks(starting: 2, healthy: 2)) == 2)
        #expect(number(tasks(starting: 2), tasks(starting: 2, healthy: 2), tasks(healthy: 4)) == 2)
    }

    @Test("a task in the place of a failed one is no wave")
    func replaced() {
        #expect(number(tasks(starting: 2), tasks(starting: 1, failed: 1), tasks(starting: 2, failed: 1)) == 1)
    }
}
