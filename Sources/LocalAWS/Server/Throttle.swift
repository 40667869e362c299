import AWSWire
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
    mutating func admits(_ operation: String, of service: LocalService, in region: String, at now: Instant) -> Bool {
        guard isOn, let bucket = service.buckets.first(where: { $0.operations.contains(operation) }) else {
            return true
        }
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
