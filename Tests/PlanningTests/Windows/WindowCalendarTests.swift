import Model
import Testing

@testable import Planning

@Suite("Windows in which changes may be written")
struct WindowCalendarTests {
    /// Wednesday, 2026-11-25 00:00:00Z.
    private static let wednesday = 1_795_564_800

    private func window(
        _ effect: Window.Effect, _ cron: String, hours: Int, _ zone: String = "UTC"
    ) throws -> Window {
        Window(effect, try #require(CronSchedule(cron)), for: .seconds(hours * 3_600), in: zone)
    }

    private func time(_ hour: Int, _ minute: Int = 0, day: Int = 0) -> Int {
        Self.wednesday + day * 86_400 + hour * 3_600 + minute * 60
    }

    @Test(
        "open from its beginning to before its end",
        arguments: [(1, 59, false), (2, 0, true), (3, 59, true), (4, 0, false)])
    func bounds(hour: Int, minute: Int, isOpen: Bool) throws {
        let calendar = WindowCalendar([try window(.allow, "0 2 * * MON-FRI", hours: 2)])
        #expect(calendar.isOpen(at: time(hour, minute)) == isOpen)
    }

    @Test("the next opening is named, over a weekend too")
    func opening() throws {
        let calendar = WindowCalendar([try window(.allow, "0 2 * * MON-FRI", hours: 2)])
        #expect(calendar.opening(after: time(1)) == time(2))
        #expect(calendar.opening(after: time(3)) == time(3))
        #expect(calendar.opening(after: time(5, day: 2)) == time(2, day: 5), "Friday to Monday")
    }

    @Test("its clocks are its zone's, summer time and all")
    func zones() throws {
        let calendar = WindowCalendar([try window(.allow, "0 2 * * *", hours: 1, "Europe/Berlin")])
        #expect(calendar.opening(after: time(0)) == time(1), "winter")
        #expect(calendar.opening(after: time(2, day: 200)) == time(0, day: 201), "summer")
        let none = WindowCalendar([try window(.allow, "0 2 * * *", hours: 1, "Mars/Base")])
        #expect(none.unknownZones == ["Mars/Base"])
        #expect(!none.isOpen(at: time(2)))
    }

    @Test("one that denies wins, and alone it lets everything else through")
    func denials() throws {
        let night = try window(.allow, "0 2 * * *", hours: 4)
        let freeze = try window(.deny, "0 0 25 11 *", hours: 27)
        #expect(!WindowCalendar([night, freeze]).isOpen(at: time(3)))
        #expect(WindowCalendar([night, freeze]).opening(after: time(3)) == time(3, day: 1), "when the denial ends")
        #expect(!WindowCalendar([freeze]).isOpen(at: time(3)))
        #expect(WindowCalendar([freeze]).isOpen(at: time(4, day: 1)))
        #expect(WindowCalendar([]).isOpen(at: time(3)))
    }

    @Test("a window that never comes is not waited for")
    func never() throws {
        let calendar = WindowCalendar([try window(.allow, "0 2 30 2 *", hours: 1)])
        #expect(calendar.opening(after: time(0)) == nil)
    }

    @Test("a change outside is held back with the opening, inside it is made, and nothing to do is nothing to hold")
    func planning() throws {
        let window = try window(.allow, "0 2 * * *", hours: 1)
        let box = Resource.sample("Box/a", ["base": "b"]) { $0.windows = [window] }
        let input = PlanInput.of([box], live: ["Box/a": Live(spec: ["base": "a"])])
        let outside = input.with { $0.now = time(5) }.planned
        #expect(
            outside.action("Box/a") == .blocked(.outsideWindow, "outside policy.windows; opens 2026-11-26 02:00Z"))
        #expect(outside[box.id]?.opensAt == time(2, day: 1))
        #expect(outside.steps == [])
        #expect(input.with { $0.now = time(2) }.planned.action("Box/a") == .update)
        let same = PlanInput.of([box], live: ["Box/a": Live(spec: ["base": "b"])]).with { $0.now = time(5) }
        #expect(same.planned.action("Box/a") == ResourcePlan.Action.none)
        #expect(PlanInput.of([box]).with { $0.now = time(5) }.planned.blocked("Box/a") == .outsideWindow)
    }
}
