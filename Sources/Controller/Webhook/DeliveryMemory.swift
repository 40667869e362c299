import Crypto

/// Deliveries of the last minutes, so that replays change nothing and cost next to nothing.
struct DeliveryMemory: Sendable {
    /// What is known of a delivery.
    enum Sight: Sendable, Equatable {
        case new
        /// It was here before; a hint more, since somebody may have asked the forge to send it again.
        case again
        /// It was here before, and something that was woke the repository less than a minute ago.
        case repeated
    }

    private var seen: [SHA256.Digest: Duration] = [:]
    private var order: [(key: SHA256.Digest, at: Duration)] = []
    /// When a repetition last woke, by repository.
    private var woken: [[String]: Duration] = [:]
    private let lasting: Duration
    /// Older ones are forgotten early when more come.
    private static let limit = 10_000
    /// Between two repetitions that wake the same repository.
    private static let pause = Duration.seconds(60)

    /// A memory of so long.
    init(lasting: Duration) { self.lasting = lasting }

    /// What is known of a delivery that is about `repositories`, by the names that it gives them.
    mutating func sight(
        of forge: Forge, id: String?, body: [UInt8], about repositories: [String], at now: Duration
    ) -> Sight {
        forget(at: now)
        guard isKnown(Self.keys(forge, id, body), at: now) else { return .new }
        woken = woken.filter { now - $0.value < Self.pause }
        guard woken[repositories] == nil else { return .repeated }
        woken[repositories] = now
        return .again
    }

    /// Bodies count, not ids alone: forges do not sign their delivery ids. But what stands in no forge's body may well be the
    /// same for every push.
    private static func keys(_ forge: Forge, _ id: String?, _ body: [UInt8]) -> [SHA256.Digest] {
        let idKey = id.map { SHA256.hash(data: Array("\(forge.rawValue) id \($0)".utf8)) }
        let bodyKey = forge == .generic ? nil : SHA256.hash(data: Array("\(forge.rawValue) body ".utf8) + body)
        return [idKey, bodyKey].compactMap(\.self)
    }

    private mutating func isKnown(_ keys: [SHA256.Digest], at now: Duration) -> Bool {
        let isKnown = keys.contains { seen[$0] != nil }
        for key in keys where seen[key] == nil {
            seen[key] = now
            order.append((key, now))
        }
        return isKnown
    }

    private mutating func forget(at now: Duration) {
        let old = order.prefix { $0.at + lasting <= now }.count
        let many = max(old, order.count - Self.limit)
        for entry in order.prefix(many) { seen[entry.key] = nil }
        order.removeFirst(many)
    }
}
