import Synchronization

@testable import Controller

/// A lease table in memory, and time that goes on only when somebody sleeps.
final class MemoryLeases: LeaseStore, LeaseClock {
    private struct State {
        var leases: [String: LeaseItem] = [:]
        var presences: [String: Presence] = [:]
        var now = Duration.zero
        var nonces = 0
        var notes: [String] = []
        var isDown = false
    }

    private let state = Mutex(State())

    struct Down: Error {}

    var notes: [String] { state.withLock { $0.notes } }
    var isDown: Bool {
        get { state.withLock { $0.isDown } }
        set { state.withLock { $0.isDown = newValue } }
    }
    subscript(environment: String) -> LeaseItem? {
        get { state.withLock { $0.leases[environment] } }
        set { state.withLock { $0.leases[environment] = newValue } }
    }

    var now: Duration { state.withLock { $0.now } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        state.withLock { $0.now += max(.milliseconds(1), duration) }
        await Task.yield()
    }

    func advance(by duration: Duration) { state.withLock { $0.now += duration } }

    /// As a client of AWS does, it answers nobody who was cancelled.
    private func answering<T>(_ body: (inout State) -> T) throws -> T {
        try Task.checkCancellation()
        return try state.withLock { state in
            if state.isDown { throw Down() }
            return body(&state)
        }
    }

    func read(_ environment: String) async throws -> LeaseItem? { try answering { $0.leases[environment] } }

    func readAll() async throws -> LeaseRows {
        try answering { state in
            LeaseRows(
                leases: state.leases.values.sorted { $0.environment < $1.environment },
                presences: state.presences.values.sorted { $0.holder < $1.holder })
        }
    }

    func write(_ write: LeaseWrite) async throws -> LeaseMachine.Ending {
        try answering { state in
            guard state.leases[write.item.environment]?.nonce == write.expected else { return .refused }
            state.leases[write.item.environment] = write.item
            return .applied
        }
    }

    func announce(_ presence: Presence) async throws { try answering { $0.presences[presence.holder] = presence } }
    func forget(_ presence: Presence) async throws { try answering { $0.presences[presence.holder] = nil } }

    /// Leadership of one controller over this table.
    func leadership(
        _ holder: String, lease: Duration = .seconds(30), clock: (any LeaseClock)? = nil,
        hear: @escaping @Sendable (News) async -> Void = { _ in }
    ) -> LeaseLeadership {
        let settings = LeaseSettings(table: "leases", duration: lease, holder: holder)
        return LeaseLeadership(
            LeaseContext(
                settings: settings, timing: LeaseTiming(lease: lease), clock: clock ?? self, nonce: { self.nonce() },
                wall: { 0 }, note: { _, line in self.state.withLock { $0.notes.append("\(holder): \(line)") } }),
            self, hear: hear)
    }

    private func nonce() -> String {
        state.withLock { state in
            state.nonces += 1
            return "n\(state.nonces)"
        }
    }
}
