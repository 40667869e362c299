import FoundationEssentials

/// Times as log lines have them, in UTC.
enum LogTime {
    /// `2026-11-24T12:04:10.250Z`.
    static func stamp(_ seconds: Double) -> String {
        Date(timeIntervalSince1970: seconds).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
    }

    /// `12:04:10Z`.
    static func timeOfDay(_ seconds: Double) -> String {
        let whole = Int(seconds) % 86_400
        let parts = [whole / 3_600, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":") + "Z"
    }
}
