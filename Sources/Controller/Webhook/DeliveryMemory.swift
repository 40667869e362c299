import Crypto

/// Deliveries of the last minutes, so that a replay is answered and changes nothing.
struct DeliveryMemory: Sendable {
    private var seen: [SHA256.Digest: Duration] = [:]
    private var order: [(key: SHA256.Digest, at: Duration)] = []
    private let lasting: Duration
    /// Older ones are forgotten early when more come.
    private static let limit = 10_000

    /// A memory of so long.
    init(lasting: Duration) { self.lasting = lasting }

    /// False for a delivery that was here before. Bodies count, not ids alone: forges do not sign their delivery ids.
    mutating func isNew(_ forge: Forge, id: String?, body: [UInt8], at now: Duration) -> Bool {
        let bodyKey = SHA256.hash(data: Array("\(forge.rawValue) body ".utf8) + body)
        let keys = [bodyKey] + (id.map { [SHA256.hash(data: Array("\(forge.rawValue) id \($0)".utf8))] } ?? [])
        forget(at: now)
        let isKnown = keys.contains { seen[$0] != nil }
        for key in keys where seen[key] == nil {
            seen[key] = now
            order.append((key, now))
        }
        return !isKnown
    }

    private mutating func forget(at now: Duration) {
        let old = order.prefix { $0.at + lasting <= now }.count
        let many = max(old, order.count - Self.limit)
        for entry in order.prefix(many) { seen[entry.key] = nil }
        order.removeFirst(many)
    }
}
