public import Model

/// How long a rollout may take before Neap says that it is stuck. It holds and explains, it never rolls back by itself
/// (DESIGN section 9).
public struct RolloutDeadline: Sendable, Equatable {
    /// From the beginning of the attempt.
    public let seconds: Int
    /// Where that comes from, for a person.
    public let source: String

    /// What the manifest says (`policy.rolloutTimeout`), else three times the forecast's 95th percentile and at least ten
    /// minutes, else half an hour.
    ///
    /// `p95` is in seconds; nil without a forecast.
    public init(timeout: Duration?, p95: Int?) {
        if let timeout {
            seconds = Int(timeout.components.seconds)
            source = "policy.rolloutTimeout"
        } else if let p95 {
            seconds = max(3 * p95, 600)
            source = 3 * p95 > 600 ? "three times the forecast" : "the shortest deadline"
        } else {
            seconds = 1_800
            source = "the deadline without a forecast"
        }
    }

    /// True when a rollout that began at `start` has passed it at `now`, both in seconds since 1970.
    public func isExceeded(from start: Int, at now: Int) -> Bool { now - start >= seconds }

    /// What a late rollout's health is: as it stands, with what it waits for. The text names no time that runs.
    public func health(of revision: Int?, cause: Cause?, standing: String) -> Health {
        let what = revision.map { "revision \($0)" } ?? "the rollout"
        let why = cause.map { "\($0.cause) (\($0.evidence)); \($0.fix)" } ?? standing
        return Health(
            .progressing, .deadlineExceeded,
            "\(what) is not live after \(DurationText.rounded(seconds)), \(source)" + (why.isEmpty ? "" : ": \(why)"))
    }
}
