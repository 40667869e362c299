import AWSWire
import Model
import Simulation

/// Token buckets per region and published category (aws-facts 7.1, 7.2), in virtual time.
struct Throttle: Sendable {
    private struct Level: Sendable {
        /// Thousandths of a request.
        var tokens: Int
        var at: Instant
    }

    /// Whether anything is held back.
    var isOn: Bool
    private var levels: [String: Level] = [:]

    init(isOn: Bool) { self.isOn = isOn }

    /// Takes a request's token; false when there is none.
    mutating func admits(
        _ operation: String, _ input: Value = .emptyObject, of service: LocalService, in region: String, at now: Instant
    ) -> Bool {
        let isWhole = ["filters", "maxResults", "instanceIds"].allSatisfy { input[$0] == nil }
        let mine = service.buckets.first { bucket in
            bucket.operations.contains(operation) && (isWhole || !bucket.isForWholeReads)
        }
        guard isOn, let bucket = mine else { return true }
        let full = bucket.burst * 1000
        let key = "\(region) \(service.model.name) \(bucket.name)"
        var level = levels[key] ?? Level(tokens: full, at: now)
        let passed = max(0, (now - level.at).milliseconds)
        level = Level(tokens: min(full, level.tokens + Int(passed) * bucket.refillPerSecond / 1000), at: now)
        defer { levels[key] = level }
        guard level.tokens >= 1000 else { return false }
        level.tokens -= 1000
        return true
    }
}
