/// One environment's lease: does what its machine says, against the store.
actor LeaseKeeper {
    private let environment: String
    private let store: any LeaseStore
    private let board: LeaseBoard
    private let context: LeaseContext
    private var machine: LeaseMachine
    /// The failure that was told last; nil once the table answers again.
    private var trouble: String?

    /// Why renewing ended.
    enum Ending: Sendable, Equatable {
        /// The lease is no longer ours, or the task was cancelled.
        case lost
        /// The process is to end, and what is under way did not end by itself in time.
        case late
    }

    /// Nobody sees that the process is to end later than this.
    private static let slice = Duration.milliseconds(250)
    /// What is under way when the process is to end has this long: then the lease is given back, for which it needs time too.
    private static let patience = Duration.seconds(10)

    init(_ environment: String, _ store: any LeaseStore, _ board: LeaseBoard, _ context: LeaseContext) {
        self.environment = environment
        self.store = store
        self.board = board
        self.context = context
        machine = LeaseMachine(environment, context.settings, timing: context.timing)
    }

    /// Waits for the lease; nil once `isStopping` or the task is cancelled.
    func acquire(until isStopping: @Sendable () -> Bool) async -> LeaseMachine.Hold? {
        while !isStopping() {
            let pause = await step()
            if let hold = machine.holding(at: context.clock.now) { return hold }
            do { try await context.clock.sleep(for: min(pause, Self.slice)) } catch { return nil }
        }
        return nil
    }

    /// Renews until the lease is lost, which `standing` is told, or the task is cancelled, or the process waits for its end
    /// for too long.
    func keep(_ standing: LeaseStanding, until isStopping: @Sendable () -> Bool) async -> Ending {
        var asked: Duration?
        while !Task.isCancelled {
            let pause = await step()
            guard let hold = machine.holding(at: context.clock.now) else {
                standing.end(loss)
                return .lost
            }
            standing.extend(until: hold.end)
            await share(standing)
            if asked == nil, isStopping() { asked = context.clock.now }
            if let asked, context.clock.now - asked >= Self.patience { return .late }
            let slice = min(pause, context.timing.pause, .seconds(1))
            do { try await context.clock.sleep(for: slice) } catch { return .lost }
        }
        return .lost
    }

    private var loss: String {
        guard let item = machine.item, item.owner != context.settings.holder else {
            return "the lease of \(environment) was not renewed in time"
        }
        if item.isStolen { return "the lease of \(environment) was taken away by \(item.owner)" }
        return "\(item.owner) holds the lease of \(environment) in epoch \(item.epoch)"
    }

    /// Gives the lease up when somebody else should have it.
    private func share(_ standing: LeaseStanding) async {
        do {
            _ = try await board.look()
            guard standing.over == nil, await board.isToYield(environment) else { return }
            standing.end("\(environment) is handed over to a controller that holds less")
        } catch is CancellationError {
            return
        } catch {
            await tell(error)
        }
    }

    /// Gives the lease back, so that others need not wait; a table that does not answer is asked three times. False when
    /// it may still say that we hold it.
    func release() async -> Bool {
        for _ in 0..<3 {
            guard let action = machine.releasing(nonce: context.nonce(), wall: context.wall()) else { return true }
            await perform(action)
        }
        return machine.releasing(nonce: context.nonce(), wall: context.wall()) == nil
    }

    /// Does what is due; how long nothing will be.
    private func step() async -> Duration {
        let action = machine.next(
            at: context.clock.now, handicap: await board.handicap(environment), nonce: context.nonce(),
            wall: context.wall())
        if case .wait(let pause) = action { return pause }
        await perform(action)
        return .zero
    }

    private func perform(_ action: LeaseMachine.Action) async {
        do {
            switch action {
            case .wait: return
            case .read: machine.read(try await store.read(environment), at: context.clock.now)
            case .look:
                let rows = try await board.look()
                machine.read(rows.leases.first { $0.environment == environment }, at: context.clock.now)
            case .write(let write): return await perform(write)
            }
            await answered()
        } catch {
            machine.failedToRead(at: context.clock.now)
            await tell(error)
        }
    }

    private func perform(_ write: LeaseWrite) async {
        // Before it is sent: others may see it from here on.
        let sent = context.clock.now
        do {
            let ending = try await store.write(write)
            machine.wrote(write, sent: sent, ending, at: context.clock.now)
            await answered()
        } catch {
            machine.wrote(write, sent: sent, .unknown, at: context.clock.now)
            await tell(error)
        }
    }

    private func tell(_ error: any Error) async {
        guard !(error is CancellationError) else { return }
        defer { trouble = "\(error)" }
        if let heard = context.heard { return await heard(environment, "\(error)") }
        if trouble != "\(error)" { await context.note(environment, "lease: \(error)") }
    }

    private func answered() async {
        guard trouble != nil else { return }
        trouble = nil
        await context.heard?(environment, nil)
    }
}

/// What keepers share: times, chance, and where lines go.
struct LeaseContext: Sendable {
    let settings: LeaseSettings
    let timing: LeaseTiming
    let clock: any LeaseClock
    /// A text that was never used before.
    let nonce: @Sendable () -> String
    /// Seconds since 1970, for people.
    let wall: @Sendable () -> Int
    /// Tells a line about an environment.
    let note: @Sendable (String, String) async -> Void
    /// Is told of an environment each failure of the table, in place of a note, and nil once it answers again; nil for notes.
    var heard: (@Sendable (_ environment: String, _ problem: String?) async -> Void)?
}
