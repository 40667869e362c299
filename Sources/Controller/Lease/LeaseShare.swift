/// How environments spread over controllers: who is there, who holds how much, and whose turn it is. Pure.
///
/// Nothing rests on it but fairness: whatever it says, a lease that nobody takes is taken half a lease later.
struct LeaseShare: Sendable {
    let holder: String
    let timing: LeaseTiming
    private var rows = LeaseRows()
    /// Since when a controller has said the same.
    private var heard: [String: (nonce: String, since: Duration)] = [:]

    init(holder: String, timing: LeaseTiming) {
        self.holder = holder
        self.timing = timing
    }

    /// What a look at the table showed.
    mutating func saw(_ rows: LeaseRows, at now: Duration) {
        var heard: [String: (nonce: String, since: Duration)] = [:]
        for presence in rows.presences {
            let known = self.heard[presence.holder]
            heard[presence.holder] = known?.nonce == presence.nonce ? known : (presence.nonce, now)
        }
        self.heard = heard
        self.rows = rows
    }

    /// Other controllers that would take `environment` and were heard of within their lease.
    func others(wanting environment: String, at now: Duration) -> [Presence] {
        rows.presences.filter { other in
            other.holder != holder && other.environments.contains(environment)
                && silence(of: other, at: now) < other.lease
        }
    }

    /// Controllers that have been silent for ten leases: their rows are of no use.
    func gone(at now: Duration) -> [Presence] {
        rows.presences.filter { $0.holder != holder && silence(of: $0, at: now) > $0.lease * 10 }
    }

    private func silence(of presence: Presence, at now: Duration) -> Duration {
        now - (heard[presence.holder]?.since ?? now)
    }

    /// How many environments another controller holds.
    func held(by other: String) -> Int { rows.leases.count { $0.owner == other && $0.hasHolder } }

    /// How long a free lease is left to others by one that holds `held`: to those that hold less, and otherwise in an order
    /// that is another for each environment.
    func handicap(_ environment: String, holding held: Int, at now: Duration) -> Duration {
        let others = others(wanting: environment, at: now)
        let longest = timing.lease / 2
        if others.contains(where: { self.held(by: $0.holder) < held }) { return longest }
        let mine = Self.rank(environment, holder)
        let before = others.count { Self.rank(environment, $0.holder) < mine }
        return min(longest, timing.poll * before)
    }

    /// True when one that holds `held` should give `environment` up: somebody else would hold no more than it afterwards.
    func isToYield(_ environment: String, holding held: Int, at now: Duration) -> Bool {
        others(wanting: environment, at: now).contains { self.held(by: $0.holder) + 2 <= held }
    }

    /// Spreads names evenly, on every machine alike: FNV-1a, whose high bits the last letters hardly reach, stirred at the end.
    private static func rank(_ environment: String, _ holder: String) -> UInt64 {
        var hash = "\(holder)\n\(environment)".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }
}
