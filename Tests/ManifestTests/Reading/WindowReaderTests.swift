import Manifest
import Model
import Testing

@Suite("Windows of a policy")
struct WindowReaderTests {
    private static let example = "(such as {allow: \"0 2 * * MON-FRI\", duration: 2h, timeZone: Europe/Berlin})"

    @Test(
        "what is no window says what is wrong and how it is written",
        arguments: [
            ("{duration: 1h}", "0: a window needs allow or deny \(example)"),
            ("{allow: \"0 2 * * *\"}", "0: a window needs a duration \(example)"),
            (
                "{allow: \"0 2 * *\", duration: 1h}",
                "0/allow: 0 2 * * is no cron schedule (minute, hour, day of month, month, day of week: 0 2 * * MON-FRI)"
            ),
            (
                "{allow: \"0 2 * * *\", deny: \"0 3 * * *\", duration: 1h}",
                "0: allow and deny stand in one window (make it two)"
            ),
            ("{allow: \"0 2 * * *\", duration: 40d}", "0/duration: 40d is outside 1m to 31d"),
            (
                "{deny: \"0 2 * * *\", duration: 1h, timeZone: \"+01:00\"}",
                "0/timeZone: +01:00 is no time zone (such as Europe/Berlin or UTC)"
            ),
            (
                "{allow: \"0 2 * * *\", duration: 1h, timeZone: Europe/Belrin}",
                "0/timeZone: no clocks are known for Europe/Belrin (did you mean Europe/Berlin?)"
            ),
            (
                "{allow: \"0 2 30 2 *\", duration: 1h}",
                "0/allow: 0 2 30 2 * never comes (its months have no such day)"
            ),
            ("{allow: \"0 2 * * *\", duration: 1h, days: [mon]}", "0/days: unknown field"),
        ])
    func wrong(_ window: String, _ message: String) throws {
        let found = try desired("policy: {windows: [\(window)]}").diagnostics.map { "\($0)" }
        #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix("/policy/windows/\(message)") }, "\(found)")
    }

    @Test("windows are read with their clocks, and an empty list lifts the environment's")
    func read() throws {
        let text = "{allow: \"0 2 * * MON-FRI\", duration: 2h, timeZone: Europe/Berlin}"
        let opens = try #require(CronSchedule("0 2 * * MON-FRI"))
        let window = Window(.allow, opens, for: .seconds(7_200), in: "Europe/Berlin")
        #expect(try windows("policy: {windows: [\(text)]}") == [window])
        #expect(try windows("policy: {}", environment: text) == [window])
        #expect(try windows("policy: {windows: []}", environment: text) == [])
    }

    @Test(
        "cron schedules that say nothing are none",
        arguments: [
            "", "0 2 * *", "60 2 * * *", "0 2 0 * *", "0 2 * 13 *", "0 2 * * 8", "5/2 * * * *", "0 5-2 * * *",
            "0 2 * * X",
        ])
    func cron(_ text: String) { #expect(CronSchedule(text) == nil) }

    @Test(
        "a schedule comes where one of its months has one of its days, or where a weekday will do",
        arguments: [
            ("0 2 29 2 *", true), ("0 2 30 2 *", false), ("0 2 31 4,6,9,11 *", false), ("0 2 31 4,5 *", true),
            ("0 2 30 2 MON", true), ("0 2 * * *", true),
        ])
    func coming(_ text: String, _ comes: Bool) throws {
        #expect(try #require(CronSchedule(text)).comesAtAll == comes)
    }

    @Test("cron schedules as crontab has them")
    func schedules() throws {
        let schedule = try #require(CronSchedule("*/20 8-18/5 1,15 jan-mar MON,7"))
        #expect(schedule.minutes == [0, 20, 40])
        #expect(schedule.hours == [8, 13, 18])
        #expect(schedule.comes(onDay: 15, ofMonth: 2, weekday: 3), "either day is enough")
        #expect(schedule.comes(onDay: 4, ofMonth: 2, weekday: 0), "7 is Sunday")
        #expect(!schedule.comes(onDay: 4, ofMonth: 2, weekday: 3))
        #expect(!schedule.comes(onDay: 15, ofMonth: 4, weekday: 1))
    }

    private func desired(_ lines: String, environment: String? = nil) throws -> Desired {
        let source = MemorySource.demo([
            "a.yaml": "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a}\n\(lines)"
        ])
        if let environment {
            let text = MemorySource.environment.replacing(
                "paths: [demo]", with: "paths: [demo], policy: {windows: [\(environment)]}")
            source.files["neap.yaml"] = Array(text.utf8)
        }
        return try source.desired()
    }

    private func windows(_ lines: String, environment: String? = nil) throws -> [Window]? {
        try desired(lines, environment: environment).resources[ResourceID("Cluster", "a")]?.policy.windows
    }
}
