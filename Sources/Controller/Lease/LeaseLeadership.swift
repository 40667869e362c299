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
    ///   - heard: is told of an environment each failure of the table, in place of a note, and nil once it answers again.
    public init(
        _ settings: LeaseSettings, aws: any AWSSender, clock: any LeaseClock = SystemLeaseClock(),
        wall: @escaping @Sendable () -> Int, note: @escaping @Sendable (String, String) async -> Void,
        hear: @escaping @Sendable (News) async -> Void = { _ in },
        heard: (@Sendable (_ environment: String, _ problem: String?) async -> Void)? = nil
    ) {
        self.init(
            LeaseContext(
                settings: settings, timing: LeaseTiming(lease: settings.duration), clock: clock,
                nonce: { RandomID.draw() }, wall: wall, note: note, heard: heard),
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
        _ body: @escaping @Sendable (Term) async throws -> Void
    ) async throws {
        let keeper = LeaseKeeper(environment, store, board, context)
        await board.wants(environment)
        let result = await Ending { try await terms(environment, keeper, until: isStopping, body) }
        await board.leaves(environment)
        try result.get()
    }

    private func terms(
        _ environment: String, _ keeper: LeaseKeeper, until isStopping: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (Term) async throws -> Void
    ) async throws {
        while let hold = await keeper.acquire(until: isStopping) {
            let epoch = hold.item.epoch
            await board.holds(environment, true)
            await context.note(environment, "leads in epoch \(epoch)")
            let standing = LeaseStanding(environment, until: hold.end, timing: context.timing, clock: context.clock)
            let term = Term(
                epoch: epoch, gate: standing.gate, fence: standing.fence, isOver: { standing.over != nil })
            let result = await Ending {
                try await serve(term, { await keeper.keep(standing, until: isStopping) }, body)
            }
            let isGivenBack = await keeper.release()
            await board.holds(environment, false)
            await context.note(environment, "no longer leads: \(why(standing, isGivenBack))")
            try result.get()
        }
    }

    private func why(_ standing: LeaseStanding, _ isGivenBack: Bool) -> String {
        guard !isGivenBack else { return standing.over ?? "it gave the lease back" }
        let seconds = Int(context.timing.lease / .seconds(1))
        let failure = "the lease could not be given back, and others wait \(seconds)s for it"
        return standing.over.map { "\($0); \(failure)" } ?? failure
    }

    /// The lease is given back by a task that nobody has cancelled: whatever hangs in `body` is cancelled below it, in time.
    private func serve(
        _ term: Term, _ keep: @escaping @Sendable () async -> LeaseKeeper.Ending,
        _ body: @escaping @Sendable (Term) async throws -> Void
    ) async throws {
        let isLate = try await withThrowingTaskGroup(of: LeaseKeeper.Ending?.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                try await body(term)
                return nil
            }
            group.addTask { await keep() }
            // A lease that was lost ends the body by its gate.
            while let ending = try await group.next(), let ending { if ending == .late { return true } }
            return false
        }
        if isLate { throw CancellationError() }
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
