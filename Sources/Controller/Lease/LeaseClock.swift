/// What leases are timed by; tests give a clock that they move.
public protocol LeaseClock: Sendable {
    /// Time that only moves forward, also while the process is stopped and while the machine is suspended, from any start.
    var now: Duration { get }
    /// Waits. Throws `CancellationError` when the task was cancelled.
    func sleep(for duration: Duration) async throws
}

/// The machine's time, by the clock that goes on while it is suspended (SE-0329; Linux's CLOCK_BOOTTIME).
public struct SystemLeaseClock: LeaseClock {
    private static let start = ContinuousClock.now

    /// The machine's clock.
    public init() {}

    public var now: Duration { Self.start.duration(to: .now) }

    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
