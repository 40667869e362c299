public import Model

/// Leadership by leases in a DynamoDB table: of several controllers one writes for an environment at a time, and another
/// takes over when it is gone (DESIGN section 11).
public struct LeaseLeadership: Leadership {
    private let store: any LeaseStore
    private let board: LeaseBoard
    private let context: LeaseContext

    /// Leases as `settings` say.
    ///
    /// - Parameters:
    ///   - settings: the table, the length of a lease, and who we are.
    ///   - aws: reaches the table; without retries, and with `settings.callTimeout`.
    ///   - clock: what leases are timed by.
    ///   - wall: seconds since 1970, for people who look.
    ///   - note: tells a line about an environment: a term that begins or ends, a table that does not answer.
    ///   - hear: takes the news of the table's other controllers.
    public init(
        _ settings: LeaseSettings, aws: any AWSSender, clock: any LeaseClock = SystemLeaseClock(),
        wall: @escaping @Sendable () -> Int, note: @escaping @Sendable (String, String) async -> Void,
        hear: @escaping @Sendable (News) async -> Void = { _ in }
    ) {
        self.init(
            LeaseContext(
                settings: settings, timing: LeaseTiming(lease: settings.duration), clock: clock,
                nonce: { LeaseNonce.draw() }, wall: wall, note: note),
            DynamoDBLeaseStore(aws, table: settings.table), hear: hear)
    }

    /// Tells the table's other controllers; within two or three seconds of a usual lease.
    public func tell(_ news: News) async { await board.tell(news) }

    init(
        _ context: LeaseContext, _ store: any LeaseStore, hear: @escaping @Sendable (News) async -> Void = { _ in }
    ) {
        self.store = store
        self.context = context
        board = LeaseBoard(
            store, context.settings, timing: context.timing, clock: context.clock, nonce: context.nonce, hear: hear)
    }

    public func lead(
        _ environment: String, until isStopping: @escaping @Sendable () -> Bool,
        _ body: @Sendable (Term) async throws -> Void
    ) async throws {
        let keeper = LeaseKeeper(environment, store, board, context)
        await board.wants(environment)
        let result = await Ending { try await terms(environment, keeper, until: isStopping, body) }
        await board.leaves(environment)
        try result.get()
    }

    private func terms(
        _ environment: String, _ keeper: LeaseKeeper, until isStopping: @Sendable () -> Bool,
        _ body: @Sendable (Term) async throws -> Void
    ) async throws {
        while let hold = await keeper.acquire(until: isStopping) {
            let epoch = hold.item.epoch
            await board.holds(environment, true)
            await context.note(environment, "leads in epoch \(epoch)")
            let standing = LeaseStanding(environment, until: hold.end, timing: context.timing, clock: context.clock)
            let result = await Ending { try await term(epoch, standing, keeper, body) }
            await keeper.release()
            await board.holds(environment, false)
            await context.note(environment, "no longer leads: \(standing.over ?? "it gave the lease back")")
            try result.get()
        }
    }

    private func term(
        _ epoch: Int, _ standing: LeaseStanding, _ keeper: LeaseKeeper, _ body: @Sendable (Term) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await keeper.keep(standing) }
            defer { group.cancelAll() }
            try await body(
                Term(
                    epoch: epoch, gate: standing.gate, fence: standing.fence, isOver: { standing.over != nil }))
        }
    }
}

/// How something ended, so that what follows is done either way.
private enum Ending {
    case done
    case failed(any Error)

    init(_ body: () async throws -> Void) async {
        do {
            try await body()
            self = .done
        } catch {
            self = .failed(error)
        }
    }

    func get() throws { if case .failed(let error) = self { throw error } }
}

/// Texts that are never drawn twice.
public enum LeaseNonce {
    /// 128 random bits in 32 hex digits.
    public static func draw() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let text = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }
}
