/// So many requests a second of one address. Addresses are forgotten when they were quiet, or when there are too many.
struct AddressLimit: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: Duration
    }

    private let perSecond: Double
    private var buckets: [String: Bucket] = [:]
    private static let limit = 4_096

    /// `perSecond` of them, and as many at once.
    init(perSecond: Int) { self.perSecond = Double(perSecond) }

    /// How many addresses are remembered.
    var count: Int { buckets.count }

    /// Whether one more request of `address` may come.
    mutating func admits(_ address: String, at now: Duration) -> Bool {
        if buckets.count >= Self.limit { forgetQuiet(at: now) }
        var bucket = buckets[address] ?? Bucket(tokens: perSecond, at: now)
        bucket.tokens = min(perSecond, bucket.tokens + (now - bucket.at) / Duration.seconds(1) * perSecond)
        bucket.at = now
        defer { buckets[address] = bucket }
        guard bucket.tokens >= 1 else { return false }
        bucket.tokens -= 1
        return true
    }

    /// A second of quiet fills a bucket; were none quiet, all begin anew.
    private mutating func forgetQuiet(at now: Duration) {
        buckets = buckets.filter { now - $0.value.at < .seconds(1) }
        if buckets.count >= Self.limit { buckets = [:] }
    }
}
