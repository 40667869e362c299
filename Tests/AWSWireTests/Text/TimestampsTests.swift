import AWSWire
import Testing

@Suite("Times")
struct TimestampsTests {
    @Test(
        "are written in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_440_938_160, "2015-08-30T12:36:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"), (1.5, "1970-01-01T00:00:01.5Z"), (4_102_444_799, "2099-12-31T23:59:59Z"),
            (0.999_999_9, "1970-01-01T00:00:01Z"), (-2_208_988_800, "1900-01-01T00:00:00Z"),
        ] as [(Double, String)])
    func writing(_ seconds: Double, _ text: String) { #expect(Timestamps.iso8601(seconds) == text) }

    @Test("signatures have them without marks")
    func basic() { #expect(Timestamps.basic(1_440_938_160.9) == "20150830T123600Z") }

    @Test(
        "are read in every form that AWS sends",
        arguments: [
            ("2015-08-30T12:36:00Z", 1_440_938_160), ("2015-08-30T14:36:00+02:00", 1_440_938_160),
            ("2015-08-30T11:36:00.250-01:00", 1_440_938_160.25), ("Sun, 30 Aug 2015 12:36:00 GMT", 1_440_938_160),
            ("1440938160", 1_440_938_160), ("1440938160.5", 1_440_938_160.5), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ] as [(String, Double)])
    func reading(_ text: String, _ seconds: Double) { #expect(Timestamps.seconds(text) == seconds) }

    @Test(
        "nothing else is a time",
        arguments: ["", "x", "2015-13-01T00:00:00Z", "2015-08-30", "2015-08-30T25:00:00Z", "nan"])
    func refusing(_ text: String) { #expect(Timestamps.seconds(text) == nil) }

    @Test("what is no time is written without harm", arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
    func strange(_ seconds: Double) {
        #expect(Timestamps.iso8601(seconds).isEmpty == false)
        #expect(Timestamps.basic(seconds).count == 16)
    }

    @Test("every day comes back", arguments: stride(from: -800_000, to: 2_900_000, by: 9_973).map { $0 })
    func days(_ day: Int) {
        let seconds = Double(day * 86400 + 43_199)
        guard seconds > -62_135_596_800 else { return }
        #expect(Timestamps.seconds(Timestamps.iso8601(seconds)) == seconds)
    }
}
