/// Seconds as people read them: `45s`, `1m15s`, `2h05m`.
public enum DurationText {
    public static func of(_ seconds: Int) -> String {
        guard seconds >= 60 else { return "\(max(0, seconds))s" }
        guard seconds >= 3_600 else {
            return "\(seconds / 60)m" + (seconds % 60 == 0 ? "" : "\(padded(seconds % 60))s")
        }
        return "\(seconds / 3_600)h\(padded(seconds / 60 % 60))m"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
