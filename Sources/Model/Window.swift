/// When changes may be written, or may not: an entry of `policy.windows`.
///
/// Without an entry that allows, every time is allowed that none denies; one that denies wins.
public struct Window: Sendable, Equatable {
    /// What holds while it is open.
    public enum Effect: String, Sendable { case allow, deny }

    public var effect: Effect
    /// When it opens, on the clocks of `timeZone`.
    public var opens: CronSchedule
    /// How long it stays open, 1 minute to 31 days.
    public var duration: Duration
    /// An IANA name, `Europe/Berlin`; `UTC` unless said.
    public var timeZone: String

    /// A window that opens with `opens` for `duration`.
    public init(_ effect: Effect, _ opens: CronSchedule, for duration: Duration, in timeZone: String = "UTC") {
        self.effect = effect
        self.opens = opens
        self.duration = duration
        self.timeZone = timeZone
    }
}
