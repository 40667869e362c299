#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What leases are timed by; tests give a clock that they move.
public protocol LeaseClock: Sendable {
    /// Time that only moves forward, also while the process is stopped and while the machine is suspended, from any start.
    var now: Duration { get }
    /// Waits. Throws `CancellationError` when the task was cancelled.
    func sleep(for duration: Duration) async throws
}

/// The machine's time since it was started.
public struct SystemLeaseClock: LeaseClock {
    /// The machine's clock.
    public init() {}

    public var now: Duration {
        var time = timespec()
        // Linux's CLOCK_MONOTONIC stands still while the machine is suspended; Darwin's goes on.
        #if canImport(Darwin)
            clock_gettime(CLOCK_MONOTONIC, &time)
        #else
            clock_gettime(CLOCK_BOOTTIME, &time)
        #endif
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
