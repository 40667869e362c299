import AWSClient
import Reconciler
import Synchronization
import Testing

@testable import Controller

@Suite("Leadership by leases")
struct LeaseLeadershipTests {
    private let table = MemoryLeases()

    /// Leads until `body` has run once.
    private func once(_ holder: String, _ body: @escaping @Sendable (Term) async throws -> Void) async throws {
        let flag = Flag()
        try await table.leadership(holder).lead("production", until: { flag.isSet }) { term in
            defer { flag.set() }
            try await body(term)
        }
    }

    @Test("the first one leads in epoch 1 and gives the lease back; the next one leads at once in epoch 2")
    func release() async throws {
        try await once("a") { term in
            #expect(term.epoch == 1)
            #expect(await term.gate.closedBecause() == nil)
            #expect(!term.isOver())
        }
        #expect(table["production"]?.isReleased == true)
        let before = table.now
        try await once("b") { #expect($0.epoch == 2) }
        // Its keeper may have slept a second or two meanwhile; nobody waited for a lease.
        #expect(table.now - before < .seconds(5))
    }

    @Test("a holder that says nothing more is waited for a whole lease")
    func silence() async throws {
        table["production"] = LeaseItem(
            environment: "production", owner: "gone", epoch: 7, nonce: "x", lease: .seconds(30))
        try await once("b") { #expect($0.epoch == 8) }
        #expect(table.now >= .seconds(30))
        #expect(table.now < .seconds(40))
    }

    @Test("a process that was stopped finds its gate closed, and its term over")
    func stopped() async throws {
        let table = table
        try await once("a") { term in
            table.advance(by: .seconds(60))
            #expect(await term.gate.closedBecause() == "the lease of production was not renewed in time")
            #expect(term.fence?.verdict() == .closed("the lease of production was not renewed in time"))
            #expect(term.isOver())
        }
    }

    @Test("the gate closes while a write could still end after the term")
    func deadline() async throws {
        let standing = LeaseStanding(
            "production", until: .seconds(15), timing: LeaseTiming(lease: .seconds(30)), clock: table)
        #expect(standing.verdict == .open(within: .seconds(13.5)))
        table.advance(by: .seconds(8.5))
        #expect(standing.verdict == .closed("what is left of the lease of production is too short for a write"))
        #expect(standing.over == nil)
        standing.extend(until: .seconds(30))
        #expect(await standing.gate.closedBecause() == nil)
    }

    @Test("a lease that was taken away ends the term and says by whom")
    func stolen() async throws {
        let table = table
        try await once("a") { term in
            var item = try #require(table["production"])
            (item.owner, item.nonce, item.isStolen) = ("ada@host", "stolen", true)
            table["production"] = item
            while !term.isOver() { await Task.yield() }
        }
        #expect(table.notes.contains("a: no longer leads: the lease of production was taken away by ada@host"))
    }

    @Test(
        "what hangs when the process is to end is cancelled in time, and the lease is given back",
        .timeLimit(.minutes(10)))
    func hanging() async throws {
        let flag = Flag()
        let began = table.now
        await #expect(throws: CancellationError.self) {
            try await table.leadership("a").lead("production", until: { flag.isSet }) { _ in
                flag.set()
                try await Task.sleep(for: .seconds(3_600))
            }
        }
        #expect(table["production"]?.isReleased == true)
        #expect(table.notes.last == "a: no longer leads: it gave the lease back")
        // Of the process's 14 seconds, some are left for the table.
        #expect(table.now - began < .seconds(13))
    }

    @Test("what ends by itself in time is not cancelled")
    func patience() async throws {
        let (flag, clock) = (Flag(), SystemLeaseClock())
        let leadership = table.leadership("a", clock: clock)
        try await leadership.lead("production", until: { flag.isSet }) { _ in
            flag.set()
            try await clock.sleep(for: .milliseconds(1_500))
        }
        #expect(table["production"]?.isReleased == true)
    }

    @Test("a lease that can not be given back is told, with how long others wait")
    func unreleased() async throws {
        let table = table
        try await once("a") { _ in table.isDown = true }
        #expect(
            table.notes.last
                == "a: no longer leads: the lease could not be given back, and others wait 30s for it")
        #expect(table["production"]?.isReleased == false)
    }

    @Test("without a table nobody leads, and it is said once")
    func down() async throws {
        table.isDown = true
        let end = table.now + .seconds(60)
        try await table.leadership("a").lead("production", until: { [table] in table.now > end }) { _ in
            Issue.record("it leads")
        }
        #expect(table.notes.count == 1)
        #expect(table.notes.first?.hasPrefix("a: lease: ") == true)
    }

    @Test("what the body throws is thrown, after the lease was given back")
    func failure() async throws {
        struct Broken: Error {}
        await #expect(throws: Broken.self) { try await once("a") { _ in throw Broken() } }
        #expect(table["production"]?.isReleased == true)
    }
}

/// Set once.
final class Flag: Sendable {
    private let state = Mutex(false)
    var isSet: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}
