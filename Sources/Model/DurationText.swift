/// Durations as manifests write them: `30s`, `5m`, `1h30m`, `2d`.
public enum DurationText {
    private static let units: [(mark: Character, seconds: Int)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]

    /// The duration in seconds; nil unless every number has a unit and the units go from large to small.
    public static func seconds(_ text: String) -> Int? {
        var rest = text[...]
        var total = 0
        for unit in units {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let after = rest.dropFirst(digits.count)
            guard !digits.isEmpty, after.first == unit.mark else { continue }
            guard let number = Int(digits), number <= 1_000_000_000 else { return nil }
            total += number * unit.seconds
            rest = after.dropFirst()
        }
        return rest.isEmpty && !text.isEmpty ? total : nil
    }

    /// About this many seconds as people read them: `45s`, `1m15s`, `2m`, `2h05m`; `seconds` reads it back.
    public static func rounded(_ seconds: Int) -> String {
        let padded: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
        if seconds < 60 { return "\(max(0, seconds))s" }
        if seconds >= 3_600 { return "\(seconds / 3_600)h\(padded(seconds / 60 % 60))m" }
        return "\(seconds / 60)m" + (seconds % 60 == 0 ? "" : "\(padded(seconds % 60))s")
    }

    /// The shortest way to write this many seconds.
    public static func text(_ seconds: Int) -> String {
        var left = seconds
        var text = ""
        for unit in units where left >= unit.seconds {
            text += "\(left / unit.seconds)\(unit.mark)"
            left %= unit.seconds
        }
        return text.isEmpty ? "0s" : text
    }
}
