import Kinds
import Manifest
import Model

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Measures the budget of rendering: 10,000 manifests that charts make, from nothing in 1.2 s of CPU and after a commit of
/// one file in 30 ms. Of five runs the fastest counts: what else the machine does only ever makes it slower.
///
/// `--releases N` measures another size; twenty manifests each.
@main
struct RenderingBenchmark {
    private static let budget = (cold: 1.2, commit: 0.030)

    static func main() throws {
        let arguments = CommandLine.arguments
        let at = arguments.firstIndex(of: "--releases").map { arguments.index(after: $0) }
        let count = at.flatMap { arguments.indices.contains($0) ? Int(arguments[$0]) : nil } ?? 500
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        var repository = LargeRepository(releases: count)
        var (cold, commit) = (Double.infinity, Double.infinity)
        for run in 0..<5 {
            let cache = DecodeCache()
            let (first, desired) = try measured { try reader.read(repository, cache: cache) }
            guard desired.diagnostics.isEmpty, desired.resources.count >= count * 20 else {
                throw desired.diagnostics.first ?? Diagnostic("not all manifests were made")
            }
            repository.promote(run % count, to: "2.0.\(run)")
            let (second, changed) = try measured { try reader.read(repository, cache: cache) }
            guard changed.diagnostics.isEmpty, changed.resources.count == desired.resources.count else {
                throw changed.diagnostics.first ?? Diagnostic("the commit lost manifests")
            }
            (cold, commit) = (min(cold, first), min(commit, second))
        }
        print("\(count * 20) manifests of \(count) releases: \(text(cold)) ms cold, \(text(commit)) ms after a commit")
        let isWithin = cold <= budget.cold && commit <= budget.commit
        print("Budget of \(text(budget.cold)) ms and \(text(budget.commit)) ms: \(isWithin ? "kept" : "exceeded")")
    }

    /// CPU seconds of `body`.
    private static func measured<T>(_ body: () throws -> T) rethrows -> (seconds: Double, result: T) {
        let start = now
        let result = try body()
        return (now - start, result)
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// In milliseconds, with one digit behind the point.
    private static func text(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10_000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
