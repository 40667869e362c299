@testable import Controller

/// A controller of a schedule: its lease machine and its clock.
struct LeasePlayer {
    let number: Int
    /// Seconds of its clock a second.
    let rate: Double
    private let offset: Double
    var machine: LeaseMachine
    /// Counts the processes that were this player.
    private(set) var generation = 0
    /// The call that waits for its answer; nil for none.
    var call: Int?
    private(set) var stoppedUntil = 0.0
    private var stops: [ClosedRange<Double>] = []
    /// How far people and time servers moved its wall clock, in seconds.
    var wallStep = 0.0
    /// True once it was asked to end: it begins no write.
    var isClosed = false
    /// True while it gives its lease back.
    var isLeaving = false

    init(_ number: Int, rate: Double, offset: Double, timing: LeaseTiming) {
        self.number = number
        self.rate = rate
        self.offset = offset
        machine = Self.machine(number, 0, timing)
    }

    private static func machine(_ number: Int, _ generation: Int, _ timing: LeaseTiming) -> LeaseMachine {
        let settings = LeaseSettings(table: "leases", duration: timing.lease, holder: "player\(number).\(generation)")
        return LeaseMachine("production", settings, timing: timing)
    }

    mutating func restart(timing: LeaseTiming) {
        generation += 1
        call = nil
        (isClosed, isLeaving) = (false, false)
        stoppedUntil = 0
        machine = Self.machine(number, generation, timing)
    }

    mutating func stop(from: Double, until: Double) {
        guard stoppedUntil <= from else { return }
        stoppedUntil = until
        stops.append(from...until)
    }

    /// What its clock shows.
    func clock(at now: Double, isWall: Bool, stopsWithProcess: Bool) -> Duration {
        let stood = stopsWithProcess ? stops.reduce(0) { $0 + max(0, min(now, $1.upperBound) - $1.lowerBound) } : 0
        return .seconds(offset + rate * (now - stood) + (isWall ? wallStep : 0))
    }
}

/// A call to the table.
struct LeaseCall {
    enum Answer {
        case none
        case item(LeaseItem?)
        case ended(LeaseMachine.Ending)
    }

    let id: Int
    let player: Int
    let generation: Int
    let action: LeaseMachine.Action
    /// By the sender's clock.
    let sent: Duration
}

/// A seed's own draws, one after the other (SplitMix64).
struct LeaseChance {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0xD134_2543_DE82_EF95 &+ 0x5EED
        for _ in 0..<4 { _ = next() }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func draw(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
    mutating func pick<T>(_ items: [T]) -> T { items[draw(0...(items.count - 1))] }
    mutating func has(_ percent: Int) -> Bool { draw(1...100) <= percent }
    mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) / Double(1 << 53)
    }
}
