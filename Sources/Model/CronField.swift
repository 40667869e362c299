/// One field of a cron expression as crontab(5) and AWS have it: numbers, names, ranges, steps, and lists of them.
public enum CronField {
    /// The months' names, from 1.
    public static let months = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    /// The names of the week's days, from Sunday.
    public static let days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]

    /// What `5`, `1-5`, `*/10`, `8-18/2`, `MON-FRI` and lists of them say, ascending; nil when a part says nothing.
    ///
    /// `names` stand for the numbers from the range's first on, all in capitals. `opensSteps` lets `5/15` go on to the range's
    /// end, as AWS has it.
    public static func numbers(
        _ field: some StringProtocol, in range: ClosedRange<Int>, names: [String] = [], opensSteps: Bool = false
    ) -> [Int]? {
        var found: Set<Int> = []
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            guard let some = span(String(part), range, names, opensSteps) else { return nil }
            found.formUnion(some)
        }
        return found.sorted()
    }

    /// One number or name; nil outside the range.
    public static func number(
        _ text: some StringProtocol, in range: ClosedRange<Int>, names: [String] = []
    ) -> Int? {
        let named = names.firstIndex { $0 == text }.map { $0 + range.lowerBound }
        return (named ?? Int(text)).flatMap { range.contains($0) ? $0 : nil }
    }

    private static func span(
        _ part: String, _ range: ClosedRange<Int>, _ names: [String], _ opensSteps: Bool
    ) -> [Int]? {
        let halves = part.split(separator: "/", omittingEmptySubsequences: false)
        guard let base = halves.first, halves.count <= 2,
            let step = halves.count == 2 ? number(halves[1], in: 1...max(1, range.upperBound)) : 1
        else { return nil }
        if base == "*" { return Array(stride(from: range.lowerBound, through: range.upperBound, by: step)) }
        let ends = base.split(separator: "-", omittingEmptySubsequences: false).map {
            number($0, in: range, names: names)
        }
        guard let first = ends.first.flatMap({ $0 }), ends.count <= 2 else { return nil }
        if ends.count == 1, halves.count == 2 {
            return opensSteps ? Array(stride(from: first, through: range.upperBound, by: step)) : nil
        }
        guard let last = ends[ends.count - 1], first <= last else { return nil }
        return Array(stride(from: first, through: last, by: step))
    }
}
