public import Kinds
import Model

/// The log lines of a service, once or followed.
public struct LogReader: Sendable {
    let look: ServiceLook
    let choice: ServiceLogs.Choice
    let clock: any Clock<Duration>
    /// Between two looks while following: FilterLogEvents takes five calls a second and account.
    private static let poll = Duration.seconds(2)

    /// Reads of the service that `look` is about what `choice` says.
    public init(_ look: ServiceLook, _ choice: ServiceLogs.Choice, clock: any Clock<Duration> = ContinuousClock()) {
        self.look = look
        self.choice = choice
        self.clock = clock
    }

    /// Tells the lines of the last `seconds` before `now` (seconds since 1970) by time, the newest `limit` of them where that
    /// is given; then, while `follows`, what is new, new tasks among it.
    ///
    /// Throws `OperatingError`, `UnreadableLogs` and what AWS answers.
    public func run(
        last seconds: Int, at now: Int, limit: Int?, while follows: @Sendable () -> Bool,
        _ tell: ([ContainerLogs.Line]) -> Void
    ) async throws {
        let detail = try look.live(in: await look.turn()).detail
        let logs = ServiceLogs(detail, choice, through: look.aws)
        var definitions: [String: Value] = [:]
        var known: Set<ContainerLogSource> = []
        var tail = LogTail(from: Int64(AWSTime.now([detail], wall: now) - seconds) * 1_000)
        var isFirst = true
        while true {
            // A task that has stopped meanwhile may still have lines that came late.
            known.formUnion(try await logs.sources(knowing: &definitions))
            let (home, others) = (known.filter { $0.region == nil }, known.filter { $0.region != nil })
            if let other = others.min(by: { $0.stream < $1.stream }), home.isEmpty {
                throw OperatingError.unreadable(
                    look.service, "its logs are in \(other.region ?? ""), and the environment is in \(look.region)")
            }
            let lines = try await ContainerLogs.lines(of: Array(home), from: tail.start, through: look.aws)
            let fresh = tail.fresh(lines)
            tell(isFirst ? limit.map { Array(fresh.suffix($0)) } ?? fresh : fresh)
            isFirst = false
            guard follows() else { return }
            try await clock.sleep(for: Self.poll)
            guard follows() else { return }
        }
    }
}
