import Model
import Testing

/// Times as people read and write them.
struct DurationTextTests {
    @Test("what is written is read back", arguments: [0, 45, 60, 72, 1_800, 3_599])
    func there(seconds: Int) { #expect(DurationText.seconds(DurationText.rounded(seconds)) == seconds) }

    @Test("units may be put together; anything else is no time")
    func reading() {
        #expect(DurationText.seconds("1h30m") == 5_400)
        #expect(DurationText.seconds("2h05m10s") == 7_510)
        for text in ["", "5", "m", "1x", "-1s", "1m5", "99999999999999999999s"] {
            #expect(DurationText.seconds(text) == nil, "\(text)")
        }
    }
}
