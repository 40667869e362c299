import Model
import Testing

@testable import Simulation

@Suite("Schedules")
struct ScheduleTests {
    private func next(_ text: String, after time: CivilTime, _ name: String = "UTC") throws -> String? {
        let zone = try #require(TimeZoneRule(name))
        let schedule = try #require(Schedule(text, zone: zone))
        let found = schedule.next(after: time.instant(), from: CivilTime(year: 2026, month: 1, day: 1).instant())
        return found.map { CivilTime($0).iso8601 }
    }

    @Test("an evening in Dublin is an hour earlier in UTC in summer than in winter")
    func dublin() throws {
        let evening = "cron(30 18 * * ? *)"
        #expect(
            try next(evening, after: CivilTime(year: 2026, month: 7, day: 1), "Europe/Dublin") == "2026-07-01T17:30:00Z"
        )
        #expect(
            try next(evening, after: CivilTime(year: 2026, month: 12, day: 1), "Europe/Dublin")
                == "2026-12-01T18:30:00Z")
    }

    @Test(
        "clocks change on the days on which they do",
        arguments: [
            ("Europe/Dublin", 2026, 3, 28, "2026-03-28T12:00:00Z"),
            ("Europe/Dublin", 2026, 3, 29, "2026-03-29T11:00:00Z"),
            ("Europe/Paris", 2026, 10, 24, "2026-10-24T10:00:00Z"),
            ("Europe/Paris", 2026, 10, 25, "2026-10-25T11:00:00Z"),
            ("America/New_York", 2026, 3, 7, "2026-03-07T17:00:00Z"),
            ("America/New_York", 2026, 3, 8, "2026-03-08T16:00:00Z"),
            ("America/Los_Angeles", 2026, 11, 1, "2026-11-01T20:00:00Z"),
            ("Asia/Kolkata", 2026, 6, 1, "2026-06-01T06:30:00Z"),
            ("Australia/Sydney", 2026, 1, 15, "2026-01-15T01:00:00Z"),
        ])
    func changes(zone: String, year: Int, month: Int, day: Int, expected: String) throws {
        let noon = "cron(0 12 \(day) \(month) ? \(year))"
        #expect(try next(noon, after: CivilTime(year: year, month: month, day: day), zone) == expected)
    }

    @Test("the hour that is left out in spring has no run, the hour that comes twice in autumn has one")
    func gaps() throws {
        let half = "cron(30 1 * * ? *)"
        let spring = CivilTime(year: 2026, month: 3, day: 29)
        #expect(try next(half, after: spring, "Europe/Dublin") == "2026-03-30T00:30:00Z")
        let autumn = CivilTime(year: 2026, month: 10, day: 25)
        #expect(try next(half, after: autumn, "Europe/Dublin") == "2026-10-25T00:30:00Z")
        let between = CivilTime(year: 2026, month: 10, day: 25, hour: 0, minute: 45)
        #expect(try next(half, after: between, "Europe/Dublin") == "2026-10-26T01:30:00Z")
    }

    @Test(
        "cron's fields: ranges, steps, names, last days and nth weekdays",
        arguments: [
            ("cron(0/15 8-9 ? * MON-FRI *)", "2026-07-01T08:00:00Z"), ("cron(0 0 L * ? *)", "2026-07-31T00:00:00Z"),
            ("cron(0 9 ? * 6#2 *)", "2026-07-10T09:00:00Z"), ("cron(0 9 ? * 6L *)", "2026-07-31T09:00:00Z"),
            ("cron(0 9 29 FEB ? *)", "2028-02-29T09:00:00Z"), ("cron(0 9 1 JAN,AUG ? *)", "2026-08-01T09:00:00Z"),
            ("cron(0 9 4W * ? *)", "2026-07-03T09:00:00Z"), ("cron(10,40 * * * ? *)", "2026-07-01T00:10:00Z"),
        ])
    func cron(text: String, expected: String) throws {
        #expect(try next(text, after: CivilTime(year: 2026, month: 7, day: 1)) == expected)
    }

    @Test("at is once, rates go on from their beginning")
    func others() throws {
        let noon = CivilTime(year: 2026, month: 7, day: 1, hour: 12)
        #expect(try next("at(2026-07-01T13:00:00)", after: noon) == "2026-07-01T13:00:00Z")
        #expect(try next("at(2026-07-01T13:00:00)", after: noon, "Europe/Dublin") == nil)
        #expect(try next("rate(5 hours)", after: noon) == "2026-07-01T16:00:00Z")
    }

    @Test(
        "what AWS does not take is not taken",
        arguments: [
            "cron(0 9 * * *)", "cron(60 9 * * ? *)", "cron(0 9 1 * MON *)", "rate(0 minutes)", "rate(5 weeks)",
            "at(2026-02-30T00:00:00)", "every day", "cron(0 9 ? * XYZ *)",
        ])
    func refused(text: String) throws {
        #expect(Schedule(text, zone: try #require(TimeZoneRule("UTC"))) == nil)
    }

    @Test("days and dates agree over four centuries")
    func calendar() {
        for day in stride(from: -30_000, through: 150_000, by: 37) {
            #expect(CivilTime(days: day).days == day)
        }
        #expect(CivilTime(days: 0) == CivilTime(year: 1970, month: 1, day: 1))
        #expect(CivilTime(year: 2026, month: 7, day: 1).weekday == 4)
    }

    @Test("a scheduled action sets the bounds at its time and moves the count into them")
    func action() throws {
        var it = ScalingWorld(running: 2)
        try it.register(1, 20)
        try it.world.putScheduledAction(
            "evening", on: it.target,
            [
                "schedule": "cron(30 1 * * ? *)", "timezone": "Europe/Dublin",
                "scalableTargetAction": ["minCapacity": 6, "maxCapacity": 12],
            ])
        it.world.advance(to: CivilTime(year: 2026, month: 7, day: 1, hour: 0, minute: 29, second: 59).instant())
        #expect(it.activities.isEmpty)
        it.world.advance(by: .seconds(1))
        #expect(it.activities == ["Setting desired count to 6.", "Setting min capacity to 6 and max capacity to 12"])
        #expect(it.world.scaling[it.target]?.minCapacity == 6)
        #expect(it.world.scaling[it.target]?.scheduledActions.first?.due == it.world.now + .hours(24))
    }

    @Test("suspended scheduled scaling, and an end that is past, leave the bounds alone")
    func quiet() throws {
        var it = ScalingWorld(running: 2)
        try it.register(1, 20)
        let end = Value(.number(ScalingWorld.start.seconds + 90))
        let action: Value = ["schedule": "rate(1 minute)", "endTime": end, "scalableTargetAction": ["minCapacity": 1]]
        try it.world.putScheduledAction("often", on: it.target, action)
        it.world.advance(by: .minutes(10))
        #expect(it.activities.count == 1)
        it.world.scaling.targets[0].suspended.scheduled = true
        try it.world.putScheduledAction(
            "more", on: it.target, ["schedule": "rate(1 minute)", "scalableTargetAction": ["minCapacity": 5]])
        it.world.advance(by: .minutes(10))
        #expect(it.world.scaling[it.target]?.minCapacity == 1)
    }

    @Test("a zone that is not known is refused")
    func zone() throws {
        var it = ScalingWorld(running: 1)
        try it.register(1, 2)
        #expect(throws: Refusal("ValidationException", "Invalid timezone: Mars/Olympus")) {
            try it.world.putScheduledAction(
                "x", on: it.target,
                [
                    "schedule": "rate(1 day)", "timezone": "Mars/Olympus", "scalableTargetAction": ["minCapacity": 1],
                ])
        }
    }
}
