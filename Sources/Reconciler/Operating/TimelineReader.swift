public import Kinds
import Model

/// The past of a service, once or followed.
public struct TimelineReader: Sendable {
    let look: ServiceLook
    let clock: any Clock<Duration>
    /// Between two looks while following.
    private static let poll = Duration.seconds(5)

    /// Reads of the service that `look` is about.
    public init(_ look: ServiceLook, clock: any Clock<Duration> = ContinuousClock()) {
        self.look = look
        self.clock = clock
    }

    /// Tells what happened in the last `seconds` before `now` (seconds since 1970), oldest first, and what could not be read;
    /// then, while `follows`, what is new.
    ///
    /// Throws `OperatingError` when the service can not be seen, `CancellationError`.
    public func run(
        last seconds: Int, at now: Int, while follows: @Sendable () -> Bool,
        _ tell: (_ entries: [ServiceTimeline.Entry], _ unknown: [String]) -> Void
    ) async throws {
        var seen: Set<ServiceTimeline.Entry> = []
        var turn = await look.turn()
        let start = Double(AWSTime.now([try look.live(in: turn).detail], wall: now) - seconds)
        while true {
            let timeline = await ServiceTimeline.read(try look.live(in: turn).detail, since: start, through: look.aws)
            tell(timeline.entries.filter { !seen.contains($0) }, seen.isEmpty ? timeline.unknown : [])
            seen.formUnion(timeline.entries)
            guard follows() else { return }
            try await clock.sleep(for: Self.poll)
            guard follows() else { return }
            turn = await look.turn(after: turn)
        }
    }
}
