/// Asks Git now and then whether a commit is still the newest: what waits gives way to a newer one within seconds.
actor TipWatch {
    /// Between two questions while something is under way.
    static let interval = Duration.seconds(2)
    /// After one that got no answer.
    private static let pauseAfterFailure = Duration.seconds(30)

    /// The commit that is worked on, 40 hex digits.
    let commit: String
    /// The newer tip once it was seen; it stays.
    private(set) var newer: String?
    private let source: any SourceAccess
    private let elapsed: @Sendable () -> Duration
    private var next = TipWatch.interval

    /// A watch over `source` while `commit` is worked on; time is read from `clock`.
    init(_ source: any SourceAccess, while commit: String, clock: any Clock<Duration>) {
        self.source = source
        self.commit = commit
        elapsed = Self.stopwatch(clock)
    }

    /// Whether a newer commit is there, as far as is known: Git is asked when the last answer is older than `interval`,
    /// and by one of several askers only. Git that does not answer is no newer commit.
    func hasMoved() async -> Bool {
        guard newer == nil, elapsed() >= next else { return newer != nil }
        next = elapsed() + Self.interval
        do {
            let tip = try await source.tip()
            if let tip, tip != commit { newer = tip }
            next = elapsed() + Self.interval
        } catch {
            next = elapsed() + Self.pauseAfterFailure
        }
        return newer != nil
    }

    /// Tells the time since now, as `clock` goes.
    static func stopwatch(_ clock: some Clock<Duration>) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}

extension WriteGate {
    /// This gate, closed as well once a newer commit than the one that `watch` is about is there. A call in flight ends.
    func closing(with watch: TipWatch) -> WriteGate {
        WriteGate {
            if let reason = await self.closedBecause() { return reason }
            return await watch.hasMoved() ? "a newer commit came" : nil
        }
    }
}
