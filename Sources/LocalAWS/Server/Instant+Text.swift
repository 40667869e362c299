import AWSWire
import Simulation

extension Instant {
    /// `2026-11-24T12:04:10Z`.
    var text: String { Timestamps.iso8601(seconds) }
}
