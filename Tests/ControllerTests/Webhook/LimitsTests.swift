import Testing

@testable import Controller

/// What keeps strangers from costing anything.
@Suite("Limits of the webhook receiver")
struct LimitsTests {
    @Test("an address gets ten requests a second, whatever others do")
    func addresses() {
        var limit = AddressLimit(perSecond: 10)
        let first = (0..<100).count { _ in limit.admits("192.0.2.1", at: .zero) }
        #expect(first == 10)
        let other = limit.admits("192.0.2.2", at: .zero)
        #expect(other)
        let later = (0..<100).count { _ in limit.admits("192.0.2.1", at: .milliseconds(500)) }
        #expect(later == 5)
    }

    @Test("a hundred thousand addresses are not remembered")
    func many() {
        var limit = AddressLimit(perSecond: 10)
        for number in 0..<100_000 { _ = limit.admits("2001:db8::\(number)", at: .milliseconds(number / 100)) }
        #expect(limit.count <= 4_096)
    }

    @Test("a delivery is new once, by its id and by its body, and again after ten minutes")
    func deliveries() {
        var memory = DeliveryMemory(lasting: .seconds(600))
        // Ids are not signed, so bodies count as well.
        let asked: [(forge: Forge, id: String?, body: [UInt8], at: Duration)] = [
            (.github, "1", [1], .zero), (.github, "1", [2], .seconds(1)), (.github, "2", [1], .seconds(1)),
            (.gitea, "1", [1], .seconds(2)), (.github, nil, [1], .seconds(700)),
        ]
        let answers = asked.map { memory.sight(of: $0.forge, id: $0.id, body: $0.body, about: [], at: $0.at) == .new }
        #expect(answers == [true, false, false, true, true])
    }

    @Test("what comes again wakes each repository once a minute, as a forge that is asked to send it again means it")
    func redelivered() {
        var memory = DeliveryMemory(lasting: .seconds(600))
        let asked: [(body: UInt8, repository: String, at: Int)] = [
            (1, "a", 0), (2, "a", 1), (3, "b", 2), (1, "a", 10), (2, "a", 11), (3, "b", 12), (1, "a", 69), (1, "a", 70),
        ]
        let answers = asked.map {
            memory.sight(
                of: .github, id: nil, body: [$0.body], about: [$0.repository], at: .seconds($0.at))
        }
        #expect(answers == [.new, .new, .new, .again, .repeated, .again, .repeated, .again])
    }

    @Test("bodies that no forge wrote may be the same for every push; their ids tell what comes again")
    func generic() {
        var memory = DeliveryMemory(lasting: .seconds(600))
        let answers = [nil, nil, "1", "2", "1"].map { id in
            memory.sight(of: .generic, id: id, body: [1], about: [], at: .seconds(1))
        }
        #expect(answers == [.new, .new, .new, .new, .again])
    }

    @Test("so many read at a time, and the oldest gives way")
    func readers() async {
        let queue = ReadingQueue(limit: 2)
        let tickets = (0..<3).map { _ in queue.enter() }
        #expect(queue.count == 2)
        await tickets[0].revoked()
        queue.leave(tickets[2])
        #expect(queue.count == 1)
    }
}
