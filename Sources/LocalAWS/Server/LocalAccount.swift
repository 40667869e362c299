import AWSWire
import Model
import Simulation

/// One AWS account: a world for each region that somebody has spoken to, all at the same virtual time.
struct LocalAccount: Sendable {
    /// Twelve digits.
    let id: String
    /// What chance begins with, in every region differently.
    let seed: UInt64
    /// When the account was made; each region's time begins here, whenever it is first spoken to.
    private(set) var start: Instant
    /// The queue of each region that events go into; nil for none.
    let eventsQueue: String?
    /// How long things take in regions that are not there yet.
    var physics: Physics
    /// Virtual time.
    private(set) var now: Instant
    private var worlds: [World] = []
    private var positions: [String: Int] = [:]
    /// As it was when somebody asked for it to be kept, by name; none of them holds others.
    private var snapshots: [String: LocalAccount] = [:]

    init(
        id: String = "123456789012", seed: UInt64, start: Instant, physics: Physics = Physics(),
        eventsQueue: String? = nil
    ) {
        self.eventsQueue = eventsQueue
        self.id = id
        self.seed = seed
        self.start = start
        self.physics = physics
        now = start
    }

    /// The regions that somebody has spoken to, in order.
    var regions: [String] { positions.keys.sorted() }

    /// A region's world at this time.
    subscript(region: String) -> World {
        mutating _read {
            let position = open(region)
            yield worlds[position]
        }
        _modify {
            let position = open(region)
            yield &worlds[position]
        }
    }

    /// Temporary keys that STS gave out in any region; nil when it gave out none of this id.
    func session(_ accessKeyID: String) -> Credentials? {
        let row = worlds.lazy.compactMap { $0.registry[LocalSTS.table][accessKeyID] }.first
        guard let secret = row?["secretAccessKey"]?.string else { return nil }
        return Credentials(
            accessKeyID: accessKeyID, secretAccessKey: secret, sessionToken: row?["sessionToken"]?.string)
    }

    /// Lets time pass everywhere; does nothing when `instant` is past.
    mutating func advance(to instant: Instant) {
        guard instant > now else { return }
        now = instant
        for position in worlds.indices { worlds[position].advance(to: instant) }
    }

    /// Keeps everything as it is now, time too, as `name`; what had that name before is gone.
    mutating func save(_ name: String) {
        var copy = self
        copy.snapshots = [:]
        snapshots[name] = copy
    }

    /// Makes everything as it was when it was kept as `name`, time too. Throws a refusal when nothing has that name.
    mutating func restore(_ name: String) throws(Refusal) {
        guard var kept = snapshots[name] else {
            let names = snapshots.keys.sorted().joined(separator: ", ")
            throw Refusal(
                "SnapshotNotFound", "no snapshot \(name) is kept; there \(names.isEmpty ? "is none" : "are: \(names)")")
        }
        kept.snapshots = snapshots
        self = kept
    }

    /// Everything goes; time stays, and so do snapshots.
    mutating func reset() {
        worlds = []
        positions = [:]
        start = now
    }

    private mutating func open(_ region: String) -> Int {
        if let position = positions[region] { return position }
        var world = made(region)
        world.advance(to: now)
        worlds.append(world)
        positions[region] = worlds.count - 1
        return worlds.count - 1
    }

    private func made(_ region: String) -> World {
        var world = NewRegion.world(account: id, region: region, seed: seed, start: start, physics: physics)
        if let eventsQueue { EventsQueue.begin(eventsQueue, in: &world) }
        return world
    }

    /// Puts what was announced into queues.
    mutating func publish() {
        guard eventsQueue != nil else { return }
        for position in worlds.indices { EventsQueue.publish(&worlds[position]) }
    }
}
