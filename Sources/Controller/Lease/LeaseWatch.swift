/// Looks at leases for a while, since only a change that was seen says that a holder lives: clocks of two machines are
/// never compared.
public struct LeaseWatch: Sendable {
    /// What was seen of one lease.
    public struct Sighting: Sendable, Hashable {
        /// What stands in the table.
        public var item: LeaseItem
        /// How long ago, by our clock, its last change was seen; since the first look while none was.
        public var age: Duration
        /// True when a renewal was seen.
        public var isRenewed: Bool
        /// What is left until others take it; zero when it is free already.
        public var remaining: Duration { item.isReleased ? .zero : max(.zero, item.lease - age) }
        /// What people call its state.
        public var state: String {
            if item.isReleased { return "released" }
            if item.isStolen { return "stolen" }
            return isRenewed ? "held" : age >= item.lease ? "expired" : "silent"
        }
    }

    private let store: DynamoDBLeaseStore
    private let clock: any LeaseClock

    /// A watch over a table.
    public init(_ store: DynamoDBLeaseStore, clock: any LeaseClock = SystemLeaseClock()) {
        self.store = store
        self.clock = clock
    }

    /// The leases, or the one of `environment`, after looking for at most `time`; sooner when all of them were seen
    /// renewed or need no renewal. Throws `AWSError` and `LeaseTableError`.
    public func look(at environment: String?, for time: Duration) async throws -> [Sighting] {
        let start = clock.now
        var seen: [String: (item: LeaseItem, since: Duration, isRenewed: Bool)] = [:]
        while true {
            let items = try await leases(environment)
            let now = clock.now
            for item in items {
                guard let known = seen[item.environment] else {
                    seen[item.environment] = (item, now, false)
                    continue
                }
                if known.item.nonce != item.nonce { seen[item.environment] = (item, now, true) }
            }
            let isClear = items.allSatisfy { !$0.hasHolder || seen[$0.environment]?.isRenewed == true }
            if isClear || now - start >= time {
                return items.compactMap { item in
                    seen[item.environment].map { Sighting(item: item, age: now - $0.since, isRenewed: $0.isRenewed) }
                }
            }
            try await clock.sleep(for: .milliseconds(500))
        }
    }

    private func leases(_ environment: String?) async throws -> [LeaseItem] {
        guard let environment else { return try await store.leases() }
        return try await store.read(environment).map { [$0] } ?? []
    }
}
