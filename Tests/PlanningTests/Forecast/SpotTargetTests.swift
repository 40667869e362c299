import Planning
import Testing

@Suite("What --reclaim names")
struct SpotTargetTests {
    @Test(
        "a pool, a zone and all of Spot read back as they are written",
        arguments: [
            "pool=m5.large/eu-west-1a", "zone=eu-west-1a", "all-spot",
        ])
    func forms(text: String) { #expect(SpotTarget(parsing: text)?.description == text) }

    @Test(
        "anything else is none",
        arguments: [
            "", "m5.large", "pool=", "pool=m5.large", "pool=/eu-west-1a", "pool=m5.large/", "pool=m5.large/a/b",
            "zone=",
            "zone=m5.large/eu-west-1a", "pools=m5.large/eu-west-1a", "all",
        ])
    func wrong(text: String) { #expect(SpotTarget(parsing: text) == nil) }
}
