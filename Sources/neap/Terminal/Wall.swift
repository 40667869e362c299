import FoundationEssentials

/// The wall clock, for what people read; nothing is decided by it but how old drift is.
enum Wall {
    /// Seconds since 1970.
    static var now: Int { Int(Date().timeIntervalSince1970) }

    /// `12:04:10Z`.
    static var timeOfDay: String {
        let seconds = now % 86_400
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":") + "Z"
    }
}
