/// Finds what somebody probably meant.
public enum Nearest {
    /// The candidate with the fewest edits from `text`: at most a third of its length, two for short ones, one for the
    /// shortest; nil when none is near.
    public static func name(to text: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(text.count < 4 ? 1 : 2, text.count / 3)
        return ranked(to: text, candidates).first { $0.distance <= limit }?.word
    }

    /// ` (did you mean x?)` as a hint; nil when nothing is near.
    public static func hint(for text: String, among candidates: some Sequence<String>) -> String? {
        name(to: text, among: candidates).map { "did you mean \($0)?" }
    }

    /// All candidates, the nearest first.
    static func sorted(to text: String, _ candidates: some Sequence<String>) -> [String] {
        ranked(to: text, candidates).map(\.word)
    }

    private static func ranked(to text: String, _ candidates: some Sequence<String>) -> [(word: String, distance: Int)]
    {
        // Longer texts are never a name that somebody mistyped, and the table grows with the product of lengths.
        let wanted = Array(text.prefix(128).lowercased().unicodeScalars)
        return candidates.map { ($0, distance(Array($0.prefix(128).lowercased().unicodeScalars), wanted)) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// Letters put in, left out, exchanged for another, or in the wrong order.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var (earlier, last) = ([Int](), Array(0...b.count))
        for (i, x) in a.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for (j, y) in b.enumerated() {
                var least = x == y ? last[j] : 1 + min(last[j], row[j], last[j + 1])
                if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { least = min(least, earlier[j - 1] + 1) }
                row.append(least)
            }
            (earlier, last) = (last, row)
        }
        return last[b.count]
    }
}
