/// Lists as findings write them.
enum Words {
    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard let end = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + end
    }

    /// `a`, `a or b`, `a, b, or c`.
    static func choice(_ items: [String]) -> String {
        guard let end = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + (items.count > 2 ? ", or " : " or ") + end
    }

    /// Ascending numbers, runs of three and more drawn together: `1, 3 and 5 to 9`.
    static func ranges(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return list(
            runs.flatMap { run in
                run.count < 3 ? run.map(String.init) : ["\(run.lowerBound) to \(run.upperBound)"]
            })
    }
}
