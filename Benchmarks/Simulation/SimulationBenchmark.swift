import Simulation

/// Measures the simulation's budget: 1,000 services with 10,000 tasks on 1,000 instances, one hour in under 10 s of one
/// core and under 500 MiB; and that twice the services take about twice the time. Of three runs each, the fastest counts.
///
/// `--observed` measures what it takes to begin from what AWS shows; `--services N` plays another size; `--digest` plays a
/// small account and prints a number that is its timeline's, so that two processes can be compared.
@main
struct SimulationBenchmark {
    private static let budget = (seconds: 10.0, memory: 500.0)

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.contains("--digest") { return print(try digest()) }
        if arguments.contains("--observed") { return try printObserved() }
        let at = arguments.firstIndex(of: "--services").map { arguments.index(after: $0) }
        let named = at.flatMap { arguments.indices.contains($0) ? Int(arguments[$0]) : nil }
        let count = named ?? 1000
        let half = try Measurement.best(of: 3, services: count / 2)
        let whole = try Measurement.best(of: 3, services: count)
        print(Measurement.heading)
        print(half.line)
        print(whole.line)
        let isWithin = whole.seconds < budget.seconds && whole.peak < budget.memory
        print("Twice the services: \(Measurement.text(whole.seconds / half.seconds)) times the CPU")
        print("Budget of \(budget.seconds) s and \(budget.memory) MiB: \(isWithin ? "kept" : "exceeded")")
    }

    /// A forecast begins from what AWS shows many times: 50 services, 100 instances, 1,000 tasks.
    private static func printObserved() throws {
        let taken = try ObservedAccount.measure()
        print("Reading what AWS shows: \(Measurement.text(taken.reading * 1000)) ms; its budget is 20 ms")
        print("A world for one more seed: \(Measurement.text(taken.seed * 1000)) ms")
    }

    /// FNV-1a of a small account's timeline, in hexadecimal.
    private static func digest() throws -> String {
        var account = try LargeAccount(services: 30, seed: 1)
        account.settle()
        try account.hour()
        let hash = account.world.timeline.text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}
