internal import FoundationEssentials

/// Time as the client sees it; tests give a clock that they move.
public protocol AWSClock: Sendable {
    /// The wall clock in seconds since 1970, which signatures and expiries are measured by.
    var now: Double { get }
    /// Time that only moves forward, counted from any fixed start.
    var uptime: Duration { get }
    /// Waits. Throws `CancellationError` when the task was cancelled.
    func sleep(for duration: Duration) async throws
}

/// The machine's clock.
public struct SystemClock: AWSClock {
    private let start = ContinuousClock.now

    /// The machine's clock, counting from here.
    public init() {}

    public var now: Double { Date().timeIntervalSince1970 }
    public var uptime: Duration { start.duration(to: .now) }
    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
