import Simulation
import Testing

@testable import LocalAWS

@Suite("Time of the embedded AWS")
struct ClockTests {
    private let start = Instant(milliseconds: 1_000_000)

    @Test("it goes on at its speed, and from where it stood when the speed changes")
    func speed() {
        var clock = LocalClock(start: start, wall: 100, speed: 60)
        #expect(clock.now(at: 110) == start + .minutes(10))
        clock.set(speed: 1, at: 110)
        #expect(clock.now(at: 115) == start + .minutes(10) + .seconds(5))
    }

    @Test("at speed 0 it goes on only when it is told to")
    func still() {
        var clock = LocalClock(start: start, wall: 0, speed: 0)
        #expect(clock.now(at: 1_000) == start)
        clock.advance(by: .hours(1), at: 1_000)
        #expect(clock.now(at: 2_000) == start + .hours(1))
    }

    @Test("a wall clock that is set back does not take it back")
    func back() {
        let clock = LocalClock(start: start, wall: 100, speed: 1)
        #expect(clock.now(at: 50) == start)
    }
}
