import Simulation

/// How virtual time follows the wall's: at a speed, or only on command.
struct LocalClock: Sendable {
    /// Virtual seconds in a wall's second; 0 stands still until somebody advances it.
    private(set) var speed: Int
    private var wall: Double
    private var virtual: Instant

    /// A clock that shows `start` when the wall's shows `wall` (seconds).
    init(start: Instant, wall: Double, speed: Int) {
        virtual = start
        self.wall = wall
        self.speed = speed
    }

    /// What it shows.
    func now(at wall: Double) -> Instant {
        virtual + Span(milliseconds: Int64((max(0, wall - self.wall) * 1000).rounded(.down)) * Int64(speed))
    }

    /// Runs at another speed from now on.
    mutating func set(speed: Int, at wall: Double) {
        virtual = now(at: wall)
        self.wall = wall
        self.speed = speed
    }

    /// Jumps ahead.
    mutating func advance(by span: Span, at wall: Double) {
        virtual = now(at: wall) + span
        self.wall = wall
    }
}
