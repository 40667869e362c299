import Simulation

/// Read-after-write lag: readers may be answered from an older world, whole and consistent (aws-facts 11.1).
struct Lag: Sendable {
    private struct Snapshot: Sendable {
        let region: String
        let world: World
    }

    /// The longest that a read may lag, in virtual time; zero for none.
    let longest: Span
    private var snapshots: [Snapshot] = []

    init(longest: Span) { self.longest = longest }

    /// Keeps a world as it is before a write.
    mutating func keep(_ world: World, _ region: String) {
        guard longest > .zero else { return }
        let oldest = world.now - longest
        // One older than the lag stays: it is what a reader at the far end sees.
        let stale = snapshots.filter { $0.region == region && $0.world.now < oldest }.count
        var toDrop = max(0, stale - 1)
        snapshots.removeAll { snapshot in
            guard snapshot.region == region, toDrop > 0 else { return false }
            toDrop -= 1
            return true
        }
        snapshots.append(Snapshot(region: region, world: world))
    }

    /// The world that the reader of this number sees.
    func seen(_ world: World, _ region: String, number: UInt64) -> World {
        guard longest > .zero else { return world }
        let lag = Span(milliseconds: world.dice.number(in: 0...longest.milliseconds, .settle, number))
        let instant = world.now - lag
        // The first write after that time has the world that was good until then.
        guard var past = snapshots.first(where: { $0.region == region && $0.world.now >= instant })?.world else {
            return world
        }
        past.advance(to: instant)
        return past
    }
}
