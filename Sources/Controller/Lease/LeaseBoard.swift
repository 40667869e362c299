/// What this process knows of the whole table: one look serves all of its environments.
actor LeaseBoard {
    private let store: any LeaseStore
    private let settings: LeaseSettings
    private let timing: LeaseTiming
    private let clock: any LeaseClock
    private let nonce: @Sendable () -> String
    private let hear: @Sendable (News) async -> Void
    private var share: LeaseShare
    private var news = LeaseNews()
    private var wanted: Set<String> = []
    private var held: Set<String> = []
    private var last: (rows: LeaseRows, at: Duration)?
    private var announced: Duration?
    private var yielded: Duration?
    private var isLooking = false
    private var isAnnouncing = false
    private var waiting: [CheckedContinuation<LeaseRows, any Error>] = []

    init(
        _ store: any LeaseStore, _ settings: LeaseSettings, timing: LeaseTiming, clock: any LeaseClock,
        nonce: @escaping @Sendable () -> String, hear: @escaping @Sendable (News) async -> Void = { _ in }
    ) {
        self.store = store
        self.settings = settings
        self.timing = timing
        self.clock = clock
        self.nonce = nonce
        self.hear = hear
        share = LeaseShare(holder: settings.holder, timing: timing)
    }

    /// This process would lead `environment`.
    func wants(_ environment: String) {
        wanted.insert(environment)
        announced = nil
    }

    /// It no longer would. The last one takes the controller's own row away.
    func leaves(_ environment: String) async {
        wanted.remove(environment)
        guard wanted.isEmpty, let presence = said else { return }
        said = nil
        // What stays is passed over by others after a lease, and taken away after ten.
        do { try await store.forget(presence) } catch { return }
    }

    private var said: Presence?

    /// Tells the other controllers, at once unless something was told just now.
    func tell(_ item: News) async {
        news.tell(item, at: clock.now)
        let isRecent = announced.map { clock.now - $0 < timing.pause } ?? false
        announced = nil
        guard !isRecent, !isAnnouncing else { return }
        // The next look tries again.
        do { try await announce() } catch { announced = nil }
    }

    /// It holds `environment`, or no longer does.
    func holds(_ environment: String, _ isHeld: Bool) {
        if isHeld { held.insert(environment) } else { held.remove(environment) }
    }

    /// How long a free lease is left to others.
    func handicap(_ environment: String) -> Duration {
        share.handicap(environment, holding: held.count, at: clock.now)
    }

    /// True when `environment` should be given up for somebody who holds less; at most once in a third of a lease.
    func isToYield(_ environment: String) -> Bool {
        let now = clock.now
        if let yielded, now - yielded < timing.lease / 3 { return false }
        guard share.isToYield(environment, holding: held.count, at: now) else { return false }
        yielded = now
        return true
    }

    /// All rows, not older than half of what lies between two looks. Throws when the store does not answer.
    func look() async throws -> LeaseRows {
        if let last, clock.now - last.at < timing.poll / 2 { return last.rows }
        if isLooking { return try await withCheckedThrowingContinuation { waiting.append($0) } }
        isLooking = true
        defer { isLooking = false }
        let result = await Result { try await fresh() }
        for waiter in waiting { waiter.resume(with: result) }
        waiting = []
        return try result.get()
    }

    private func fresh() async throws -> LeaseRows {
        let isDue = announced.map { clock.now - $0 >= timing.renewal } ?? true
        if isDue, !isAnnouncing {
            // What others do not hear now they hear after the next look: leases do not wait for it.
            do { try await announce() } catch { announced = nil }
        }
        let rows = try await store.readAll()
        let now = clock.now
        last = (rows, now)
        share.saw(rows, at: now)
        for item in news.hear(rows.presences, except: settings.holder) { await hear(item) }
        for presence in share.gone(at: now) { try await store.forget(presence) }
        return rows
    }

    private func announce() async throws {
        isAnnouncing = true
        defer { isAnnouncing = false }
        let presence = Presence(
            holder: settings.holder, nonce: nonce(), lease: timing.lease, environments: wanted.sorted(),
            news: news.current(at: clock.now, for: timing.lease))
        announced = clock.now
        said = presence
        try await store.announce(presence)
    }
}

extension Result where Failure == any Error {
    /// How `body` ended.
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
