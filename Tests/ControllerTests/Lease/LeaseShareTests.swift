import Testing

@testable import Controller

@Suite("How environments spread over controllers")
struct LeaseShareTests {
    private static let names = (1...12).map { "env\($0)" }

    /// What `holder` knows of three controllers that hold so many.
    private func share(_ holder: String, _ held: [String: Int], nonce: String = "n") -> (LeaseShare, LeaseRows) {
        var share = LeaseShare(holder: holder, timing: LeaseTiming(lease: .seconds(30)))
        var rows = LeaseRows()
        var names = Self.names[...]
        for (owner, count) in held.sorted(by: { $0.key < $1.key }) {
            rows.presences.append(
                Presence(holder: owner, nonce: nonce, lease: .seconds(30), environments: Self.names))
            for name in names.prefix(count) {
                rows.leases.append(
                    LeaseItem(environment: name, owner: owner, epoch: 1, nonce: name, lease: .seconds(30)))
            }
            names = names.dropFirst(count)
        }
        share.saw(rows, at: .zero)
        return (share, rows)
    }

    @Test("who holds two more than another one hands one over; who holds one more does not")
    func yields() {
        let (share, _) = share("a", ["a": 5, "b": 4, "c": 3])
        #expect(share.isToYield("env1", holding: 5, at: .zero))
        #expect(!share.isToYield("env1", holding: 4, at: .zero))
    }

    @Test("a free lease is left to whoever holds less, for half a lease at most")
    func handicap() {
        let (share, _) = share("a", ["a": 3, "b": 2])
        #expect(share.handicap("env9", holding: 3, at: .zero) == .seconds(15))
        #expect(share.handicap("env9", holding: 2, at: .zero) < .seconds(15))
    }

    @Test("among equals each environment has an order of its own, and somebody is first")
    func order() {
        var firsts: [String: Int] = [:]
        for name in Self.names {
            let waits = ["a", "b", "c"].filter { holder in
                share(holder, ["a": 0, "b": 0, "c": 0]).0.handicap(name, holding: 0, at: .zero) == .zero
            }
            #expect(waits.count == 1)
            firsts[waits.first ?? "", default: 0] += 1
        }
        #expect(firsts.count == 3)
    }

    @Test("a controller that is silent for a lease counts no more; after ten its row goes")
    func silence() {
        var (share, rows) = share("a", ["a": 6, "b": 0])
        #expect(share.isToYield("env1", holding: 6, at: .seconds(29)))
        #expect(!share.isToYield("env1", holding: 6, at: .seconds(30)))
        #expect(share.gone(at: .seconds(301)).map(\.holder) == ["b"])
        rows.presences[1].nonce = "again"
        share.saw(rows, at: .seconds(200))
        #expect(share.isToYield("env1", holding: 6, at: .seconds(229)))
    }

    @Test("three controllers come to hold four of twelve environments each, and none is left without a holder")
    func spread() async throws {
        let (table, clock, flag) = (MemoryLeases(), SystemLeaseClock(), Flag())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for holder in ["a", "b", "c"] {
                let leadership = table.leadership(holder, lease: .seconds(5), clock: clock)
                for name in Self.names {
                    group.addTask {
                        try await leadership.lead(name, until: { flag.isSet }) { term in
                            while !term.isOver(), !flag.isSet { try await clock.sleep(for: .milliseconds(20)) }
                        }
                    }
                }
            }
            // In real time: beside tests that compute for minutes it has to wait for its turn.
            let deadline = clock.now + .seconds(900)
            while !isEven(table), clock.now < deadline { try await clock.sleep(for: .milliseconds(50)) }
            #expect(isEven(table))
            flag.set()
            try await group.waitForAll()
        }
        for name in Self.names { #expect(table[name]?.isReleased == true) }
    }

    private func isEven(_ table: MemoryLeases) -> Bool {
        let owners = Self.names.compactMap { table[$0] }.filter(\.hasHolder).map(\.owner)
        return ["a", "b", "c"].allSatisfy { holder in owners.count { $0 == holder } == 4 }
    }
}
