import Model
import Simulation

/// Holds back what may only be written in windows that are not open.
struct WindowGuard {
    /// Why, and when it may be: seconds since 1970, nil when that is not in sight.
    struct Closed: Equatable {
        var message: String
        var opensAt: Int?
    }

    /// Seconds since 1970; nil when time plays no part.
    let now: Int?

    /// Nil when `policy` lets its resource be written now.
    func closed(_ policy: Policy) -> Closed? {
        guard let now, !policy.windows.isEmpty else { return nil }
        let calendar = WindowCalendar(policy.windows)
        if let zone = calendar.unknownZones.first {
            return Closed(message: "the clocks of the time zone \(zone) in policy.windows are not known", opensAt: nil)
        }
        guard !calendar.isOpen(at: now) else { return nil }
        let opening = calendar.opening(after: now)
        let next = opening.map { "opens \(Self.text($0))" } ?? "none opens any more"
        return Closed(message: "outside policy.windows; \(next)", opensAt: opening)
    }

    /// `2026-11-25 02:00Z`.
    static func text(_ seconds: Int) -> String {
        let time = CivilTime(Instant(milliseconds: Int64(seconds) * 1_000))
        let digits: (Int) -> String = { $0 < 10 ? "0\($0)" : String($0) }
        return "\(time.year)-\(digits(time.month))-\(digits(time.day)) \(digits(time.hour)):\(digits(time.minute))Z"
    }
}
