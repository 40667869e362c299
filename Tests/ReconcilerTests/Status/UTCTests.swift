import Testing

@testable import Reconciler

/// Dates without a calendar library.
struct UTCTests {
    @Test(
        "known moments",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"), (1_000_000_000, "2001-09-09T01:46:40Z"),
            (1_709_164_800, "2024-02-29T00:00:00Z"), (1_767_225_599, "2025-12-31T23:59:59Z"),
            (1_795_521_850, "2026-11-24T12:04:10Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
            (-62_135_596_800, "0001-01-01T00:00:00Z"),
        ])
    func known(_ seconds: Int, _ stamp: String) {
        #expect(UTC.stamp(seconds) == stamp)
        #expect(UTC.seconds(stamp) == seconds)
    }

    @Test("the forms for people")
    func readable() {
        #expect(UTC.readable(1_795_521_850) == "2026-11-24 12:04:10Z")
        #expect(UTC.time(1_795_521_850) == "12:04:10Z")
        #expect(UTC.seconds("2026-11-24 12:04:10Z") == 1_795_521_850)
    }

    @Test(
        "what is no moment is none",
        arguments: ["", "Z", "2026-11-24", "2026-11-24T12:04:10", "2026-11-24T12:04:10+01:00", "soon"])
    func refused(_ text: String) { #expect(UTC.seconds(text) == nil) }

    @Test("any moment is read back as itself", arguments: 1...4)
    func roundTrip(_ seed: Int) {
        var random = SplitMix(UInt64(seed))
        for _ in 0..<500 {
            let seconds = Int.random(in: 0...253_402_300_799, using: &random)
            #expect(UTC.seconds(UTC.stamp(seconds)) == seconds)
        }
    }
}
