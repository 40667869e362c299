import Testing

@testable import ForecastBenchmark

@Suite("Forecasts against what then happens")
struct ForecastAgainstRealityTests {
    /// A sample of the benchmark, which plays two hundred.
    @Test("of twenty random changes nearly all take as long as forecast, and none gets stuck that was called possible")
    func sample() async throws {
        let verdict = try await ForecastBenchmark.run(20)
        #expect(verdict.ended.count >= 20)
        // Of so few, three more may fall outside than the benchmark allows of its two hundred.
        #expect(verdict.share >= Verdict.coverage - 0.13, "\(verdict.lines)")
        #expect(verdict.exact == verdict.compared.count, "\(verdict.lines)")
        #expect(verdict.deadlocks == 0)
        #expect(verdict.missing == 0)
    }
}
