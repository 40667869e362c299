#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

import Planning

/// Forecasts against what then really happens: 200 random stacks and changes, each in a world with times of its own that the
/// forecast does not know. Exits with 1 when a bound is missed.
///
/// `--stacks N` plays another number, `--first N` begins with another one, `--rows` prints every rollout.
@main
struct ForecastBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let number = { (name: String, usual: Int) -> Int in
            guard let place = arguments.firstIndex(of: name), arguments.indices.contains(place + 1) else {
                return usual
            }
            return Int(arguments[place + 1]) ?? usual
        }
        let verdict = try await run(
            number("--stacks", 200), from: number("--first", 1), prints: arguments.contains("--rows"))
        for line in verdict.lines { print(line) }
        let large = try await LargeForecast()
        print(large.line)
        let isKept = verdict.isKept && large.isKept
        print(isKept ? "Every bound is kept" : "A bound is missed")
        if !isKept { exit(1) }
    }

    /// So many stacks that came to rest.
    static func run(_ count: Int, from first: Int = 1, prints: Bool = false) async throws -> Verdict {
        var rows: [Trial.Row] = []
        var (number, done) = (first, 0)
        while done < count {
            if let trial = try await Trial(number) {
                rows += trial.rows
                done += 1
                if prints { for row in trial.rows { print(row.line) } }
            }
            number += 1
        }
        return Verdict(rows: rows)
    }
}

extension Trial.Row {
    /// Everything of it on one line.
    var line: String {
        let bounds = forecast.map { "\($0.p5) \($0.p50) \($0.p95)" } ?? "no end"
        let real = real.map { Verdict.tenths($0) } ?? "no end"
        let healthy = lowest.map { "lowest \($0.forecast) \($0.real)" } ?? ""
        return "\(stack) \(subject): forecast \(bounds), really \(real), \(isCovered ? "inside" : "OUTSIDE") \(healthy)"
    }
}
