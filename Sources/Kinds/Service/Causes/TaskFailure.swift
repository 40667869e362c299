import AWSWire

/// Tasks that stopped for one reason.
struct TaskFailure: Sendable {
    /// Newest first.
    let tasks: [StoppedTask]
    /// The newest of them.
    let newest: StoppedTask
    /// How many have stopped at all.
    let total: Int

    /// Nil when there are none.
    init?(_ tasks: [StoppedTask], of total: Int) {
        guard let newest = tasks.first else { return nil }
        self.tasks = tasks
        self.newest = newest
        self.total = total
    }

    /// `2 of 2 tasks stopped: WHAT (12:04:31Z, 12:04:52Z)`; from four on the first and the last time.
    func told(_ what: String) -> String {
        let times = tasks.map(\.stoppedAt).sorted().map(Self.timeOfDay)
        let shown = times.count > 3 ? "\(times[0]) to \(times[times.count - 1])" : times.joined(separator: ", ")
        return "\(tasks.count) of \(total) task\(total == 1 ? "" : "s") stopped: \(what) (\(shown))"
    }

    /// `12:04:31Z`.
    static func timeOfDay(_ seconds: Double) -> String {
        String(Timestamps.iso8601(seconds.rounded(.down)).suffix(9))
    }
}
