/// How soon after each other hints are followed: the first at once, a storm of them a little apart, so that what they cost is
/// bounded however many come.
struct HintPace {
    /// Between two rounds when hints begin to come.
    private static let shortest = Duration.seconds(1)
    /// Between two rounds while they keep coming; nothing is seen later than that.
    private static let longest = Duration.seconds(5)
    /// A storm is over when nothing was followed for so long.
    private static let calm = Duration.seconds(30)

    private var gap = HintPace.shortest
    private var last: Duration?

    /// How long hints wait from `now` on; zero when they are followed at once.
    func wait(at now: Duration) -> Duration { last.map { max(.zero, $0 + gap - now) } ?? .zero }

    /// Hints are followed now.
    mutating func follow(at now: Duration) {
        gap = last.map { now - $0 < Self.calm ? min(gap * 2, Self.longest) : Self.shortest } ?? Self.shortest
        last = now
    }
}
